using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Dateline.Worker.Documents;
using Dateline.Worker.Documents.Dates;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>When the article was published and changed: structured data, meta elements, time elements, text that looks like a date, the address.</summary>
internal static partial class PageDates
{
    // Dates before the web and far in the future are mistakes of a template
    private const int EarliestYear = 1990;
    private const int LatestYear = 2100;

    public static DateTimeOffset? Published(IHtmlDocument page, MetaTags tags, StructuredData data, Uri? url) =>
        Parse(data.Published)
        ?? Parse(tags.First("article:published_time", "og:published_time", "og:article:published_time", "datePublished", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date",
            "date", "pubdate", "publish_date", "publish-date", "publication_date", "parsely-pub-date", "sailthru.date", "article.published", "cxenseparse:recs:publishtime", "citation_publication_date", "dc.date.created", "last-modified"))
        ?? FromElements(page)
        ?? FromAddress(url)
        ?? UnderHeading(page)
        ?? Parse(tags.First("article:modified_time", "og:updated_time"));

    public static DateTimeOffset? Modified(IHtmlDocument page, MetaTags tags, StructuredData data) =>
        Parse(data.Modified)
        ?? Parse(tags.First("article:modified_time", "og:updated_time", "dateModified", "dcterms.modified", "dc.date.modified", "last-modified"))
        ?? Parse(page.QuerySelector("[itemprop=dateModified]")?.GetAttribute("datetime"));

    private static DateTimeOffset? Parse(string? text) => PublicationDates.Parse(text) is { Year: > EarliestYear and < LatestYear } date ? date : null;

    private static DateTimeOffset? FromElements(IHtmlDocument page)
    {
        foreach (var selector in (string[])["[itemprop=datePublished]", "time[pubdate]", "time[class*=publish], time[class*=entry-date]", "article time[datetime], main time[datetime]", "time[datetime]", "time",
            "abbr.published", ".published, .entry-date, .post-date, .date, .datum, .article-date, .posted-on, .postdate, .meta-date, .date-published, .timestamp, .byline-date"])
        {
            foreach (var element in page.QuerySelectorAll(selector).Take(4))
            {
                if (Parse(element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.GetAttribute("title")) is { } stated)
                    return stated;
                if (Parse(HtmlText.Squeeze(element.TextContent)) is { } written)
                    return written;
            }
        }

        return null;
    }

    /// A line under the headline that is nothing but a date
    private static DateTimeOffset? UnderHeading(IHtmlDocument page)
    {
        const int MaxElements = 80;
        const int Longest = 50;
        if (page.QuerySelector("h1, h2") is not { } heading)
            return null;
        return page.QuerySelectorAll("body p, body div, body span, body li, body td, body h3, body h4, body h5, body a")
            .Where(element => element.ChildElementCount == 0 && element.TextContent.Length is > 5 and < Longest && heading.CompareDocumentPosition(element).HasFlag(DocumentPositions.Following))
            .Take(MaxElements).Select(element => HtmlText.Squeeze(element.TextContent)).Where(text => Year().IsMatch(text))
            .Select(text => Parse(PromotionText.WithoutDateLabel(text))).FirstOrDefault(date => date is not null);
    }

    [GeneratedRegex(@"\b(?:19|20)\d\d\b")]
    private static partial Regex Year();

    /// /2015/11/16/ in the address
    private static DateTimeOffset? FromAddress(Uri? url)
    {
        var parts = url is { IsAbsoluteUri: true } ? url.AbsolutePath.Split('/') : [];
        for (var index = 0; index + 2 < parts.Length; index++)
        {
            if (parts[index].Length == 4 && Number(parts[index]) is > EarliestYear and < LatestYear and var year
                && Number(parts[index + 1]) is > 0 and <= 12 and var month && Number(parts[index + 2]) is > 0 and var day && day <= DateTime.DaysInMonth(year, month))
                return new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero);
        }

        return null;
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
