using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Dateline.Worker.Articles.Extraction;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles;

/// <summary>
/// Takes the article out of a page: its fields from what the page states in data, its text from the page's own paragraphs.
/// Pure and bounded: never throws, whatever the bytes are, and takes no longer than its limits allow.
/// </summary>
internal static class ArticleExtractor
{
    /// <summary>Bytes of a page that are read; what follows is left unread. News pages are 1 MB at most, with all their data.</summary>
    public const int MaxBytes = 8 << 20;

    /// What a page says of itself in its markup stands at its head
    private const int LongestMarkup = 500_000;

    /// More than any article has; each is published
    private const int MostAuthors = 100;

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { DisableElementPositionTracking = true, SkipComments = true });

    public static ExtractedArticle Extract(ReadOnlyMemory<byte> page, string? contentType, Uri? url) => Read(page, contentType, url, static (_, _) => PageLinks.None).Article;

    /// <summary>The article, and where more of it is.</summary>
    public static (ExtractedArticle Article, PageLinks Links) ExtractWithLinks(ReadOnlyMemory<byte> page, string? contentType, Uri url) => Read(page, contentType, url, PageLinks.Read);

    private static (ExtractedArticle Article, PageLinks Links) Read(ReadOnlyMemory<byte> page, string? contentType, Uri? url, Func<IHtmlDocument, Uri?, PageLinks> links)
    {
        var bytes = page.Span[..Math.Min(page.Length, MaxBytes)];
        using var html = new TextBuffer(bytes.Length);
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, TextEncodings.HeadLength)]);
        TextEncodings.Decode(bytes, contentType, HtmlMeta.EncodingOf(head), new ProblemLog(), html);
        using var slim = new TextBuffer(html.Length / 2);
        MarkupDiet.Apply(html.Written, slim);
        // of no length the parser reads the whole rented array, in which another page may stand
        if (slim.Length == 0)
            slim.Append(' ');
        using var document = Parser.ParseDocument(slim.Characters, slim.Length);
        return (Extract(document, html.Written, url), links(document, url));
    }

    private static ExtractedArticle Extract(IHtmlDocument document, ReadOnlySpan<char> markup, Uri? url)
    {
        var metadata = PageMetadata.Read(document, url);
        var found = document.Body is { } body ? ArticleText.Read(body, metadata.Title, metadata.Authors) : default;
        found = OrStated(found, metadata.Body);
        var text = found.Text ?? "";
        var wall = WallDetector.Detect(document, markup[..Math.Min(markup.Length, LongestMarkup)], text, metadata.Paid);
        var hasNoText = wall is Wall.Challenge or Wall.Consent || wall is null && ErrorPage.Is(document, text);
        return new ExtractedArticle
        {
            CanonicalUrl = metadata.CanonicalUrl,
            Title = CleanText.OptionalLine(metadata.Title),
            Authors = [.. metadata.Authors.Take(MostAuthors).Select(author => CleanText.Line(author))],
            Published = metadata.Published,
            Modified = metadata.Modified,
            SiteName = CleanText.OptionalLine(metadata.SiteName),
            Language = metadata.Language,
            Text = hasNoText ? "" : CleanText.Of(text),
            Image = metadata.Image,
            ImageCredit = CleanText.OptionalLine(metadata.ImageCredit ?? ImageCredits.Find(document)),
            Wall = wall,
            Confidence = wall is null && !hasNoText ? found.Confidence : Math.Round(found.Confidence / 4, 2),
        };
    }

    /// The text that the page states in data, where what it shows is far less
    private static ScoredText OrStated(ScoredText found, string? body)
    {
        const int ShortestBody = 500;
        const double StatedConfidence = 0.6;
        if (body is null || TextLength.Of(body) < ShortestBody)
            return found;
        var stated = HtmlText.Plain(body);
        return TextLength.Of(stated) >= ShortestBody && stated.Length > 2 * (found.Text?.Length ?? 0) ? new ScoredText(stated, StatedConfidence) : found;
    }
}
