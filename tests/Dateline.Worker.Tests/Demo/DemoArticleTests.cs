using Dateline.Worker.Demo;

namespace Dateline.Worker.Tests.Demo;

public class DemoArticleTests
{
    private const string Whole = "feed: world\nlanguage: en\ntitle: A: b\nauthor: C\nsummary: D\n\nOne.\n\nTwo.\n";

    [Fact]
    public void Parse_WholeArticle_ReadsItsFields()
    {
        var article = DemoArticle.Parse("world-x", Whole);

        Assert.Equal(("world-x", "world", "en", "A: b", "C", "D"), (article.Slug, article.Feed, article.Language, article.Title, article.Author, article.Summary));
        Assert.Null(article.Image);
        Assert.Equal(["One.", "Two."], article.Paragraphs);
    }

    [Theory]
    [InlineData("feed: world\n", "there is no feed")]
    [InlineData("language: en\n", "there is no language")]
    [InlineData("title: A: b\n", "there is no title")]
    [InlineData("author: C\n", "there is no author")]
    [InlineData("summary: D\n", "there is no summary")]
    [InlineData("\nOne.\n\nTwo.\n", "paragraphs")]
    public void Parse_PartIsMissing_NamesFileAndPart(string part, string expected)
    {
        var error = Assert.Throws<FormatException>(() => DemoArticle.Parse("world-x", Whole.Replace(part, "", StringComparison.Ordinal)));

        Assert.Contains("world-x.txt", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense\n")]
    [InlineData("feed: again\n")]
    [InlineData("summary:\n")]
    public void Parse_WrongLine_NamesFile(string line) => Assert.Contains(
        "world-x.txt", Assert.Throws<FormatException>(() => DemoArticle.Parse("world-x", Whole.Replace("summary: D\n", line, StringComparison.Ordinal))).Message, StringComparison.Ordinal);

    [Fact]
    public void ReadAll_Articles_BelongToFeedsInTheirLanguage()
    {
        var feeds = DemoFeed.All.ToDictionary(feed => feed.Name);

        Assert.All(DemoArticle.ReadAll(), article =>
        {
            Assert.Equal(feeds[article.Feed].Language, article.Language);
            Assert.StartsWith(article.Feed + "-", article.Slug, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void ReadAll_EveryFeed_HasArticles()
    {
        var counts = DemoArticle.ReadAll().CountBy(article => article.Feed).ToDictionary();

        Assert.All(DemoFeed.All, feed => Assert.InRange(counts.GetValueOrDefault(feed.Name), feed.Behaviour == DemoBehaviour.Live ? 6 : 3, 10));
    }
}
