using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>
/// The names of those who wrote the article: structured data, meta elements, then the byline. Sites also put their own name or an account's
/// there, so the first place that has names of people wins, and the first that has any name where none does.
/// </summary>
internal static class PageAuthors
{
    private const int MaxAuthors = 20;
    private const int LongestName = 70;

    public static IReadOnlyList<string> Read(IHtmlDocument page, MetaTags tags, StructuredData data, string? siteName)
    {
        IReadOnlyList<string>? any = null;
        foreach (var place in Places(page, tags, data))
        {
            var names = Clean(place, siteName);
            var people = names.Where(AuthorNames.IsPerson).ToList();
            if (people.Count > 0)
                return people;
            if (names.Count > 0)
                any ??= names;
        }

        return any ?? [];
    }

    private static IEnumerable<IReadOnlyList<string>> Places(IHtmlDocument page, MetaTags tags, StructuredData data)
    {
        yield return data.Authors;
        yield return [.. tags.All("author"), .. tags.All("article:author"), .. tags.All("article:author_name"), .. tags.All("dc.creator"), .. tags.All("dcterms.creator"), .. tags.All("parsely-author"),
            .. tags.All("citation_author"), .. tags.All("byl"), .. tags.All("sailthru.author")];
        if (tags.First("twitter:label1") is { } label && AuthorNames.IsLabel(label))
            yield return tags.All("twitter:data1");
        foreach (var byline in Bylines.Find(page))
            yield return byline;
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
