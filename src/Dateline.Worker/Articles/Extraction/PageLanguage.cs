using AngleSharp.Html.Dom;
using Dateline.Worker.Feeds.Parsing;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>The language that a page claims for itself.</summary>
internal static class PageLanguage
{
    public static string? Read(IHtmlDocument page, MetaTags tags, StructuredData data) =>
        Languages.Normalise(page.DocumentElement?.GetAttribute("lang"))
        ?? Languages.Normalise(data.Language)
        ?? Languages.Normalise(tags.First("og:locale", "content-language", "language", "dc.language", "dcterms.language"))
        ?? Languages.Normalise(page.QuerySelector("meta[http-equiv='content-language']")?.GetAttribute("content"));
}
