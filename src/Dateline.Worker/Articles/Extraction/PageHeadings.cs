using AngleSharp.Css.Dom;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>A heading of a page, the runs of text that its markup parts it into, and whether it is one of the first level inside an article.</summary>
internal sealed record PageHeading(string Text, IReadOnlyList<string> Runs, bool IsFirstLevel, bool IsOfArticle = false);

/// <summary>The headings that can be an article's headline, the likeliest first.</summary>
internal static class PageHeadings
{
    public const int Shortest = 15;
    private const int MaxHeadings = 16;
    private const int MaxCandidates = 200;
    private const int MaxRuns = 8;
    private const int Longest = 400;

    private static readonly string[] Kickers = ["kicker", "overline", "topline", "dachzeile", "roofline", "supertitle", "overtitle", "pretitle", "eyebrow", "prefix", "subtitle", "label"];

    /// Below the first level they name a menu or repeat the document's title
    private static readonly ISelector Unseen = Selectors.Of("h2[class*=screen-reader], h2[class*=sr-only], h2[class*=visually-hidden]");

    private static readonly ISelector Named = Selectors.Of(
        "h1[itemprop~=headline], h1[class*=entry-title], h1[class*=post-title], h1[class*=article-title], h1[class*=headline], [itemprop~=headline], h2[class*=entry-title], h2[class*=post-title], h2[class*=article-title], h3, "
        + "article h1, main h1, h1[class*=title]");

    public static IReadOnlyList<PageHeading> Read(IHtmlDocument page)
    {
        var candidates = page.QuerySelectorAll("h1, h2, [itemprop~=headline]").Take(MaxCandidates).Concat(OfPost(page)).ToList();
        var elements = candidates.Where(element => Named.Match(element, null)).Take(MaxHeadings).Concat(candidates.Where(element => element.LocalName is "h1").Take(MaxHeadings)).Concat(candidates.Where(element => element.LocalName is "h2").Take(MaxHeadings));
        return [.. elements.Distinct().Where(element => !LinksHome(element) && !Unseen.Match(element, null)).Select(Heading).Where(heading => heading.Text.Length is > 0 and < Longest).DistinctBy(heading => heading.Text)];
    }

    /// Blogs set the title of a post one level lower; where several are on the page they are those of other posts
    private static List<IElement> OfPost(IHtmlDocument page)
    {
        var titles = page.QuerySelectorAll("h3.entry-title, h3.post-title, h3.entry-header").Take(2).ToList();
        return titles.Count == 1 ? titles : [];
    }

    /// <summary>The element whose text the headline is, or the first heading.</summary>
    public static IElement? Of(IHtmlDocument page, string? title)
    {
        var headings = page.QuerySelectorAll("h1, h2, h3, h4, [itemprop~=headline]").Take(4 * MaxHeadings).ToList();
        return (title is null ? null : headings.Find(heading => TitleWords.Same(heading.TextContent, title)) ?? headings.Find(heading => TitleWords.Within(title, heading.TextContent)))
            ?? headings.Find(heading => heading.LocalName is "h1");
    }

    /// The site's name on top of its pages leads to its first page
    private static bool LinksHome(IElement heading)
    {
        var link = heading.QuerySelector("a[href]") ?? heading.ParentElement;
        if (link is not IHtmlAnchorElement || link.GetAttribute("href") is not { Length: > 0 } address)
            return false;
        return WebUri.TryAbsolute(address, out var url) && url.Scheme is "http" or "https" ? url.PathAndQuery.Length <= 1 && url.Fragment.Length == 0 : address is "/" or "./";
    }

    private static PageHeading Heading(IElement heading)
    {
        var texts = heading.Descendants<IText>().Take(4 * MaxRuns).ToList();
        var own = texts.Where(text => text.ParentElement == heading || !text.Ancestors<IElement>().TakeWhile(element => element != heading).Any(IsBesideTitle)).ToList();
        // Lines of a heading are parted by markup as often as by spaces
        var runs = (own.Sum(text => text.Length) >= Shortest ? own : texts).Select(text => Clean(text.Data)).Where(text => text.Length > 0).Take(MaxRuns).ToList();
        return new PageHeading(Trim(string.Join(' ', runs)), runs, heading.LocalName is not "h2" || heading.HasAttribute("itemprop") || heading.ClassName?.Contains("-title", StringComparison.Ordinal) == true,
            heading.LocalName is "h1" && heading.Ancestors<IElement>().Any(element => element.LocalName is "article"));
    }

    /// A kicker or a subtitle inside the heading is named for what it is
    private static bool IsBesideTitle(IElement element) =>
        element.LocalName is "small" || element.ClassName is { } name && Kickers.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string Clean(string text) => HtmlText.Squeeze(text).Replace("\u00AD", "", StringComparison.Ordinal);

    /// Signs that parted the heading from a kicker
    public static string Trim(string text) => text.TrimStart(' ', ':', '|', '-', '\u2013', '\u2014', '/', '\u00B7', '\u2022').TrimEnd(' ', '|', ':', '\u2013', '\u2014', '/', '\u00B7', '\u2022');
}
