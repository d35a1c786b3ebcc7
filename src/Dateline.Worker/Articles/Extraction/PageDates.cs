using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Dateline.Worker.Documents;
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

    public static DateTimeOffset? Published(IHtmlDocument page, MetaTags tags, StructuredData data, Uri? url) =>
        Parse(data.Published)
        ?? Parse(tags.First("article:published_time", "og:published_time", "og:article:published_time", "datePublished", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date",
            "date", "pubdate", "publish_date", "publish-date", "publication_date", "parsely-pub-date", "sailthru.date", "article.published", "cxenseparse:recs:publishtime", "citation_publication_date", "dc.date.created", "article.created", "last-modified"))
        ?? FromElements(page)
        ?? FromAddress(url)
        ?? WrittenPageDates.Find(page)
        ?? Parse(tags.First("article:modified_time", "og:updated_time"))
        ?? Parse(data.Modified);

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

    private static DateTimeOffset? FromElements(IHtmlDocument page)
    {
        foreach (var selector in (string[])["[itemprop=datePublished]", "time[pubdate]", "time[class*=publish], time[class*=entry-date]", "article time[datetime], main time[datetime]", "time[datetime]", "time",
            "abbr.published", ".published, .entry-date, .post-date, .date, .datum, .article-date, .posted-on, .postdate, .meta-date, .date-published, .timestamp, .byline-date"])
        {
            foreach (var element in page.QuerySelectorAll(selector).Take(4))
            {
                if (Parse(element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.GetAttribute("title")) is { } stated)
                    return stated;
                if (WrittenPageDates.In(HtmlText.Squeeze(element.TextContent)) is { } written)
                    return written;
            }
        }

        return null;
    }

    /// /2015/11/16/, /2015-11/16/ or -20151116 in the address
    private static DateTimeOffset? FromAddress(Uri? url)
    {
        if (url is not { IsAbsoluteUri: true } || DayInAddress().Match(url.AbsolutePath) is not { Success: true } day)
            return null;
        return Parse($"{day.Groups["year"].Value}-{day.Groups["month"].Value.PadLeft(2, '0')}-{day.Groups["day"].Value.PadLeft(2, '0')}");
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"\d[T ]\d\d:?\d\d(?::?\d\d(?:\.\d+)?)? ?([+-])(\d\d):?(\d\d)$")]
    private static partial Regex StatedZone();

    [GeneratedRegex(@"[/_.-](?<year>(?:19|20)\d\d)(?:/(?<month>0?[1-9]|1[0-2])/(?<day>0?[1-9]|[12]\d|3[01])|[_-]?(?<month>0[1-9]|1[0-2])[/_-]?(?<day>0[1-9]|[12]\d|3[01]))(?=[/_.-]|$)")]
    private static partial Regex DayInAddress();
}
