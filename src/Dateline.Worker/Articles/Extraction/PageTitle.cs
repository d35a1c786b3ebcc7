using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>
/// The headline: what the page states in data and what it shows as its heading should be the same words; where they are, the heading has
/// them in their best spelling, and where they are not, the words that both have in common decide.
/// </summary>
internal static class PageTitle
{
    private const int ShortestHeading = 15;

    private static readonly string[] Kickers = ["kicker", "overline", "topline", "dachzeile", "roofline", "supertitle", "overtitle", "pretitle", "eyebrow", "prefix"];

    private const string NamedHeadings =
        "h1[itemprop~=headline], h1[class*=entry-title], h1[class*=post-title], h1[class*=article-title], h1[class*=headline], [itemprop~=headline], h2[class*=entry-title], h2[class*=post-title], h2[class*=article-title], "
        + "article h1, main h1, h1[class*=title]";

    public static string? Read(IHtmlDocument page, MetaTags tags, StructuredData data, Uri? url)
    {
        var site = new SiteNames(tags.First("og:site_name", "application-name") ?? data.Publisher, url);
        var shared = data.Headline ?? tags.First("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "citation_title", "parsely-title");
        var whole = (shared ?? HtmlText.Squeeze(page.Title ?? "")).Replace("\u00AD", "", StringComparison.Ordinal);
        var stated = site.Without(whole);
        var headings = Headings(page).Where(heading => !site.Is(heading)).ToList();
        if (stated.Length == 0 || site.Is(stated))
            return headings.FirstOrDefault() ?? (stated.Length > 0 ? stated : null);
        return headings.Find(heading => TitleWords.Same(heading, whole)) ?? headings.Find(heading => TitleWords.Same(heading, stated))
            ?? headings.Find(heading => TitleWords.Within(stated, heading) && TitleWords.Within(heading, whole))
            ?? (headings.Exists(heading => TitleWords.Within(stated, heading)) && TitleWords.Count(stated) > 2 ? stated : null)
            ?? headings.Find(heading => heading.Length >= ShortestHeading && TitleWords.Within(heading, stated))
            ?? headings.Find(heading => heading.Length >= ShortestHeading && TitleWords.Likeness(heading, stated) >= 0.4)
            ?? (shared is null ? headings.Find(heading => TitleWords.Within(heading, stated)) : null)
            ?? stated;
    }

    private static List<string> Headings(IHtmlDocument page)
    {
        const int MaxHeadings = 12;
        return [.. page.QuerySelectorAll(NamedHeadings).Concat(page.QuerySelectorAll("h1")).Take(MaxHeadings).Select(Text).Where(text => text.Length is > 0 and < 400).Distinct()];
    }

    /// A kicker or a subtitle inside the heading is named for what it is
    private static bool IsBesideTitle(IElement element) =>
        element.ClassName is { } name && (Kickers.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)) || name.Contains("subtitle", StringComparison.OrdinalIgnoreCase));

    /// Lines of a heading are parted by markup as often as by spaces
    private static string Text(IElement heading)
    {
        var own = heading.Descendants<IText>().Where(text => text.ParentElement == heading || !text.Ancestors<IElement>().TakeWhile(element => element != heading).Any(IsBesideTitle)).ToList();
        return HtmlText.Squeeze(string.Join(' ', (own.Sum(text => text.Length) >= ShortestHeading ? own : heading.Descendants<IText>()).Select(text => text.Data))).Replace("\u00AD", "", StringComparison.Ordinal);
    }
}
