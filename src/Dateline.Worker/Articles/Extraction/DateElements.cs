using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>
/// Elements that mark a date. The surest say that it is of publication; of the others the first under the headline is meant, for lists of
/// other stories have dates too.
/// </summary>
internal static class DateElements
{
    private const int MaxElements = 40;

    private static readonly string[] Saying = ["[itemprop=datePublished]", "[property~='schema:datePublished'], [property~='schema:dateCreated']", "time[pubdate]", "time[class*=publish], time[class*=entry-date]"];

    private const string Marking = "time, abbr.published, .published, .entry-date, .post-date, .date, .datum, .article-date, .posted-on, .postdate, .meta-date, .date-published, .timestamp, .byline-date, [class*=publish-date], [class*=-datum], [class*=news-date], [data-date], [data-datetime]";

    /// <summary>An element that says that its date is that of publication.</summary>
    public static DateTimeOffset? Stated(IHtmlDocument page, bool dayFirst) =>
        Saying.Select(selector => First(page.QuerySelectorAll(selector).Take(MaxElements).Where(element => !IsBeside(element)), dayFirst)).FirstOrDefault(date => date is not null);

    public static DateTimeOffset? Marked(IHtmlDocument page, IElement? headline, bool dayFirst)
    {
        var marked = page.QuerySelectorAll(Marking).Take(MaxElements).ToList();
        var own = marked.Where(element => !IsBeside(element)).ToList();
        var under = headline is null ? [] : own.Where(element => headline.CompareDocumentPosition(element).HasFlag(DocumentPositions.Following)).ToList();
        // What stands above the headline stands nearest to it last
        return First(under.Where(element => !SaysChanged(element)), dayFirst) ?? First(own.Except(under).Reverse(), dayFirst) ?? First(under, dayFirst) ?? First(marked, dayFirst);
    }

    private static DateTimeOffset? First(IEnumerable<IElement> elements, bool dayFirst) => elements.Select(element => Read(element, dayFirst)).FirstOrDefault(date => date is not null);

    private static DateTimeOffset? Read(IElement element, bool dayFirst) =>
        PageDates.Parse(element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.GetAttribute("title") ?? element.GetAttribute("data-datetime") ?? element.GetAttribute("data-date")) ?? WrittenPageDates.In(NodeText.Of(element, 200), dayFirst);

    private static bool SaysChanged(IElement element) =>
        string.Concat(element.ClassName, " ", element.GetAttribute("itemprop"), " ", element.ParentElement?.ClassName) is var names
        && (names.Contains("update", StringComparison.OrdinalIgnoreCase) || names.Contains("modified", StringComparison.OrdinalIgnoreCase)) && !names.Contains("publish", StringComparison.OrdinalIgnoreCase);

    private static bool IsBeside(IElement element)
    {
        for (var ancestor = element; ancestor is not null; ancestor = ancestor.ParentElement)
        {
            if (ancestor.LocalName is "aside" or "nav" or "footer")
                return true;
            var hints = string.Concat(ancestor.ClassName, " ", ancestor.Id).ToLowerInvariant();
            if (ancestor.LocalName is not ("body" or "html" or "article" or "main") && hints.Length > 1 && Chrome.IsBesideArticle(hints))
                return ancestor.QuerySelector("h1") is null;
        }

        return false;
    }
}
