using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>The article's picture as the page shows it, and whose it is.</summary>
internal static partial class ImageCredits
{
    private const int Longest = 160;

    /// <summary>The credit in the captions of the page: an element that calls itself one, or a phrase in a caption.</summary>
    public static string? Find(IHtmlDocument page)
    {
        foreach (var element in page.QuerySelectorAll("figure, figcaption, [class*=credit], [class*=caption], [itemprop=copyrightHolder], [class*=copyright]").Take(40))
        {
            var text = HtmlText.Squeeze(element.TextContent);
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

    /// <summary>The credit without its label and brackets.</summary>
    public static string? Clean(string credit)
    {
        var text = Label().Replace(HtmlText.Plain(credit), "").Trim(' ', '(', ')', '[', ']', '.', ':', '|');
        return text.Length is > 1 and <= Longest ? text : null;
    }

    [GeneratedRegex(@"(?:Photo(?:graph)?s?(?:\s+credit)?|Image(?:\s+credit)?|Picture|Credit|Bild(?:quelle)?|Foto|Cr\u00E9dit(?:\s+photo)?|Source)(?:\s+(?:by|by:))?\s*[:/\u00A9]\s*([^)\]]{2,160})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"[(\[]([^()\[\]]{2,80}(?:/|\bAP\b|\bAFP\b|Reuters|Getty|EPA|dpa|Shutterstock|iStock|via )[^()\[\]]{0,80})[)\]]", RegexOptions.CultureInvariant)]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"^\s*[(\[]?\s*(?:Photo(?:graph)?s?(?:\s+credit)?|Image(?:\s+credit)?|Picture|Credit|Bild(?:quelle)?|Foto|Cr\u00E9dit(?:\s+photo)?|\u00A9)(?:\s+by)?\s*[:\u00A9]?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
