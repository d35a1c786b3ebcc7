using Dateline.Contracts;
using Dateline.Worker.Articles;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Articles;

public class TaggedArticleTests
{
    private static readonly ExtractedArticle Page = new()
    {
        CanonicalUrl = "https://news.example/one", Title = "Page title", Authors = ["Page Author"], Published = Some.Now.AddDays(-1), Text = "Page text",
        Image = "https://news.example/i.jpg", ImageCredit = "A Photographer",
    };

    private static ArticleTagged Create(ExtractedArticle? page) => TaggedArticle.Create(Some.Article(), page, "summary", "text", Some.Tags(), null, []);

    [Fact]
    public void Create_Page_GivesAddressAuthorsAndImage()
    {
        var article = Create(Page);
        Assert.Equal(("https://news.example/one", new ArticleImage("https://news.example/i.jpg", "A Photographer")), (article.CanonicalUrl, article.Image));
        Assert.Equal(["Page Author"], article.Authors);
        Assert.Equal(("A title", Some.Now.AddHours(-1), 2), (article.Title, article.Published, article.Revision));
    }

    [Fact]
    public void Create_WallOrNoPage_LeavesTheFeedsWord()
    {
        foreach (var article in new[] { Create(null), Create(Page with { Wall = Wall.Challenge }) })
        {
            Assert.Equal(("https://news.example/1", null), (article.CanonicalUrl, article.Image));
            Assert.Equal(["Feed Author"], article.Authors);
        }
    }

    [Fact]
    public void Create_RoutingKeys_AreThoseOfItsTags() => Assert.Equal(["conflict.asia.western-asia.iq.en"], Create(null).RoutingKeys);

    [Theory]
    [InlineData("a teaser", "A whole article of the page", null, "A whole article of the page")]
    [InlineData("A whole article of the feed", "a scrap", null, "A whole article of the feed")]
    [InlineData("a teaser", "We value your privacy, so please accept", Wall.Consent, "a teaser")]
    [InlineData("a teaser", "", null, "a teaser")]
    public void ChooseText_TheLongerUnlessAWallStandsThere(string feed, string page, object? wall, string chosen) =>
        Assert.Equal(chosen, TaggedArticle.ChooseText(feed, new ExtractedArticle { Text = page, Wall = (Wall?)wall }));

    [Fact]
    public void MessageId_IsTheArticlesAndRevisionsOwn()
    {
        var article = Guid.Parse(Some.Article().Id);
        Assert.Equal(TaggedArticle.MessageId(article, 1), TaggedArticle.MessageId(article, 1));
        Assert.NotEqual(TaggedArticle.MessageId(article, 1), TaggedArticle.MessageId(article, 2));
        Assert.Equal(8, TaggedArticle.MessageId(article, 1).Version);
    }
}
