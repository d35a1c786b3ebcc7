using Dapper;
using Dateline.Worker.Storage;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Storage;

public class ArticleStoreTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    private static Task<IReadOnlyList<ArticleRow>> Claim(TestDatabase database) => database.Articles.ClaimUntagged(10, Lease, CancellationToken.None);

    private static async Task<ArticleRow> NewArticle(TestDatabase database)
    {
        await database.Poll(await database.ClaimNewFeed(), Some.Candidate());
        return Assert.Single(await Claim(database));
    }

    [Fact]
    public async Task ClaimUntagged_BringsTheFeedAlong()
    {
        await using var database = await TestDatabase.Create();
        var article = await NewArticle(database);
        Assert.Equal(("https://news.example/feed", "<p>Content</p>", """["Ann Author"]""", 1), (article.FeedUrl, article.Content, article.Authors, (int)article.Revision));
        Assert.Empty(await Claim(database));
    }

    [Fact]
    public async Task Complete_MakesTheEventInTheSameTransaction()
    {
        await using var database = await TestDatabase.Create();
        var article = await NewArticle(database);
        Assert.True(await database.Articles.Complete(article, "https://news.example/canonical", Some.Event(article.Id), CancellationToken.None));
        Assert.Equal(1, (await database.Outbox.Count(CancellationToken.None)).Waiting);
        Assert.Equal((0, 0), await database.Articles.Count(CancellationToken.None));
        database.Time.Advance(Lease);
        Assert.Empty(await Claim(database));
    }

    [Fact]
    public async Task Complete_AfterTheLeaseWentToAnother_StoresNothing()
    {
        await using var database = await TestDatabase.Create();
        var late = await NewArticle(database);
        database.Time.Advance(Lease);
        var current = Assert.Single(await Claim(database));
        Assert.False(await database.Articles.Complete(late, late.CanonicalUrl, Some.Event(late.Id), CancellationToken.None));
        Assert.True(await database.Articles.Complete(current, current.CanonicalUrl, Some.Event(current.Id), CancellationToken.None));
        Assert.Equal(1, (await database.Outbox.Count(CancellationToken.None)).Waiting);
    }

    [Fact]
    public async Task Postpone_CountsOnlyFailures()
    {
        await using var database = await TestDatabase.Create();
        var article = await NewArticle(database);
        await database.Articles.Postpone(article, TimeSpan.FromSeconds(5), null, CancellationToken.None);
        Assert.Empty(await Claim(database));
        database.Time.Advance(TimeSpan.FromSeconds(5));
        var again = Assert.Single(await Claim(database));
        Assert.Equal(0, again.Attempts);
        await database.Articles.Postpone(again, TimeSpan.Zero, "it broke", CancellationToken.None);
        Assert.Equal(1, Assert.Single(await Claim(database)).Attempts);
    }

    [Fact]
    public async Task SetAside_IsVisibleAndCanBeRevived()
    {
        await using var database = await TestDatabase.Create();
        await database.Articles.SetAside(await NewArticle(database), "it broke", CancellationToken.None);
        Assert.Equal((0, 1), await database.Articles.Count(CancellationToken.None));
        Assert.Equal((1, 0), await database.SetAside.Revive([], CancellationToken.None));
        Assert.Single(await Claim(database));
    }

    [Fact]
    public async Task Forget_OnlyWhatLeftItsFeedLongAgo()
    {
        await using var database = await TestDatabase.Create();
        var (_, feed) = await database.Poll(await database.ClaimNewFeed(), Some.Candidate("a"), Some.Candidate("b"));
        foreach (var article in await Claim(database))
            await database.Articles.Complete(article, article.CanonicalUrl, Some.Event(article.Id), CancellationToken.None);
        database.Time.Advance(TimeSpan.FromDays(50));
        (_, feed) = await database.Poll(feed, Some.Candidate("a"));
        Assert.Equal(1, await database.Articles.Forget(TimeSpan.FromDays(40), CancellationToken.None));
        Assert.Equal(new StoredPoll(1, 0, 1), (await database.Poll(feed, Some.Candidate("a"), Some.Candidate("b"))).Stored);
    }

    [Fact]
    public async Task Forget_MoreThanAreDeletedAtOnce_AllGo()
    {
        await using var database = await TestDatabase.Create();
        var candidates = Enumerable.Range(0, 1_200).Select(number => Some.Candidate($"old{number}")).ToArray();
        var (_, feed) = await database.Poll(await database.ClaimNewFeed(), candidates);
        await database.Database.Write((connection, transaction) => connection.ExecuteAsync("update articles set state = 'tagged'", transaction: transaction), CancellationToken.None);
        database.Time.Advance(TimeSpan.FromDays(50));
        (_, feed) = await database.Poll(feed, Some.Candidate("new"));
        Assert.Equal(1_200, await database.Articles.Forget(TimeSpan.FromDays(40), CancellationToken.None));
        Assert.Equal(new StoredPoll(1_200, 0, 1), (await database.Poll(feed, [Some.Candidate("new"), .. candidates])).Stored);
    }

    [Fact]
    public async Task Forget_WhileTheFeedIsAway_KeepsEverything()
    {
        await using var database = await TestDatabase.Create();
        await database.Poll(await database.ClaimNewFeed(), Some.Candidate("a"));
        database.Time.Advance(TimeSpan.FromDays(5_000));
        Assert.Equal(0, await database.Articles.Forget(TimeSpan.FromDays(40), CancellationToken.None));
    }
}
