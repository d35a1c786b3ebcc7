using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>
/// The names of those who wrote the article: structured data, meta elements, then the byline. Sites also put their own name or an account's
/// there, so the first place that has names of people wins; then a byline's one-word name, then any name, the site's own last of all.
/// </summary>
internal static class PageAuthors
{
    private const int MaxAuthors = 20;
    private const int LongestName = 70;

    public static IReadOnlyList<string> Read(IHtmlDocument page, MetaTags tags, StructuredData data, SiteNames site, IElement? headline, IReadOnlyList<PageLine> lines)
    {
        var stated = Stated(tags, data).ToList();
        if (FirstPeople(stated, site) is { Count: > 0 } people)
            return people;
        var account = Labelled(tags) is { } labelled ? Clean([labelled], site) : [];
        var raw = new List<string>();
        foreach (var (texts, isSure) in Bylines.Find(page, headline, lines))
        {
            var names = Clean(texts, site);
            if (names.Where(AuthorNames.IsPerson).ToList() is { Count: > 0 } written && (isSure || account.Count == 0))
                return written;
            if (isSure && account.Count == 0)
                account = [.. names.Where(AuthorNames.IsAccount)];
            raw.AddRange(isSure ? texts : []);
        }

        return account.Count > 0 ? account
            : stated.Select(place => Clean(place, site)).FirstOrDefault(names => names.Count > 0) ?? Staff(stated.SelectMany(place => place).Concat(raw), site);
    }

    private static IEnumerable<IReadOnlyList<string>> Stated(MetaTags tags, StructuredData data)
    {
        yield return data.Authors;
        yield return [.. tags.All("author"), .. tags.All("article:author"), .. tags.All("article:author_name"), .. tags.All("dc.creator"), .. tags.All("dcterms.creator"), .. tags.All("parsely-author"),
            .. tags.All("citation_author"), .. tags.All("byl"), .. tags.All("sailthru.author"), .. tags.All("og:article:author")];
        if (Labelled(tags) is { } labelled)
            yield return [labelled];
    }

    private static string? Labelled(MetaTags tags) => tags.First("twitter:label1") is { } label && AuthorNames.IsLabel(label) ? tags.First("twitter:data1") : null;

    /// Of two places that agree on a name the one with more names is the whole byline
    private static List<string>? FirstPeople(List<IReadOnlyList<string>> stated, SiteNames site)
    {
        var places = stated.Select(place => Clean(place, site).Where(name => AuthorNames.IsPerson(name) && !site.HoldsHost(name)).ToList()).Where(people => people.Count > 0).ToList();
        return places.Count == 0 ? null
            : places.Where(people => places[0].All(name => people.Contains(name, StringComparer.OrdinalIgnoreCase))).MaxBy(people => people.Count);
    }

    /// "Editorial staff", or the site itself: no person, but what the page says
    private static List<string> Staff(IEnumerable<string> texts, SiteNames site) =>
        [.. texts.Where(text => !text.StartsWith("http", StringComparison.OrdinalIgnoreCase)).Select(AuthorNames.WithoutOpening).Select(text => text.Trim(' ', ',')).Where(text => AuthorNames.IsStaff(text) || text.Length <= LongestName && (site.Is(text) || site.HoldsHost(text))).Take(1)];

    private static List<string> Clean(IReadOnlyList<string> raw, SiteNames site)
    {
        var names = new List<string>();
        foreach (var text in raw.Take(MaxAuthors))
        {
            foreach (var name in AuthorNames.Split(text))
            {
                if (name.Length is > 1 and <= LongestName && !site.Is(name)
                    && !names.Contains(name, StringComparer.OrdinalIgnoreCase) && names.Count < MaxAuthors)
                    names.Add(name);
            }
        }

        return names;
    }
}
