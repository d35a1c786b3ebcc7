using Dateline.Contracts;
using Dateline.Worker.Classification;
using Dateline.Worker.Demo;

namespace Dateline.Worker.Tests.Classification;

public class ClassifierTests
{
    public static TheoryData<string> Demo => [.. DemoArticle.ReadAll().Select(article => article.Slug)];

    [Theory]
    [MemberData(nameof(Demo))]
    public void Classify_DemoArticle_OrdersItsTags(string slug)
    {
        var tags = BuiltIn.Classifier.Classify(Input(slug));

        Assert.NotEmpty(tags.Topics);
        Assert.Equal(tags.Topics.OrderByDescending(topic => topic.Confidence).Select(topic => topic.Slug), tags.Topics.Select(topic => topic.Slug));
        Assert.Equal(tags.Regions.OrderBy(region => region.Role == Region.Focus ? 0 : 1).Select(region => region.Code), tags.Regions.Select(region => region.Code));
        Assert.All(tags.Topics, topic => Assert.InRange(topic.Confidence, 0, 1));
        Assert.All(tags.Regions, region => Assert.InRange(region.Confidence, 0, 1));
        Assert.InRange(tags.Regions.Count(region => region.Role == Region.Focus), 1, 4);
    }

    [Theory]
    [MemberData(nameof(Demo))]
    public void Classify_DemoArticle_ShowsTheWordsThatItFound(string slug)
    {
        var input = Input(slug);

        var regions = BuiltIn.Classifier.Classify(input).Regions;

        Assert.All(regions, region => Assert.All(region.Evidence, words => Assert.Contains(words, $"{input.Title}\n{input.Text}", StringComparison.Ordinal)));
        Assert.All(regions, region => Assert.NotEmpty(region.Evidence));
    }

    [Fact]
    public void Classify_SameInputOnManyThreads_GivesTheSameTags()
    {
        var inputs = DemoArticle.ReadAll().Select(article => Input(article.Slug)).ToArray();
        var once = inputs.Select(Written).ToArray();

        Parallel.For(0, 4, _ => Assert.Equal(once, inputs.Reverse().Select(Written).Reverse()));
    }

    [Fact]
    public void Classify_TextShorterThanSummary_ReadsTheSummary()
    {
        var tags = BuiltIn.Classifier.Classify(new ClassifierInput("On Monday", "The central bank of Ghana cut its interest rate as inflation slowed.", "Read more"));

        Assert.Equal("economy", tags.Topics[0].Slug);
        Assert.Equal("GH", tags.Regions[0].Code);
    }

    [Theory]
    [InlineData("KE", "KE")]
    [InlineData("ke", "KE")]
    public void Classify_NoPlaceNamed_TakesTheFeedsCountry(string feedCountry, string expected)
    {
        var region = Assert.Single(BuiltIn.Classify("Council puts off vote on new bus lanes", "The mayor said that it could wait until the spring.", feedCountry: feedCountry).Regions);

        Assert.Equal(expected, region.Code);
        Assert.Equal(Region.Focus, region.Role);
        Assert.Empty(region.Evidence);
        Assert.InRange(region.Confidence, .01, .5);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ZZ")]
    [InlineData("Kenya")]
    public void Classify_NoPlaceNamedAndNoSuchFeedCountry_GivesNoRegion(string? feedCountry) =>
        Assert.Empty(BuiltIn.Classify("Council puts off vote on new bus lanes", feedCountry: feedCountry).Regions);

    private static ClassifierInput Input(string slug)
    {
        var article = DemoArticle.ReadAll().Single(article => article.Slug == slug);
        return new ClassifierInput(article.Title, article.Summary, string.Join("\n\n", article.Paragraphs), Language: article.Language);
    }

    private static string Written(ClassifierInput input) => System.Text.Json.JsonSerializer.Serialize(BuiltIn.Classifier.Classify(input));
}
