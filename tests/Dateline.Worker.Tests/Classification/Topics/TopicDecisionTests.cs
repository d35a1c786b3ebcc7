using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Tests.Classification.Topics;

public class TopicDecisionTests
{
    private static readonly double News = TopicDecision.Kept("en", "A title", "A text");

    [Fact]
    public void Choose_NothingReachesATenth_IsEmpty() => Assert.Empty(TopicDecision.Choose([.05, .09, .05], 1_000, News));

    [Theory]
    [InlineData("en", "A title", 1)]
    [InlineData("und", "A title", 1)]
    [InlineData("en", "", 0)]
    [InlineData("fr", "A title", 0)]
    public void Choose_ByLexiconOrOfASentence_WantsMoreOfTheTop(string language, string title, int expected) =>
        Assert.Equal(expected, TopicDecision.Choose([.1, .24, .1], 100, TopicDecision.Kept(language, title, "A short text.")).Length);

    [Fact]
    public void Choose_NothingIsSure_KeepsTheTopOnly() => Assert.Equal([1], TopicDecision.Choose([.31, .45, .4], 1_000, News));

    [Fact]
    public void Choose_SeveralAreSure_OrdersThemByProbability() => Assert.Equal([2, 0], TopicDecision.Choose([.5, .49, .9], 1_000, News));

    [Fact]
    public void Choose_Equal_OrdersThemByCatalogue() => Assert.Equal([0, 2], TopicDecision.Choose([.7, .1, .7], 1_000, News));

    [Fact]
    public void Choose_NoTopics_IsEmpty() => Assert.Empty(TopicDecision.Choose([], 1_000, News));

    [Theory]
    [InlineData(350, new[] { 0, 1 })]
    [InlineData(351, new[] { 0 })]
    public void Choose_ShortText_IsTaggedSooner(int length, int[] expected) => Assert.Equal(expected, TopicDecision.Choose([.6, .45, .1], length, News));
}
