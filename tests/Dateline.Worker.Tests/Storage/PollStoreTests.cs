using Dateline.Worker.Storage;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Storage;

public class PollStoreTests
{
    [Fact]
    public async Task Complete_NewKnownAndChanged_AreTold()
    {
        await using var database = await TestDatabase.Create();
        var (first, feed) = await database.Poll(await database.ClaimNewFeed(), Some.Candidate("a"), Some.Candidate("b"));
        Assert.Equal(new StoredPoll(2, 0, 0), first);
        var (second, again) = await database.Poll(feed, Some.Candidate("a"), Some.Candidate("b", "changed"), Some.Candidate("c"));
        Assert.Equal(new StoredPoll(1, 1, 1), second);
        Assert.Equal(new StoredPoll(0, 0, 3), (await database.Poll(again, Some.Candidate("a"), Some.Candidate("b", "changed"), Some.Candidate("c"))).Stored);
    }

    [Fact]
    public async Task Complete_NewArticles_AreNumberedWithinTheirFeedTheOldestFirst()
    {
        await using var database = await TestDatabase.Create();
        var (_, feed) = await database.Poll(await database.ClaimNewFeed(), Some.Candidate("b"), Some.Candidate("a"));
        await database.Poll(feed, Some.Candidate("d"), Some.Candidate("c"), Some.Candidate("b", "changed"));
        await database.Poll(await database.ClaimNewFeed("https://other.example/"), Some.Candidate("e"));
        Assert.Equal(["Title a 1", "Title b 2", "Title c 3", "Title d 4", "Title e 1"], (await Claim(database)).Select(article => $"{article.Title} {article.Sequence}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Complete_AnyKeyKnown_IsTheSameArticle()
    {
        await using var database = await TestDatabase.Create();
        var (_, feed) = await database.Poll(await database.ClaimNewFeed(), Some.Candidate("guid", "f1", "address"));
        var (moved, again) = await database.Poll(feed, Some.Candidate("guid", "f1", "other address"));
        Assert.Equal(new StoredPoll(0, 0, 1), moved);
        Assert.Equal(new StoredPoll(0, 0, 1), (await database.Poll(again, Some.Candidate("another guid", "f1", "other address"))).Stored);
    }

    [Fact]
    public async Task Complete_TheSameArticleTwiceInADocument_IsOne()
    {
        await using var database = await TestDatabase.Create();
        var (stored, _) = await database.Poll(await database.ClaimNewFeed(), Some.Candidate("a", "f1", "x"), Some.Candidate("b", "f2", "x"));
        Assert.Equal((1, 0), (stored.New, stored.Changed));
    }

    [Fact]
    public async Task Complete_AnotherFeedsArticle_IsNeitherNewNorChanged()
    {
        await using var database = await TestDatabase.Create();
        await database.Poll(await database.ClaimNewFeed(), Some.Candidate("a"));
        var (stored, _) = await database.Poll(await database.ClaimNewFeed("https://other.example/"), Some.Candidate("a", "another summary"));
        Assert.Equal(new StoredPoll(0, 0, 1), stored);
    }

    [Fact]
    public async Task Complete_LeaseLost_StoresNothing()
    {
        await using var database = await TestDatabase.Create();
        var late = await database.ClaimNewFeed();
        database.Time.Advance(TimeSpan.FromMinutes(4));
        Assert.Single(await database.Feeds.Claim([late.Id], TimeSpan.FromMinutes(3), CancellationToken.None));
        var stored = await database.Polls.Complete(late, Some.Update(late, Some.Now), [Some.Candidate("a")], null, null, CancellationToken.None);
        Assert.True(stored.LeaseLost);
        Assert.Equal((0, 0), await database.Articles.Count(CancellationToken.None));
    }

    [Fact]
    public async Task Complete_ChangedBeforeItWasTagged_StaysTheFirstRevision()
    {
        await using var database = await TestDatabase.Create();
        var (_, feed) = await database.Poll(await database.ClaimNewFeed(), Some.Candidate("a"));
        await database.Poll(feed, Some.Candidate("a", "changed"));
        Assert.Equal(1, Assert.Single(await Claim(database)).Revision);
    }

    [Fact]
    public async Task Complete_ChangedAfterItWasTagged_IsTheNextRevision()
    {
        await using var database = await TestDatabase.Create();
        var (_, feed) = await database.Poll(await database.ClaimNewFeed(), Some.Candidate("a"));
        var article = Assert.Single(await Claim(database));
        await database.Articles.Complete(article, article.CanonicalUrl, Some.Event(article.Id), CancellationToken.None);
        await database.Poll(feed, Some.Candidate("a", "changed"));
        var changed = Assert.Single(await Claim(database));
        Assert.Equal((article.Id, 2), (changed.Id, (int)changed.Revision));
    }

    [Fact]
    public async Task Complete_ChangedWhileItIsTagged_TheOldTextIsNotPublished()
    {
        await using var database = await TestDatabase.Create();
        var (_, feed) = await database.Poll(await database.ClaimNewFeed(), Some.Candidate("a"));
        var old = Assert.Single(await Claim(database));
        await database.Poll(feed, Some.Candidate("a", "changed"));
        Assert.False(await database.Articles.Complete(old, old.CanonicalUrl, Some.Event(old.Id), CancellationToken.None));
        Assert.Equal(0, (await database.Outbox.Count(CancellationToken.None)).Waiting);
        Assert.Single(await Claim(database));
    }

    [Theory]
    [InlineData("Ünïcode 日本語 😀 \"quoted\" \\ back\tslash")]
    [InlineData("half a pair \uD83D of two")]
    public async Task Complete_AnyText_IsStored(string title)
    {
        await using var database = await TestDatabase.Create();
        var (stored, _) = await database.Poll(await database.ClaimNewFeed(), Some.Candidate("a") with { Title = title, PublishedAt = null });
        Assert.Equal(1, stored.New);
        var article = Assert.Single(await database.Articles.ClaimUntagged(10, TimeSpan.FromMinutes(1), CancellationToken.None));
        Assert.Equal(title.Replace('\uD83D', '\uFFFD').Replace("\uFFFD\uDE00", "😀", StringComparison.Ordinal), article.Title);
        Assert.Null(article.PublishedAt);
    }

    [Fact]
    public async Task Complete_ThousandsOfEntries_AreAllStored()
    {
        await using var database = await TestDatabase.Create();
        var candidates = Enumerable.Range(0, 2_000).Select(number => Some.Candidate($"k{number}", "f", $"u{number}")).ToArray();
        var (stored, feed) = await database.Poll(await database.ClaimNewFeed(), candidates);
        Assert.Equal(2_000, stored.New);
        Assert.Equal(new StoredPoll(0, 0, 2_000), (await database.Poll(feed, candidates)).Stored);
    }

    [Fact]
    public async Task Complete_NewAddressThatAnotherFeedHas_StaysAtTheOld()
    {
        await using var database = await TestDatabase.Create();
        await database.ClaimNewFeed("https://taken.example/");
        var feed = await database.ClaimNewFeed("https://old.example/");
        await database.Polls.Complete(feed, Some.Update(feed, Some.Now) with { Url = "https://taken.example/" }, [], null, null, CancellationToken.None);
        Assert.Equal(["https://taken.example/", "https://old.example/"], (await database.Feeds.List(CancellationToken.None)).Select(row => row.Url));
    }

    [Fact]
    public async Task Complete_Schedule_ComesBackWithTheFeed()
    {
        await using var database = await TestDatabase.Create();
        await database.Feeds.Add([new NewFeed("https://own.example/", MinIntervalMinutes: 2.5, MaxIntervalMinutes: 60)], TimeSpan.Zero, CancellationToken.None);
        var feed = Assert.Single(await database.Feeds.ClaimDue(1, TimeSpan.FromMinutes(3), CancellationToken.None));
        await database.Polls.Complete(feed, Some.Update(feed, Some.Now) with { Rhythm = "AQ==", Hints = "60 0 0 0" }, [], null, null, CancellationToken.None);
        var row = Assert.Single(await database.Feeds.List(CancellationToken.None));
        Assert.Equal(("AQ==", "60 0 0 0", 2.5, 60.0), (row.Rhythm, row.Hints, row.MinIntervalMinutes, row.MaxIntervalMinutes));
    }

    [Fact]
    public async Task Complete_EventAboutTheFeed_EntersTheOutbox()
    {
        await using var database = await TestDatabase.Create();
        var feed = await database.ClaimNewFeed();
        await database.Polls.Complete(feed, Some.Update(feed, Some.Now), [], [Some.Event() with { Kind = OutboxRow.FeedKind }], null, CancellationToken.None);
        Assert.Equal(OutboxRow.FeedKind, Assert.Single(await database.Outbox.ClaimUnpublished(10, TimeSpan.FromMinutes(1), CancellationToken.None)).Kind);
    }

    private static Task<IReadOnlyList<ArticleRow>> Claim(TestDatabase database) => database.Articles.ClaimUntagged(10, TimeSpan.FromMinutes(3), CancellationToken.None);
}
