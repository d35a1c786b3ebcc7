using Dateline.Contracts;

namespace Dateline.Worker.Tests.Contracts;

public class NewsFilterTests
{
    public static TheoryData<NewsPattern, string> Filters => new()
    {
        { NewsFilter.Everything, "#" },
        { NewsFilter.Topic(Topic.Conflict), "conflict.*.*.*.*" },
        { NewsFilter.Topic(Topic.Conflict).Country("FR"), "conflict.*.*.fr.*" },
        { NewsFilter.Country("fr", "FR", "de"), "*.*.*.fr.* *.*.*.de.*" },
        { NewsFilter.Continent("europe").Language("pt-BR"), "*.europe.*.*.pt" },
        { NewsFilter.Subregion("western-asia").Topic(Topic.HumanInterest, Topic.Sport), "human-interest.*.western-asia.*.* sport.*.western-asia.*.*" },
        { NewsFilter.Topic(Topic.Crime).Topic(Topic.Health), "health.*.*.*.*" },
        { NewsFilter.Watch("My rule.1"), "watch.my-rule-1" },
        { NewsFilter.Label("risk"), "label.risk.*" },
        { NewsFilter.Label("risk", "sanctions"), "label.risk.sanctions" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void Patterns_Are(NewsPattern filter, string expected) => Assert.Equal(expected, filter.ToString());

    [Fact]
    public void Patterns_AreMatchedByTheKeysOfSuchAnArticle()
    {
        var keys = RoutingKeys.For(
            [new Topic("x", Topic.Conflict, "", 1, [])], [new Region("FR", "France", "western-europe", "europe", Region.Focus, 1, [])], "en-GB", [], []);
        var pattern = Assert.Single(NewsFilter.Topic(Topic.Conflict).Continent("europe").Subregion("western-europe").Country("FR").Language("en").Patterns);

        Assert.Equal(pattern, Assert.Single(keys));
    }

    [Fact]
    public void Filter_NothingToFilterBy_SaysSo()
    {
        Assert.Throws<ArgumentException>(() => NewsFilter.Topic());
        Assert.Throws<ArgumentException>(() => NewsFilter.Country("FR", " "));
        Assert.Contains("watch.a", Assert.Throws<InvalidOperationException>(() => NewsFilter.Watch("a").Country("FR")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TopicConstants_AreTheCatalogue() => Assert.Equal(
        Worker.Classification.Topics.TopicCatalog.Labels.Labels.Select(label => label.Slug).Order(StringComparer.Ordinal),
        typeof(Topic).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal));
}
