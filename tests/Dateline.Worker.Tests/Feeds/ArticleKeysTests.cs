using Dateline.Worker.Feeds;
using Dateline.Worker.Feeds.Parsing;
using Dateline.Worker.Storage;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Feeds;

public class ArticleKeysTests
{
    private static IReadOnlyList<IReadOnlyList<string>> Keys(params ParsedEntry[] entries) => Keys(7, entries);

    private static IReadOnlyList<IReadOnlyList<string>> Keys(long feed, params ParsedEntry[] entries) =>
        Keys(new FeedRow { Id = feed }, entries);

    private static IReadOnlyList<IReadOnlyList<string>> Keys(FeedRow feed, params ParsedEntry[] entries) =>
        [.. ArticleKeys.For(feed, "https://news.example", entries, [.. entries.Select(entry => entry.Link)], [.. entries.Select(entry => entry.Title + entry.Summary)])
            .Select(keys => keys.All)];

    [Fact]
    public void For_IdLinkAndWordsWithDate_AreKeys() => Assert.Equal(3, Keys(Some.Entry())[0].Count);

    [Fact]
    public void For_KeysOfOneFeed_StandSideBySide()
    {
        var (one, other) = (Keys(Some.Entry("1"))[0], Keys(Some.Entry("2"))[0]);
        Assert.Equal(one.Select(key => key[..8]), other.Select(key => key[..8]));
        Assert.All(one, key => Assert.Equal(32, key.Length));
        Assert.Equal(3, one.Select(key => key[8..]).Distinct().Count());
        Assert.Empty(one.Intersect(other));
    }

    [Fact]
    public void For_GuidAndLinkChanged_TheSameWordsOfTheSameDateAreTheArticle()
    {
        var changed = Some.Entry() with { Id = "other", Link = "https://news.example/other" };
        Assert.Single(Keys(Some.Entry())[0].Intersect(Keys(changed)[0]));
        Assert.Empty(Keys(Some.Entry())[0].Intersect(Keys(changed with { Published = Some.Now })[0]));
        Assert.Empty(Keys(Some.Entry() with { Published = null })[0].Intersect(Keys(changed with { Published = null })[0]));
    }

    [Fact]
    public void For_SameLinkInAnotherFeed_IsTheSameArticleAndTheIdIsNot()
    {
        var here = Keys(7, Some.Entry())[0];
        var there = Keys(8, Some.Entry())[0];
        Assert.Single(here.Intersect(there));
    }

    [Fact]
    public void For_ChangedLink_KeepsTheId() =>
        Assert.Equal(2, Keys(Some.Entry())[0].Intersect(Keys(Some.Entry() with { Link = "https://news.example/moved" })[0]).Count());

    [Theory]
    [InlineData("http://www.news.example/1/")]
    [InlineData("https://m.news.example/1/amp")]
    public void For_AnotherSpellingOfTheLink_IsTheSameArticle(string link) =>
        Assert.Single(Keys(7, Some.Entry())[0].Intersect(Keys(8, Some.Entry() with { Link = link })[0]));

    [Fact]
    public void For_OneIdForAllItems_IsNoKey()
    {
        var keys = Keys(Some.Entry("1") with { Id = "same" }, Some.Entry("2") with { Id = "same" });
        Assert.Empty(keys[0].Intersect(keys[1]));
        Assert.All(keys, entry => Assert.Equal(2, entry.Count));
    }

    [Fact]
    public void For_OneLinkForAllItems_IsNoKey()
    {
        var keys = Keys(Some.Entry("1") with { Link = "https://news.example/live" }, Some.Entry("2") with { Link = "https://news.example/live" });
        Assert.Empty(keys[0].Intersect(keys[1]));
    }

    [Fact]
    public void For_LinkToTheHomepage_IsNoKey() => Assert.Equal(2, Keys(Some.Entry() with { Link = "https://news.example/" })[0].Count);

    [Fact]
    public void For_NeitherIdNorLink_TheTitleIsTheKey()
    {
        var bare = Some.Entry() with { Id = null, Link = null, Published = null };
        Assert.Equal(Keys(bare)[0], Keys(bare with { Summary = "changed" })[0]);
        Assert.NotEqual(Keys(bare)[0], Keys(bare with { Title = "another" })[0]);
    }

    [Fact]
    public void For_TheSameBareItemTwice_IsTwoItems()
    {
        var bare = Some.Entry() with { Id = null, Link = null };
        var keys = Keys(bare, bare);
        Assert.Empty(keys[0].Intersect(keys[1]));
    }

    [Fact]
    public void For_GuidLinkAndTextChanged_ALongTitleOfTheSameSecondIsTheArticle()
    {
        var entry = Some.Entry() with { Title = "Parliament votes down the new budget" };
        var edited = entry with { Id = "other", Link = "https://news.example/other", Summary = "Rewritten", Title = "Parliament  votes down the NEW budget" };
        Assert.Single(Keys(entry)[0].Intersect(Keys(edited)[0]));
        Assert.Empty(Keys(entry)[0].Intersect(Keys(edited with { Published = entry.Published!.Value.AddSeconds(1) })[0]));
    }

    [Theory]
    [InlineData("Director dealings", "2026-03-04T07:00:00Z")]
    [InlineData("Notice of a holding in a company", "2026-03-04T00:00:00Z")]
    public void For_AShortTitleOrABareDay_IsNoOnesOwn(string title, string published)
    {
        var entry = Some.Entry() with { Title = title, Published = DateTimeOffset.Parse(published, System.Globalization.CultureInfo.InvariantCulture) };
        Assert.Empty(Keys(entry)[0].Intersect(Keys(entry with { Id = "other", Link = "https://news.example/other", Summary = "Of another company" })[0]));
    }

    [Fact]
    public void For_GuidsThatAreNoise_TheyAreNoKeys()
    {
        var feed = new FeedRow { Id = 7, GuidQuality = 0.4 };
        Assert.Equal(Keys(feed, Some.Entry())[0], Keys(feed, Some.Entry() with { Id = "other" })[0]);
        var bare = Some.Entry() with { Link = null, Published = null };
        Assert.Equal(Keys(feed, bare)[0], Keys(feed, bare with { Id = "other" })[0]);
    }
}
