using System.CommandLine;
using Dateline.Worker.Articles;

namespace Dateline.Worker.Cli;

/// <summary><c>dateline extract</c>: an article page to JSON.</summary>
internal static class ExtractVerb
{
    public static Command Create(Func<Uri, CancellationToken, Task<CliInputResult>> fetch) => DocumentVerb.Create(
        "extract", "Take the article out of pages and write it as JSON.", "{\"path\", \"url\"?}", Extract, fetch);

    private static object Extract(CliInput input)
    {
        var url = WebUri.TryAbsolute(input.Url, out var address) ? address : null;
        var article = ArticleExtractor.Extract(input.Bytes, input.ContentType, url);
        return new ExtractLine(
            input.Name, input.Url, article.CanonicalUrl, article.Title, article.Authors, article.Published, article.Modified,
            article.SiteName, article.Language, article.Text, article.Image, article.ImageCredit, article.Wall, article.Confidence);
    }

    private sealed record ExtractLine(
        string Input,
        string? Url,
        string? CanonicalUrl,
        string? Title,
        IReadOnlyList<string> Authors,
        DateTimeOffset? Published,
        DateTimeOffset? Modified,
        string? SiteName,
        string? Language,
        string Text,
        string? Image,
        string? ImageCredit,
        Wall? Wall,
        double Confidence);
}
