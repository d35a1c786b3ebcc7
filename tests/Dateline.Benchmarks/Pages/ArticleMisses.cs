using System.Globalization;
using Dateline.Worker.Articles;
using Dateline.Worker.Tests.Articles.Extraction;

namespace Dateline.Benchmarks.Pages;

/// <summary>
/// Writes every wrong field and segment of trafilatura's pages to a file, to be looked at: kind, half, wanted, got, page, parted by tabs.
/// </summary>
internal static class ArticleMisses
{
    public static void Write(string folder, string file)
    {
        var pages = TrafilaturaPage.Read(Path.Combine(folder, "trafilatura", "tests"));
        var lines = pages.AsParallel().AsOrdered().WithDegreeOfParallelism(2)
            .SelectMany((page, index) => Of(page).Select(miss => string.Join('\t', miss.Kind, index % 2 == 0 ? "even" : "odd", Line(miss.Wanted), Line(miss.Got), page.Url, Path.GetFileName(page.File)))).ToList();
        File.WriteAllLines(file, lines.Order(StringComparer.Ordinal));
        Console.WriteLine($"{lines.Count} misses written to {file}");
    }

    private static IEnumerable<(string Kind, string Wanted, string Got)> Of(TrafilaturaPage page)
    {
        var article = ArticleExtractor.Extract(File.ReadAllBytes(page.File), null, new Uri(page.Url));
        foreach (var field in new FieldCounts().Add(page, article))
        {
            yield return field switch
            {
                "title" => (field, page.Title ?? "", article.Title ?? ""),
                "author" => (field, page.Author, string.Join("; ", article.Authors)),
                _ => (field, page.Date ?? "", article.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""),
            };
        }

        var text = TrafilaturaPage.Squeeze(article.Text);
        foreach (var segment in page.Wanted.Where(segment => !text.Contains(TrafilaturaPage.Squeeze(segment), StringComparison.Ordinal)))
            yield return ("missed", segment, "");
        foreach (var segment in page.Unwanted.Where(segment => text.Contains(TrafilaturaPage.Squeeze(segment), StringComparison.Ordinal)))
            yield return ("stray", "", segment);
    }

    private static string Line(string text) => TrafilaturaPage.Squeeze(text);
}
