using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>The lines of a page in order, whole paragraphs left out; bounded, and without a search for siblings, so that no page makes it slow.</summary>
internal static class BodyLines
{
    private const int Longest = 400;

    private const int MaxLines = 3000;

    /// <summary>The first lines of a page, and whether each stands after its headline.</summary>
    public static IReadOnlyList<PageLine> Of(IHtmlDocument page, IElement? headline) => page.Body is { } body ? [.. Read(body, headline).Take(MaxLines)] : [];

    private static IEnumerable<PageLine> Read(IElement body, IElement? heading)
    {
        var after = false;
        var work = new Stack<(INodeList Nodes, int At)>([(body.ChildNodes, 0)]);
        while (work.TryPop(out var step))
        {
            if (step.At >= step.Nodes.Length)
                continue;
            work.Push(step with { At = step.At + 1 });
            var node = step.Nodes[step.At];
            after |= node == heading;
            if (node is IText text && text.Length < Longest && HtmlText.Squeeze(text.Data) is { Length: > 1 } line)
                yield return new(WithLink(line, step.Nodes, step.At), after, text);
            else if (node is IElement element && (element.LocalName is not ("script" or "style" or "footer" or "aside" or "nav") || element is { LocalName: "footer", ParentElement.LocalName: "article" }) && !Chrome.HoldsComments(string.Concat(element.ClassName, " ", element.Id).ToLowerInvariant()))
                work.Push((element.ChildNodes, 0));
        }
    }

    /// "By" and the name that is a link behind it are one line
    private static string WithLink(string line, INodeList nodes, int at)
    {
        const int LongestLabel = 30;
        const int MostNames = 8;
        if (line.Length > LongestLabel || AuthorNames.BesideDate(line) is not null || NameAt(nodes, at + 1) is not { } first)
            return line;
        line = $"{line} {first}";
        for (var count = 1; count < MostNames && at + 3 < nodes.Length && nodes[at + 2] is IText between && IsBetweenNames(between.Data) && NameAt(nodes, at + 3) is { } next; count++, at += 2)
            line = HtmlText.Squeeze($"{line}{between.Data} {next}");
        return line;
    }

    private static string? NameAt(INodeList nodes, int at)
    {
        const int LongestName = 80;
        if (at >= nodes.Length || nodes[at] is not IElement { LocalName: "a" or "span" or "strong" } element)
            return null;
        var name = element.FirstChild as IText ?? element.FirstElementChild?.FirstChild as IText;
        return name is { Length: > 0 and < LongestName } ? HtmlText.Squeeze(name.Data) : null;
    }

    private static bool IsBetweenNames(string text) => text.Trim() is "," or "and" or "&" or ", and" or "und" or "et" or "y";
}
