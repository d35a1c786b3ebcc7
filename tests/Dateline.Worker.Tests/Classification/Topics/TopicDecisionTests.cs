using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Tests.Classification.Topics;

public class TopicDecisionTests
{
    [Fact]
    public void Choose_NothingReachesAFifth_IsEmpty() => Assert.Empty(TopicDecision.Choose([.1, .19, .1], 1_000, "en"));

    [Theory]
    [InlineData("en", 1)]
    [InlineData("und", 1)]
    [InlineData("fr", 0)]
    public void Choose_ByLexicon_WantsMoreOfTheTop(string language, int expected) => Assert.Equal(expected, TopicDecision.Choose([.1, .25, .1], 1_000, language).Length);

    [Fact]
    public void Choose_NothingIsSure_KeepsTheTopOnly() => Assert.Equal([1], TopicDecision.Choose([.31, .45, .4], 1_000, "en"));

    [Fact]
    public void Choose_SeveralAreSure_OrdersThemByProbability() => Assert.Equal([2, 0], TopicDecision.Choose([.5, .49, .9], 1_000, "en"));

    [Fact]
    public void Choose_Equal_OrdersThemByCatalogue() => Assert.Equal([0, 2], TopicDecision.Choose([.7, .1, .7], 1_000, "en"));

    [Fact]
    public void Choose_NoTopics_IsEmpty() => Assert.Empty(TopicDecision.Choose([], 1_000, "en"));

    [Theory]
    [InlineData(350, new[] { 0, 1 })]
    [InlineData(351, new[] { 0 })]
    public void Choose_ShortText_IsTaggedSooner(int length, int[] expected) => Assert.Equal(expected, TopicDecision.Choose([.6, .45, .1], length, "en"));
}
