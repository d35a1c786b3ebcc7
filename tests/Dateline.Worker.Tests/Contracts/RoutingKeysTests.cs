using Dateline.Contracts;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Contracts;

public class RoutingKeysTests
{
    [Fact]
    public void For_SeveralTopicsAndFocusRegions_GivesEveryPairTheFirstOnesFirst()
    {
        var keys = RoutingKeys.For(
            [Some.Topic("conflict"), Some.Topic("politics")],
            [Some.Region("IQ", "western-asia", "asia"), Some.Region("FR", "western-europe", "europe")], "en", []);

        Assert.Equal(
            ["conflict.asia.western-asia.iq.en", "conflict.europe.western-europe.fr.en", "politics.asia.western-asia.iq.en", "politics.europe.western-europe.fr.en"],
            keys);
    }

    [Fact]
    public void For_OnlyMentions_HaveNoPlaceInTheKey() =>
        Assert.Equal(["sport.none.none.none.fr"], RoutingKeys.For([Some.Topic("sport")], [Some.Region("FR", "western-europe", "europe", Region.Mention)], "fr", []));

    [Fact]
    public void For_NothingKnown_StillHasFiveWords() => Assert.Equal(["none.none.none.none.und"], RoutingKeys.For([], [], null, []));

    [Theory]
    [InlineData("pt-BR", "pt")]
    [InlineData("zh_Hant", "zh")]
    [InlineData("EN", "en")]
    [InlineData("", "und")]
    [InlineData("x.y z", "x-y-z")]
    public void For_Language_IsItsPrimarySubtagAsOneWord(string language, string word) =>
        Assert.EndsWith($".{word}", RoutingKeys.For([], [], language, [])[0], StringComparison.Ordinal);

    [Fact]
    public void For_Labels_StandBetweenThePairsAndTheWatches() =>
        Assert.Equal(
            ["none.none.none.none.en", "label.risk.sanctions", "watch.a"],
            RoutingKeys.For([], [], "en", ["a"], [new ArticleLabel("Risk", "x", "sanctions", "Sanctions", 1, [])]));

    [Fact]
    public void For_Watches_FollowThePairs() =>
        Assert.Equal(["none.none.none.none.en", "watch.my-rule-1"], RoutingKeys.For([], [], "en", ["My rule.1"]));

    [Fact]
    public void For_TheSamePairTwice_IsOneKey() =>
        Assert.Single(RoutingKeys.For([Some.Topic("sport"), Some.Topic("sport")], [], "en", []));
}
