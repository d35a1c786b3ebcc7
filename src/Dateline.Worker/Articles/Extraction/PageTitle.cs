using AngleSharp.Html.Dom;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>
/// The headline: what the page states in data and what it shows as its heading should be the same words; where they are, the heading has
/// them in their best spelling, and where they are not, the words that both have in common decide.
/// </summary>
internal static class PageTitle
{
    private const double AlikeEnough = 0.4;

    /// A part of a document's title this long is no name of a section
    private const int ShortestPart = 10;

    private const int WordsOfAHeadline = 4;

    /// No title has more; all runs of a hundred parts would be hundreds of megabytes
    private const int MostParts = 12;

    public static string? Read(IHtmlDocument page, MetaTags tags, StructuredData data, Uri? url)
    {
        var name = tags.First("og:site_name", "application-name") ?? data.Publisher;
        // Templates put the headline there too
        var site = new SiteNames(name is not null && TitleWords.Same(name, page.Title ?? "") ? data.Publisher : name, url);
        var shared = tags.First("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "citation_title", "parsely-title");
        var headings = PageHeadings.Read(page).Where(heading => !site.Is(heading.Text)).ToList();
        string[] stated = [.. new[] { data.Headline, shared, HtmlText.Squeeze(page.Title ?? "") }.OfType<string>().Select(text => text.Replace("\u00AD", "", StringComparison.Ordinal)).Where(text => text.Length > 0).Distinct()];
        var titles = stated.Select(whole => (Whole: whole, Own: PageHeadings.Trim(site.Without(whole, headings)))).Where(title => title.Own.Length > 0 && !site.Is(title.Own)).ToList();

        // A statement that no heading bears out is often the name of the section, or was written for another place
        var firstLevel = headings.Where(heading => heading.IsFirstLevel).ToList();
        if ((Chosen(titles, headings, Same) ?? Chosen(titles, firstLevel, Agreeing) ?? Chosen(titles, headings, Agreeing)) is { } headline)
            return headline;
        if (titles.Count == 0)
            return headings.Find(heading => heading.IsFirstLevel)?.Text ?? headings.FirstOrDefault()?.Text ?? stated.FirstOrDefault();
        // A template that has lost the headline leaves the site's name
        var named = titles.TrueForAll(title => title.Whole[^1] is '-' or '|' or '\u2013' && site.HoldsHost(title.Own)) ? headings.FirstOrDefault()?.Text : null;
        return Alike(headings, titles[0].Own) ?? OfArticle(headings, titles.ConvertAll(title => title.Own)) ?? Only(headings, shared ?? data.Headline) ?? named ?? titles[0].Own;
    }

    private static string? Chosen(List<(string Whole, string Own)> titles, List<PageHeading> headings, Func<List<PageHeading>, string, string, string?> choose) =>
        titles.Select(title => choose(headings, title.Whole, title.Own)).FirstOrDefault(headline => headline is not null);

    private static string? Same(List<PageHeading> headings, string whole, string own) =>
        (headings.Find(heading => TitleWords.Same(heading.Text, whole)) ?? headings.Find(heading => TitleWords.Same(heading.Text, own)))?.Text;

    private static string? Agreeing(List<PageHeading> headings, string whole, string own)
    {
        if (headings.Find(heading => TitleWords.Within(own, heading.Text) && TitleWords.Within(heading.Text, whole)) is { } between)
            return between.Text;
        if (headings.Find(heading => heading.IsFirstLevel && TitleWords.Within(own, heading.Text)) is { } longer && TitleWords.Count(own) > 1)
            return longer.Runs.Count == 1 && (TitleWords.Count(own) < WordsOfAHeadline || GoesOn(longer.Text, own)) ? longer.Text : own;
        return headings.Find(heading => heading.IsFirstLevel && heading.Text.Length >= PageHeadings.Shortest && TitleWords.Within(heading.Text, own))?.Text
            ?? headings.Find(heading => !heading.IsFirstLevel && heading.Text.Length >= ShortestPart && (IsPart(heading.Text, whole) || TitleWords.Count(heading.Text) > 2 && TitleWords.Opens(own, heading.Text)))?.Text;
    }

    /// The statement was cut, or left out what the heading opens with; other words before it are a kicker
    private static bool GoesOn(string heading, string own) => TitleWords.Opens(heading, own) || heading.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon && TitleWords.Opens(heading[colon..], own);

    private static bool IsPart(string heading, string whole)
    {
        var parts = whole.Split([" | ", " - ", " \u2013 ", " \u2014 ", " \u00BB ", " \u00AB ", " \u00B7 ", " \u2022 ", " : ", ": ", " > "], StringSplitOptions.RemoveEmptyEntries);
        for (var start = 0; start < parts.Length && parts.Length is > 1 and <= MostParts; start++)
        {
            for (var end = start + 1; end <= parts.Length; end++)
            {
                if (TitleWords.Same(string.Join(' ', parts[start..end]), heading))
                    return true;
            }
        }

        return false;
    }

    private static string? Alike(List<PageHeading> headings, string own) =>
        headings.Find(heading => heading.IsFirstLevel && heading.Text.Length >= PageHeadings.Shortest && TitleWords.Likeness(heading.Text, own) >= AlikeEnough)?.Text;

    /// Statements written to be found by search engines have other words; a heading on the same thing, alone of its level in the article, is the headline
    private static string? OfArticle(List<PageHeading> headings, List<string> stated)
    {
        var own = headings.Where(heading => heading.IsOfArticle).Take(2).ToList();
        return own.Count == 1 && TitleWords.Count(own[0].Text) >= WordsOfAHeadline && stated.Exists(title => TitleWords.ShareLongWord(title, own[0].Text)) ? own[0].Text : null;
    }

    /// A document's title alone may be the same on all pages of a site; the only heading of the first level is not
    private static string? Only(List<PageHeading> headings, string? shared)
    {
        if (shared is not null)
            return null;
        var first = headings.Where(heading => heading.IsFirstLevel).Take(2).ToList();
        return first.Count == 1 ? first[0].Text : null;
    }
}
