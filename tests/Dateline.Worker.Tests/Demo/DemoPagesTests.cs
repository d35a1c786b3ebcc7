using System.Text;
using Dateline.Worker.Articles;
using Dateline.Worker.Demo;

namespace Dateline.Worker.Tests.Demo;

public class DemoPagesTests
{
    private const string Site = "http://127.0.0.1:1";

    public static TheoryData<string> Slugs => [.. DemoArticle.ReadAll().Select(article => article.Slug)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Write_EachPage_ExtractsToTheArticle(string slug)
    {
        var article = DemoArticle.ReadAll().Single(article => article.Slug == slug);

        var page = Encoding.UTF8.GetBytes(DemoPages.Write(article, Site));
        var extracted = ArticleExtractor.Extract(page, "text/html; charset=utf-8", new Uri($"{Site}/articles/{slug}"));

        Assert.Equal(article.Paragraphs, extracted.Text.Split("\n\n"));
        Assert.Equal(article.Title, extracted.Title);
        Assert.Equal([article.Author], extracted.Authors);
        Assert.Equal(article.Language, extracted.Language);
        Assert.Equal(article.Credit, extracted.ImageCredit);
        Assert.Equal(article.Image is { } image ? $"{Site}/images/{image}" : null, extracted.Image);
        Assert.Null(extracted.Wall);
    }
}
