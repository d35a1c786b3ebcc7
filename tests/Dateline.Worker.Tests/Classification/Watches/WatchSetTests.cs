using Dateline.Contracts;
using Dateline.Worker.Classification.Watches;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Classification.Watches;

public class WatchSetTests
{
    private static readonly WatchedArticle Article = new(
        "Strikes halt trains across France",
        "Rail unions in Paris said on Monday that the strike would last. A car bomb was found; nobody was injured. Le président a démissionné. 東京で大きな地震があった")
    {
        Authors = ["Jane Doe"], Host = "lemonde.fr", FeedId = 7, FeedTitle = "Le Monde", Language = "en",
        Topics = [Some.Topic("labour")],
        Labels = [new ArticleLabel("risk", "risk:strike", "strike", "Strike", .9, [])],
        Regions = [Some.Region("FR", "western-europe", "europe"), Some.Region("JP", "eastern-asia", "asia", Region.Mention)],
    };

    private static WatchRule Rule(string text)
    {
        var (rule, problem) = WatchReader.ReadOne(text, "rule");
        Assert.True(rule is not null, $"{problem}");
        return rule;
    }

    private static bool Matches(string rule, WatchedArticle? article = null) => new WatchSet([Rule(rule)]).Match(article ?? Article).Count == 1;

    /// <summary>Small words that are written in one with the rule's.</summary>
    [Theory]
    [InlineData("지진", "지진으로 대통령이 현장을 찾았다", true)]
    [InlineData("대통령 AND 현장", "지진으로 대통령이 현장을 찾았다", true)]
    [InlineData("\"지진 대통령\"", "지진으로 대통령이 현장을 찾았다", true)]
    [InlineData("지진", "지진계를 설치했다", false)]
    [InlineData("물", "물가가 올랐다", false)]
    [InlineData("زلزال", "ضرب الزلزال الساحل", true)]
    [InlineData("زلزال AND ساحل", "وبالزلزال دُمّر الساحل", true)]
    [InlineData("\"بنك مركزي\"", "قال البنك المركزي", true)]
    [InlineData("أزمة", "للأزمة أسباب", true)]
    [InlineData("مان", "في المانيا", false)]
    [InlineData("رعد", "والرعد", true)]
    [InlineData("רעידה", "הרעידה פגעה בחוף", true)]
    [InlineData("\"בנק מרכזי\"", "כשהבנק המרכזי הודיע", false)]
    [InlineData("\"בנק מרכזי\"", "והבנק המרכזי הודיע", true)]
    [InlineData("strike", "thestrike", false)]
    public void Match_WordsWrittenInOne_AreFound(string rule, string text, bool matches) => Assert.Equal(matches, Matches(rule, new WatchedArticle(text, "")));

    [Theory]
    [InlineData("strike", true)]
    [InlineData("STRIKE", true)]
    [InlineData("strik", false)]
    [InlineData("strik*", true)]
    [InlineData("*ike", true)]
    [InlineData("str?ke", true)]
    [InlineData("s*k?", true)]
    [InlineData("\"car bomb\"", true)]
    [InlineData("\"car bomb*\"", true)]
    [InlineData("\"bomb car\"", false)]
    [InlineData("\"c* bomb\"", true)]
    [InlineData("president", true)]
    [InlineData("démissionne", true)]
    [InlineData("地震", true)]
    [InlineData("震地", false)]
    [InlineData("strike bomb", true)]
    [InlineData("strike AND bomb", true)]
    [InlineData("strike AND plane", false)]
    [InlineData("plane OR bomb", true)]
    [InlineData("NOT plane", true)]
    [InlineData("NOT NOT plane", false)]
    [InlineData("strike AND NOT bomb", false)]
    [InlineData("plane OR strike AND NOT plane", true)]
    [InlineData("(plane OR strike) AND NOT trains", false)]
    [InlineData("title:strikes", true)]
    [InlineData("title:bomb", false)]
    [InlineData("text:bomb", true)]
    [InlineData("text:halt", false)]
    [InlineData("title:\"halt trains\"", true)]
    public void Match_Words(string rule, bool expected) => Assert.Equal(expected, Matches(rule));

