using Dateline.Worker.Articles;
using Dateline.Worker.Tests.Support;
using Xunit.Abstractions;

namespace Dateline.Worker.Tests.Articles.Extraction;

public class ExtractionCorporaTests(ITestOutputHelper output)
{
    [CorporaFact]
    public void Extract_TrafilaturaPages_ReachesTheFloors()
    {
        var pages = TrafilaturaPage.Read(Corpora.PathOf("pages", "trafilatura", "tests"));
        var articles = pages.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(Extract).ToList();
        var counts = new SegmentCounts();
        foreach (var (page, article) in pages.Zip(articles))
            page.Score(article.Text, ref counts);
        var title = Hits(pages.Zip(articles), page => page.Title, (page, article) => page.HasTitle(article.Title));
        var author = Hits(pages.Zip(articles), page => page.Author.Length > 0 ? page.Author : null, (page, article) => page.HasAuthor(article.Authors));
        var date = Hits(pages.Zip(articles), page => page.Date, (page, article) => page.HasDate(article.Published));
        output.WriteLine($"{pages.Count} pages: F {counts.F:0.0000}, precision {counts.Precision:0.0000}, recall {counts.Recall:0.0000}; title {title:0.000}, author {author:0.000}, date {date:0.000}");

        Assert.True(counts.F >= 0.925, $"F {counts.F}");
        Assert.True(title >= 0.89, $"title {title}");
        Assert.True(author >= 0.75, $"author {author}");
        Assert.True(date >= 0.85, $"date {date}");
    }

    [CorporaFact]
    public void Extract_ReadabilityPages_GivesTextForNearlyAll()
    {
        var files = Directory.GetFiles(Corpora.PathOf("pages", "readability"), "source.html", SearchOption.AllDirectories);
        var withText = files.Count(file => ArticleExtractor.Extract(File.ReadAllBytes(file), "text/html; charset=utf-8", null).Text.Length > 200);
        output.WriteLine($"{withText} of {files.Length} pages give more than 200 characters.");

        Assert.True(withText >= files.Length * 0.9, $"{withText} of {files.Length}");
    }

    private static ExtractedArticle Extract(TrafilaturaPage page) => ArticleExtractor.Extract(File.ReadAllBytes(page.File), null, new Uri(page.Url));

    private static double Hits(
        IEnumerable<(TrafilaturaPage Page, ExtractedArticle Article)> pairs, Func<TrafilaturaPage, string?> field, Func<TrafilaturaPage, ExtractedArticle, bool> hit)
    {
        var stated = pairs.Where(pair => field(pair.Page) is not null).ToList();
        return stated.Count(pair => hit(pair.Page, pair.Article)) / (double)stated.Count;
    }
}
