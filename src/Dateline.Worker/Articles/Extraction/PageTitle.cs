using AngleSharp.Html.Dom;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>The headline: structured data, then what is made for sharing, then the page's heading and title without the site's name.</summary>
internal static class PageTitle
{
    private static readonly string[] Separators = [" | ", " \u2013 ", " \u2014 ", " - ", " \u00BB ", " \u00AB ", " \u00B7 ", " :: ", " > "];

    public static string? Read(IHtmlDocument page, MetaTags tags, StructuredData data)
    {
        var heading = Heading(page);
        var shared = data.Headline ?? tags.First("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "citation_title", "parsely-title");
        var title = HtmlText.Squeeze(page.Title ?? "");
        if (shared is not null)
            return heading is not null && heading.Length > 15 && (Within(heading, shared) || Within(shared, heading)) ? heading : WithoutSite(shared, tags);
        if (heading is not null && (title.Length == 0 || heading.Length > 10 && title.Contains(heading, StringComparison.OrdinalIgnoreCase)))
            return heading;
        return title.Length > 0 ? WithoutSite(title, tags) : heading;
    }

    private static bool Within(string part, string whole) => whole.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static string? Heading(IHtmlDocument page)
    {
        var headings = page.QuerySelectorAll("h1").Select(heading => HtmlText.Squeeze(heading.TextContent)).Where(text => text.Length > 0).Distinct().ToList();
        return headings.Count switch
        {
            0 => null,
            1 => headings[0],
            _ => page.QuerySelector("article h1, main h1, h1[itemprop=headline], h1[class*=title], h1[class*=headline]") is { } own
                ? HtmlText.Squeeze(own.TextContent)
                : headings[0],
        };
    }

    /// A few words that open like a name and do not end like a sentence
    private static bool LooksLikeSite(string text) =>
        text.Length > 0 && !char.IsLower(text[0]) && text[^1] is not ('?' or '!' or '\u2026' or '"') && text.Split(' ').Length <= 4;

    private static string WithoutSite(string title, MetaTags tags)
    {
        var site = tags.First("og:site_name");
        foreach (var separator in Separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0)
                continue;
            var (before, after) = (title[..at].Trim(), title[(at + separator.Length)..].Trim());
            if (site is not null && after.Equals(site, StringComparison.OrdinalIgnoreCase) || before.Length > after.Length && LooksLikeSite(after))
                return before;
            if (site is not null && before.Equals(site, StringComparison.OrdinalIgnoreCase))
                return after;
        }

        return title;
    }
}
