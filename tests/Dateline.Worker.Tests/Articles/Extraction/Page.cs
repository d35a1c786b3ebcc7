using System.Text;
using Dateline.Worker.Articles;

namespace Dateline.Worker.Tests.Articles.Extraction;

/// <summary>Article pages written out in a test.</summary>
internal static class Page
{
    /// <summary>Two paragraphs of an article, long enough to be told from what surrounds them.</summary>
    public const string Paragraphs =
        """
        <p>The harbour was closed on Tuesday after a ferry with two hundred passengers ran aground on a sandbank that had not been on any chart, the coast guard said.</p>
        <p>Nobody was hurt, and the passengers were brought ashore in fishing boats before noon. The ferry is to be pulled free with the evening tide, if the wind allows it.</p>
        """;

    public const string Text =
        "The harbour was closed on Tuesday after a ferry with two hundred passengers ran aground on a sandbank that had not been on any chart, the coast guard said.\n\n"
        + "Nobody was hurt, and the passengers were brought ashore in fishing boats before noon. The ferry is to be pulled free with the evening tide, if the wind allows it.";

    public static ExtractedArticle Extract(string html, string? url = "https://news.example/harbour") =>
        ArticleExtractor.Extract(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", url is null ? null : new Uri(url));

    public static ExtractedArticle WithHead(string head, string body = "") => Extract($"<html><head>{head}</head><body>{body}<article>{Paragraphs}</article></body></html>");

    public static ExtractedArticle WithBody(string before, string after = "") => Extract($"<html><body><article><h1>Ferry aground</h1>{before}{Paragraphs}{after}</article></body></html>");
}
