using AngleSharp.Html.Dom;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>The language that a page claims for itself.</summary>
internal static class PageLanguage
{
    public static string? Read(IHtmlDocument page, MetaTags tags, StructuredData data) =>
        LanguageTag.Normalise(page.DocumentElement?.GetAttribute("lang"))
        ?? LanguageTag.Normalise(page.DocumentElement?.GetAttribute("xml:lang"))
        ?? LanguageTag.Normalise(data.Language)
        ?? LanguageTag.Normalise(tags.First("og:locale", "content-language", "language", "dc.language", "dcterms.language"))
        ?? LanguageTag.Normalise(page.QuerySelector("meta[http-equiv='content-language']")?.GetAttribute("content"));
}
