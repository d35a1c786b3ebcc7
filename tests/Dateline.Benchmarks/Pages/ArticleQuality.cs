using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Dateline.Worker.Articles;
using Dateline.Worker.Tests.Articles.Extraction;

namespace Dateline.Benchmarks.Pages;

/// <summary>
/// What the extractor takes from real pages: segments and fields of trafilatura's pages, every other page for developing and the rest to
/// see whether that holds, and likeness to Readability's own output, which is no truth but shows where to look.
/// </summary>
internal static class ArticleQuality
{
    public static void Run(string folder)
    {
        var pages = TrafilaturaPage.Read(Path.Combine(folder, "trafilatura", "tests"));
        var articles = pages.AsParallel().AsOrdered().WithDegreeOfParallelism(2)
            .Select(page => ArticleExtractor.Extract(File.ReadAllBytes(page.File), null, new Uri(page.Url))).ToList();
        Console.WriteLine("pages             F   precision   recall   title  (or with more)  author    date");
        var pairs = pages.Zip(articles).ToList();
        Print("even", [.. pairs.Where((_, index) => index % 2 == 0)]);
        Print("odd", [.. pairs.Where((_, index) => index % 2 == 1)]);
        Print("all", pairs);

        var likeness = new ShingleCounts();
        foreach (var (source, expected) in Readability(Path.Combine(folder, "readability")))
            likeness.Add(expected, ArticleExtractor.Extract(source, "text/html; charset=utf-8", null).Text);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"like Readability {likeness.F:0.0000} {likeness.Precision:0.0000} {likeness.Recall:0.0000} over {likeness.Pages} pages"));
    }

    public static IEnumerable<(byte[] Source, string Expected)> Readability(string folder) =>
        Directory.EnumerateFiles(folder, "source.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file =>
        {
            using var expected = new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "expected.html")));
            return (File.ReadAllBytes(file), string.Join(' ', expected.Body!.Descendants<IText>().Select(text => text.Data)));
        });

    private static void Print(string name, IReadOnlyList<(TrafilaturaPage Page, ExtractedArticle Article)> pairs)
    {
        var (segments, fields) = (new SegmentCounts(), new FieldCounts());
        foreach (var (page, article) in pairs)
        {
            page.Score(article.Text, ref segments);
            fields.Add(page, article);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-5} {pairs.Count,4} {segments.F,9:0.0000} {segments.Precision,10:0.0000} {segments.Recall,8:0.0000} {fields.Share("title"),7:0.000} {fields.Share(FieldCounts.TitleOrMore),15:0.000} {fields.Share("author"),7:0.000} {fields.Share("date"),7:0.000}"));
    }
}
