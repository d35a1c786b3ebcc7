using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Dateline.Worker.Documents.Dates;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>
/// When the article was published and changed: structured data, meta elements, time elements, the address, text that looks like a date.
/// In the zone that the page states, for a day is only right there.
/// </summary>
internal static partial class PageDates
{
    // Dates before the web and far in the future are mistakes of a template
    private const int EarliestYear = 1990;
    private const int LatestYear = 2100;

    public static DateTimeOffset? Published(IHtmlDocument page, MetaTags tags, StructuredData data, Uri? url, IElement? headline, IReadOnlyList<PageLine> lines, string? language)
    {
        var stated = Parse(tags.First("article:published_time", "og:published_time", "og:article:published_time", "datePublished", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date",
            "date", "pubdate", "publish_date", "publish-date", "publication_date", "parsely-pub-date", "sailthru.date", "article.published", "cxenseparse:recs:publishtime", "shareaholic:article_published_time",
            "citation_publication_date", "dc.date.created", "article.created", "last-modified"));
        var dayFirst = PublicationDates.IsDayFirst(language);
        return InZoneOf(Parse(data.Published), stated)
            ?? stated
            ?? DateElements.Stated(page, dayFirst)
            ?? WrittenPageDates.Beside(lines, dayFirst)
            ?? DateElements.Marked(page, headline, dayFirst)
            ?? FromAddress(url)
            ?? WrittenPageDates.Find(lines, dayFirst)
            ?? Parse(tags.First("article:modified_time", "og:updated_time"))
            ?? Parse(data.Modified);
    }

    /// Where one place states the moment in UTC and another the same moment in the page's own zone
    private static DateTimeOffset? InZoneOf(DateTimeOffset? date, DateTimeOffset? other) =>
        date is { } moment && other is { } local && moment.Offset == TimeSpan.Zero && (moment - local).Duration() < TimeSpan.FromMinutes(5) ? moment.ToOffset(local.Offset) : date;

    public static DateTimeOffset? Modified(IHtmlDocument page, MetaTags tags, StructuredData data) =>
        Parse(data.Modified)
        ?? Parse(tags.First("article:modified_time", "og:updated_time", "dateModified", "dcterms.modified", "dc.date.modified", "last-modified"))
        ?? Parse(page.QuerySelector("[itemprop=dateModified]")?.GetAttribute("datetime"));

    public static DateTimeOffset? Parse(string? text) =>
        PublicationDates.Parse(text) is { Year: > EarliestYear and < LatestYear } date ? InStatedZone(date, text!) : null;

    private static DateTimeOffset InStatedZone(DateTimeOffset date, string text)
    {
        if (StatedZone().Match(text) is not { Success: true } zone)
            return date;
        var minutes = 60 * Number(zone.Groups[2].Value) + Number(zone.Groups[3].Value);
        return minutes > 14 * 60 ? date : date.ToOffset(TimeSpan.FromMinutes(zone.Groups[1].Value == "-" ? -minutes : minutes));
    }

    /// /2015/11/16/, /2015-11/16/, -20151116 or /16-11-2015 in the address
    private static DateTimeOffset? FromAddress(Uri? url)
    {
        if (url is not { IsAbsoluteUri: true } || DayInAddress().Match(url.AbsolutePath) is not { Success: true } day)
            return null;
        return Parse($"{day.Groups["year"].Value}-{day.Groups["month"].Value.PadLeft(2, '0')}-{day.Groups["day"].Value.PadLeft(2, '0')}");
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"\d[T ]\d\d:?\d\d(?::?\d\d(?:\.\d+)?)? ?([+-])(\d\d):?(\d\d)$")]
    private static partial Regex StatedZone();

    [GeneratedRegex(@"[/_.-](?<year>(?:19|20)\d\d)(?:/(?<month>0?[1-9]|1[0-2])/(?<day>0?[1-9]|[12]\d|3[01])|[_-]?(?<month>0[1-9]|1[0-2])[/_-]?(?<day>0[1-9]|[12]\d|3[01]))(?=[/_.-]|$)|[/_](?<day>0[1-9]|[12]\d|3[01])-(?<month>0[1-9]|1[0-2])-(?<year>(?:19|20)\d\d)(?=[/_.-]|$)")]
    private static partial Regex DayInAddress();
}
