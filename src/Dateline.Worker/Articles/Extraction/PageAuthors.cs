using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>The names of those who wrote the article: structured data, meta elements, then the byline.</summary>
internal static class PageAuthors
{
    private const int MaxAuthors = 20;
    private const int LongestName = 70;

    private const string Bylines =
        "[itemprop=author] [itemprop=name], [itemprop=author], a[rel~=author], [rel~=author], .byline .author, .author-name, .authorname, .author__name, .article-author, .post-author, "
        + ".entry-author, .byline-name, .byline__name, .byline, .vcard .fn, .author a, .author, .autor, .article__author, .c-byline, .posted-by, [class*=author-name], [class*=byline], [id=author]";

    public static IReadOnlyList<string> Read(IHtmlDocument page, MetaTags tags, StructuredData data, string? siteName)
    {
        var names = Clean(data.Authors, siteName);
        if (names.Count == 0)
            names = Clean([.. tags.All("author"), .. tags.All("article:author"), .. tags.All("dc.creator"), .. tags.All("dcterms.creator"), .. tags.All("parsely-author"), .. tags.All("citation_author"), .. tags.All("byl"), .. tags.All("sailthru.author")], siteName);
        if (names.Count == 0)
            names = Clean(FromBylines(page), siteName);
        return names.Count > 0 ? names : Clean(UnderHeading(page), siteName);
    }

    /// The first line under the headline that is nothing but a byline
    private static List<string> UnderHeading(IHtmlDocument page)
    {
        const int MaxElements = 40;
        if (page.QuerySelector("h1") is not { } heading)
            return [];
        return [.. page.QuerySelectorAll("body p, body div, body span, body h2, body h3, body h4, body li, body td, body a")
            .Where(element => element.ChildElementCount <= 2 && element.TextContent.Length < LongestName && heading.CompareDocumentPosition(element).HasFlag(DocumentPositions.Following))
            .Take(MaxElements).Select(element => HtmlText.Squeeze(element.TextContent)).Where(AuthorNames.IsByline).Take(1)];
    }

    private static List<string> FromBylines(IHtmlDocument page)
    {
        foreach (var selector in Bylines.Split(", "))
        {
            var found = page.QuerySelectorAll(selector).Take(5).Where(element => !InComments(element))
                .Select(element => element.GetAttribute("content") ?? HtmlText.Squeeze(element.TextContent))
                .Where(text => text.Length is > 1 and < 120).ToList();
            if (Clean(found, null) is { Count: > 0 } names)
                return names;
        }

        return [];
    }

    private static bool InComments(IElement element)
    {
        for (var ancestor = element; ancestor is not null; ancestor = ancestor.ParentElement)
        {
            var hints = string.Concat(ancestor.ClassName, " ", ancestor.Id);
            if (ancestor.LocalName is not ("body" or "html" or "article") && (hints.Contains("comment", StringComparison.OrdinalIgnoreCase) || hints.Contains("sidebar", StringComparison.OrdinalIgnoreCase)
                || hints.Contains("related", StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        return false;
    }

    private static List<string> Clean(IReadOnlyList<string> raw, string? siteName)
    {
        var names = new List<string>();
        foreach (var text in raw.Take(MaxAuthors))
        {
            foreach (var name in AuthorNames.Split(text))
            {
                if (name.Length is > 1 and <= LongestName && !name.Equals(siteName, StringComparison.OrdinalIgnoreCase)
                    && !names.Contains(name, StringComparer.OrdinalIgnoreCase) && names.Count < MaxAuthors)
                    names.Add(name);
            }
        }

        return names;
    }
}
