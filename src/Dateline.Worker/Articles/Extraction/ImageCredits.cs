using System.Buffers;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>The article's picture as the page shows it, and whose it is.</summary>
internal static partial class ImageCredits
{
    private const int Longest = 160;
    private const int MaxCaptions = 40;

    private static readonly SearchValues<string> CaptionNames = SearchValues.Create(["credit", "caption", "copyright"], StringComparison.Ordinal);

    /// <summary>The credit in the captions of the page: an element that calls itself one, or a phrase in a caption.</summary>
    public static string? Find(IHtmlDocument page)
    {
        return FromCaptions(page) ?? BesideImages(page);
    }

    /// A line by itself near a picture that is nothing but a credit
    private static string? BesideImages(IHtmlDocument page)
    {
        const int MaxImages = 40;
        var seen = new HashSet<INode>();
        foreach (var image in page.QuerySelectorAll("img").Take(MaxImages))
        {
            if (Beside(image, seen) is { } credit)
                return credit;
        }

        return null;
    }

    /// Pictures of a gallery stand in the same boxes, which are looked through once
    private static string? Beside(IElement image, HashSet<INode> seen)
    {
        const int Height = 5;
        // What stands among thousands of others has no box of its own, and would have to be searched for among them
        const int MaxSiblings = 1000;
        var box = image;
        var isSmall = true;
        for (var height = 0; box is not null && height < Height && box.Parent is not { ChildNodes.Length: > MaxSiblings }; height++, box = box.ParentElement)
        {
            if (!seen.Add(box))
                continue;
            isSmall = isSmall && NodeText.Of(box, 4 * Longest + 1).Length <= 4 * Longest;
            if (isSmall && CreditIn(box) is { } inside)
                return inside;
            if (NextWithText(box) is { } next && NodeText.Of(next, 2 * Longest + 1).Length <= 2 * Longest && CreditIn(next) is { } below)
                return below;
        }

        return null;
    }

    private static INode? NextWithText(INode node)
    {
        var next = node.NextSibling;
        for (var passed = 0; passed < 4 && next is IText or IElement { ChildNodes.Length: 0 } && string.IsNullOrWhiteSpace(next.TextContent); passed++)
            next = next.NextSibling;
        return next;
    }

    private static string? CreditIn(INode box)
    {
        foreach (var text in box.DescendantsAndSelf<IText>().Select(text => HtmlText.Squeeze(text.Data)))
        {
            if (IsCredit(text))
                return Clean(text);
        }

        return null;
    }

    private static bool IsCaption(IElement element) =>
        element.LocalName is "figure" or "figcaption" || element.ClassName is { } name && name.AsSpan().ContainsAny(CaptionNames) || element.GetAttribute("itemprop") is "copyrightHolder";

    private static string? FromCaptions(IHtmlDocument page)
    {
        foreach (var element in PageElements.InOrder(page).Where(IsCaption).Take(MaxCaptions))
        {
            var text = NodeText.Of(element, 1001);
            if (text.Length is 0 or > 1000)
                continue;
            if (InText(text) is { } credit)
                return credit;
            if (element.ClassName?.Contains("credit", StringComparison.OrdinalIgnoreCase) == true && Clean(text) is { Length: > 2 } own)
                return own;
        }

        return null;
    }

    /// <summary>A credit inside a caption.</summary>
    public static string? InText(string caption)
    {
        if (Labelled().Match(caption) is { Success: true } labelled)
            return Clean(labelled.Groups[1].Value);
        return InBrackets().Match(caption) is { Success: true } bracketed ? Clean(bracketed.Groups[1].Value) : null;
    }

    /// <summary>Whether the whole text is a credit.</summary>
    public static bool IsCredit(string text) => text.Length <= Longest && (text.AsSpan().ContainsAny(":/\u00A9|\u2022") || text.Contains(" via ", StringComparison.Ordinal)) && (OnlyCredit().IsMatch(text) || OnlyAgency().IsMatch(text)) || text.Length <= Longest && CreditBy().IsMatch(text);

    /// <summary>The credit without its label and brackets.</summary>
    public static string? Clean(string credit)
    {
        var text = Label().Replace(HtmlText.Plain(credit), "").Trim(' ', '(', ')', '[', ']', '.', ':', '|');
        return text.Length is > 1 and <= Longest ? text : null;
    }

    [GeneratedRegex(@"(?:Photo(?:graph)?s?(?:\s+credit)?|Image(?:\s+credit)?|Picture|Credit|Bild(?:quelle)?|Foto|Cr\u00E9dit(?:\s+photo)?|Source)(?:\s+(?:by|by:))?\s*[:/\u00A9]\s*([^)\]]{2,160})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^\W*(?:Photo(?:graph)?s?|Image|Picture|Bild|Foto|Cr\u00E9dit|Credit|Bildquelle)(?:\s+(?:credit|courtesy|photo|via))?(?:\s+(?:by|of))?\s*[:/\u00A9]\s*[^.!?]{2,120}\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnlyCredit();

    [GeneratedRegex(@"^\W*(?:photo(?:graph)?s?|images?|pictures?|illustrations?|graphics?|video)\s+(?:by|courtesy(?:\s+of)?|via)\s+[^.!?]{2,80}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CreditBy();

    [GeneratedRegex(@"^\W*[^.!?]{2,100}(?:\s?[/|\u2022]\s?|\svia\s)(?:[\w\s/]{1,40}\s?[/|]\s?)?(?:Getty(?:\sImages)?|AFP|AP(?:\sPhoto)?|Associated Press|Reuters|EPA|dpa|Shutterstock|iStock|Alamy|Bloomberg|Corbis|Rex|PA(?:\sWire)?|Xinhua|Anadolu|ANSA|Keystone|imago|picture alliance)(?:[\s/].{0,40})?\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyAgency();

    [GeneratedRegex(@"[(\[]([^()\[\]]{2,80}(?:/|\bAP\b|\bAFP\b|Reuters|Getty|EPA|dpa|Shutterstock|iStock|via )[^()\[\]]{0,80})[)\]]", RegexOptions.CultureInvariant)]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"^\s*[(\[]?\s*(?:Photo(?:graph)?s?(?:\s+credit)?|Image(?:\s+credit)?|Picture|Credit|Bild(?:quelle)?|Foto|Cr\u00E9dit(?:\s+photo)?|\u00A9)(?:\s+by)?\s*[:\u00A9]?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
