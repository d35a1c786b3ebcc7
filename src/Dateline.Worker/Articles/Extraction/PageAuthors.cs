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
        return names.Count > 0 ? names : Clean(FromBylines(page), siteName);
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