    [Theory]
    [InlineData("unions NEAR/2 paris", true)]
    [InlineData("paris NEAR/2 unions", true)]
    [InlineData("unions NEAR/1 paris", false)]
    [InlineData("(plane OR unions) NEAR/2 paris", true)]
    [InlineData("rail NEAR/3 paris NEAR/4 that", true)]
    [InlineData("rail NEAR/3 paris NEAR/3 that", false)]
    [InlineData("france NEAR/1000 rail", false)]
    [InlineData("\"car bomb\" NEAR/2 found", true)]
    [InlineData("bomb NEAR/5 bomb", false)]
    public void Match_Near(string rule, bool expected) => Assert.Equal(expected, Matches(rule));

    [Theory]
    [InlineData("topic:labour", true)]
    [InlineData("topic:conflict", false)]
    [InlineData("label:strike", true)]
    [InlineData("label:risk/strike", true)]
    [InlineData("label:other/strike", false)]
    [InlineData("label:fraud", false)]
    [InlineData("country:FR", true)]
    [InlineData("country:jp", false)]
    [InlineData("mention:JP", true)]
    [InlineData("region:europe", true)]
    [InlineData("region:western-europe", true)]
    [InlineData("region:asia", false)]
    [InlineData("language:en", true)]
    [InlineData("feed:7", true)]
    [InlineData("feed:\"le monde\"", true)]
    [InlineData("site:lemonde.fr", true)]
    [InlineData("site:fr", true)]
    [InlineData("site:monde.fr", false)]
    [InlineData("author:doe", true)]
    [InlineData("author:\"John\"", false)]
    [InlineData("strike AND country:FR AND NOT topic:sport", true)]
    public void Match_Tags(string rule, bool expected) => Assert.Equal(expected, Matches(rule));

    [Theory]
    [InlineData("ATLEAST 5 (bomb^3 injured^2)", true)]
    [InlineData("ATLEAST 6 (bomb^3 injured^2)", false)]
    [InlineData("ATLEAST 2 (bomb injured plane)", true)]
    [InlineData("ATLEAST 3 (bomb^4 strike^-2)", false)]
    [InlineData("ATLEAST 1.5 (topic:labour^1 (plane OR rail)^.5)", true)]
    public void Match_Weights(string rule, bool expected) => Assert.Equal(expected, Matches(rule));

    [Fact]
    public void Match_SaysByWhat() =>
        Assert.Equal(["strike", "country:fr"], Assert.Single(new WatchSet([Rule("(strike OR plane) AND country:FR AND NOT topic:sport")]).Match(Article)).Evidence);

    /// <summary>One automaton over all: each rule of many gives what it gives alone.</summary>
    [Fact]
    public void Match_ManyRules_AreAsEachAlone()
    {
        string[] words = ["strike", "plane", "rail", "\"car bomb\"", "un*", "*ris", "title:halt", "country:FR", "topic:sport", "NOT plane", "paris NEAR/3 unions"];
        var texts = words.SelectMany(one => words.SelectMany(other => new[] { $"{one} AND {other}", $"{one} OR ({other})" })).Where(text => !text.Contains("NEAR/3 unions AND NOT plane NEAR", StringComparison.Ordinal)).ToArray();
        var rules = texts.Select((text, index) => Rule(text) with { Name = $"r{index}" }).ToArray();
        var together = new WatchSet(rules).Match(Article).Select(match => match.Name);
        Assert.Equal(rules.Where(rule => new WatchSet([rule]).Match(Article).Count == 1).Select(rule => rule.Name), together);
        Assert.NotEmpty(together);
        Assert.Equal(together, new WatchSet(rules).Names(Article));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uD800 \0 \u202E")]
    public void Match_OddTexts_MatchNothing(string text) => Assert.False(Matches("strike*", new WatchedArticle(text, text)));

    /// <summary>A pattern of many stars over a long word is no trap.</summary>
    [Fact]
    public void Match_ManyStars_AreBounded() => Assert.False(Matches("*a*a*a*a*a*a*a*a*a*a*a*a*b", new WatchedArticle("", new string('a', 100_000))));

    [Fact]
    public async Task Match_NearsOnATextOfOneWord_DoNotCompareAllPlaces()
    {
        var rule = string.Join(" NEAR/1 ", Enumerable.Repeat("bomb", 300));
        var article = Article with { Text = string.Concat(Enumerable.Repeat("bomb ", 20_000)) };

        // each pair of places for each NEAR are 60 billion
        Assert.True(await Task.Run(() => Matches(rule, article)).WaitAsync(TimeSpan.FromMinutes(1)));
    }
}
