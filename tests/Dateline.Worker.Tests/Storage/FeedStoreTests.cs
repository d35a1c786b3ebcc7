using Dapper;
using Dateline.Worker.Storage;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Storage;

public class FeedStoreTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    private static NewFeed[] Feeds(int count) => [.. Enumerable.Range(0, count).Select(number => new NewFeed($"https://{number}.example/"))];

    [Fact]
    public async Task Add_KnownAddress_IsNotNew()
    {
        await using var database = await TestDatabase.Create();
        Assert.Equal(3, await database.Feeds.Add(Feeds(3), TimeSpan.Zero, CancellationToken.None));
        Assert.Equal(1, await database.Feeds.Add(Feeds(4), TimeSpan.Zero, CancellationToken.None));
    }

    [Fact]
    public async Task Add_Spread_SharesOutTheFirstPolls()
    {
        await using var database = await TestDatabase.Create();
        await database.Feeds.Add(Feeds(10), TimeSpan.FromSeconds(20), CancellationToken.None);
        var due = (await database.Feeds.List(CancellationToken.None)).Select(feed => (feed.NextPollAt - database.Time.Milliseconds()) / 1000).ToArray();
        Assert.Equal([0, 2, 4, 6, 8, 10, 12, 14, 16, 18], due);
    }

    [Fact]
    public async Task ClaimDue_ClaimedFeed_IsNobodyElsesUntilTheLeaseEnds()
    {
        await using var database = await TestDatabase.Create();
        await database.Feeds.Add(Feeds(5), TimeSpan.Zero, CancellationToken.None);
        Assert.Equal(3, (await database.Feeds.ClaimDue(3, Lease, CancellationToken.None)).Count);
        Assert.Equal(2, (await database.Feeds.ClaimDue(100, Lease, CancellationToken.None)).Count);
        Assert.Empty(await database.Feeds.ClaimDue(100, Lease, CancellationToken.None));
        database.Time.Advance(Lease);
        Assert.Equal(5, (await database.Feeds.ClaimDue(100, Lease, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task CountDue_CountsAndNamesTheNext()
    {
        await using var database = await TestDatabase.Create();
        await database.Feeds.Add(Feeds(10), TimeSpan.FromSeconds(20), CancellationToken.None);
        var start = database.Time.Milliseconds();
        database.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal((2, start), await database.Feeds.CountDue(CancellationToken.None));
    }

    [Fact]
    public async Task Troubled_TheWorstFirst()
    {
        await using var database = await TestDatabase.Create();
        foreach (var failures in new[] { 1, 3, 2, 0 })
        {
            var feed = await database.ClaimNewFeed($"https://{failures}.example/");
            var update = Some.Update(feed, database.Time.GetUtcNow()) with { Failures = failures, LastError = failures == 0 ? null : "HTTP 500" };
            await database.Polls.Complete(feed, update, [], null, null, CancellationToken.None);
        }

        Assert.Equal([3, 2], (await database.Feeds.Troubled(2, CancellationToken.None)).Select(feed => feed.Failures));
        Assert.Equal([("healthy", 4L)], await database.Feeds.CountByHealth(CancellationToken.None));
    }

    [Fact]
    public async Task ClaimDue_FindsWhatIsDueByItsIndex()
    {
        await using var database = await TestDatabase.Create();
        var plan = await database.Database.Read(
            async connection => await connection.QueryAsync<(long Id, long Parent, long Unused, string Detail)>(
                $"explain query plan {database.Feeds.ClaimDueStatement}", new { owner = "me", until = 2, now = 1, limit = 100 }),
            CancellationToken.None);
        var steps = plan.Select(step => step.Detail).ToArray();
        Assert.Contains(steps, step => step.Contains("USING INDEX feeds_due (next_poll_at<?)", StringComparison.Ordinal));
        Assert.DoesNotContain(steps, step => step.StartsWith("SCAN", StringComparison.Ordinal) || step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ClaimDue_ManyAtOnce_NoneTwice()
    {
        await using var database = await TestDatabase.Create();
        await database.Feeds.Add(Feeds(200), TimeSpan.Zero, CancellationToken.None);
        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => database.Feeds.ClaimDue(20, Lease, CancellationToken.None))));
        Assert.Equal(200, claims.SelectMany(claim => claim).Select(feed => feed.Id).Distinct().Count());
        Assert.Equal(200, claims.Sum(claim => claim.Count));
    }

    [Fact]
    public async Task Release_GivesTheFeedBack()
    {
        await using var database = await TestDatabase.Create();
        var feed = await database.ClaimNewFeed();
        await database.Feeds.Release(feed, database.Time.Milliseconds() + 1000, CancellationToken.None);
        Assert.Empty(await database.Feeds.ClaimDue(1, Lease, CancellationToken.None));
        database.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Single(await database.Feeds.ClaimDue(1, Lease, CancellationToken.None));
    }

    [Fact]
    public async Task Remove_ThenAdd_ComesBack()
    {
        await using var database = await TestDatabase.Create();
        await database.Feeds.Add(Feeds(1), TimeSpan.Zero, CancellationToken.None);
        var id = (await database.Feeds.List(CancellationToken.None))[0].Id;
        Assert.True(await database.Feeds.Remove(id, CancellationToken.None));
        Assert.False(await database.Feeds.Remove(id, CancellationToken.None));
        Assert.Empty(await database.Feeds.List(CancellationToken.None));
        Assert.Equal(1, await database.Feeds.Add(Feeds(1), TimeSpan.Zero, CancellationToken.None));
        Assert.Equal(id, (await database.Feeds.List(CancellationToken.None))[0].Id);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("https://0.example/")]
    [InlineData("MORNING")]
    public async Task Find_ByIdAddressOrTitle(string text)
    {
        await using var database = await TestDatabase.Create();
        await database.Feeds.Add([new NewFeed("https://0.example/", "The Morning Post"), new NewFeed("https://1.example/", "Another")], TimeSpan.Zero, CancellationToken.None);
        Assert.Equal("https://0.example/", Assert.Single(await database.Feeds.Find(text, CancellationToken.None)).Url);
    }
}
