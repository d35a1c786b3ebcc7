using AngleSharp.Dom;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>
/// Tells whether a name on the page belongs to another story: it stands in a column beside the article, in an article of its own, or in
/// a box with another headline. A story without a name is better than one with somebody else's.
/// </summary>
internal sealed class OtherStories(IElement? headline)
{
    private const int LargestTeaser = 40;

    private readonly HashSet<INode> around = headline is null ? [] : [.. headline.Ancestors()];
    private readonly IElement? story = headline?.Closest("article") ?? headline?.Closest("main");

    public bool Hold(INode name) => Hold(name, byHints: true);

    /// <summary>Whether a line with a byline belongs to one; where it stands in the story, the names that templates give to its boxes say little.</summary>
    public bool HoldLine(INode line) => Hold(line, byHints: story is not null && !line.Ancestors().Contains(story));

    private bool Hold(INode name, bool byHints)
    {
        var canBeTeaser = true;
        for (var box = name as IElement ?? name.ParentElement; box is not null && box.LocalName is not ("body" or "html") && !around.Contains(box) && box != headline; box = box.ParentElement)
        {
            var hints = string.Concat(box.ClassName, " ", box.Id).ToLowerInvariant();
            if (byHints && box.LocalName is not ("article" or "main") && hints.Length > 1 && Chrome.IsBesideArticle(hints))
                return box.QuerySelector("h1") is null;
            if (story is null)
                continue;
            if (box.LocalName is "aside" or "footer" or "nav" or "article" && !box.Ancestors().Contains(story) && (box.LocalName is not "article" || PageElements.InOrder(box).Take(LargestTeaser).Any(IsHeading)))
                return true;
            var headings = canBeTeaser ? HeadingsOf(box) : [];
            if (headings.Count == 1 && LeadsAway(headings[0], name))
                return true;
            canBeTeaser = canBeTeaser && headings.Count == 0;
        }

        return false;
    }

    private static List<IElement> HeadingsOf(IElement box)
    {
        var elements = PageElements.InOrder(box).Take(LargestTeaser + 1).ToList();
        return elements.Count > LargestTeaser ? [] : elements.FindAll(IsHeading);
    }

    private static bool IsHeading(IElement element) => element.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6";

    /// A headline that is a link to its story; the box about the author is headed by the name
    private static bool LeadsAway(IElement heading, INode name)
    {
        const int Longest = 200;
        if (heading.Closest("a[href]") is null && heading.QuerySelector("a[href]") is null)
            return false;
        var text = NodeText.Of(heading, Longest);
        return !AuthorNames.IsPerson(text) && !TitleWords.Within(NodeText.Of(name, Longest), text);
    }
}
