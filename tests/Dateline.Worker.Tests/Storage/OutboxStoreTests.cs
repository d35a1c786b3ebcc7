using Dateline.Worker.Storage;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Storage;

public class OutboxStoreTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private static Task<int> Insert(TestDatabase database, params OutboxRow[] rows) => database.Database.Write(async (connection, transaction) =>
    {
        foreach (var row in rows)
            await OutboxStore.Insert(connection, transaction, row, CancellationToken.None);
        return rows.Length;
    }, CancellationToken.None);

    private static Task<IReadOnlyList<OutboxRow>> Claim(TestDatabase database) => database.Outbox.ClaimUnpublished(10, Lease, CancellationToken.None);

    [Fact]
    public async Task ClaimUnpublished_OldestFirst()
    {
        await using var database = await TestDatabase.Create();
        var rows = new[] { 3, 1, 2 }.Select(minutes => Some.Event(created: Some.Now.AddMinutes(-minutes))).ToArray();
        await Insert(database, rows);
        Assert.Equal([rows[0].Id, rows[2].Id, rows[1].Id], (await Claim(database)).Select(row => row.Id));
    }

    [Fact]
    public async Task Insert_TheSameEventTwice_IsOne()
    {
        await using var database = await TestDatabase.Create();
        var row = Some.Event();
        await Insert(database, row, row);
        Assert.Single(await Claim(database));
    }

    [Fact]
    public async Task MarkPublished_IsNotClaimedAgain()
    {
        await using var database = await TestDatabase.Create();
        await Insert(database, Some.Event(), Some.Event());
        var claimed = await Claim(database);
        await database.Outbox.MarkPublished([claimed[0]], CancellationToken.None);
        database.Time.Advance(Lease);
        Assert.Equal(claimed[1].Id, Assert.Single(await Claim(database)).Id);
    }

    [Fact]
    public async Task MarkPublished_AfterAReplayTookTheRow_LeavesItToTheReplay()
    {
        await using var database = await TestDatabase.Create();
        await Insert(database, Some.Event());
        var claimed = await Claim(database);
        await database.Outbox.Replay(0, long.MaxValue, CancellationToken.None);
        await database.Outbox.MarkPublished(claimed, CancellationToken.None);
        Assert.Single(await Claim(database));
    }

    [Fact]
    public async Task Postpone_IsDueLaterAndCountsWhenTold()
    {
        await using var database = await TestDatabase.Create();
        await Insert(database, Some.Event());
        await database.Outbox.Postpone(await Claim(database), TimeSpan.FromSeconds(5), "refused", counted: true, CancellationToken.None);
        Assert.Empty(await Claim(database));
        database.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(1, Assert.Single(await Claim(database)).Attempts);
    }

    [Fact]
    public async Task SetAside_IsCountedAndRevived()
    {
        await using var database = await TestDatabase.Create();
        await Insert(database, Some.Event());
        await database.Outbox.SetAside((await Claim(database))[0], "refused", CancellationToken.None);
        Assert.Equal((0, 1, null), await database.Outbox.Count(CancellationToken.None));
        Assert.Equal((0, 1), await database.SetAside.Revive([], CancellationToken.None));
        Assert.Single(await Claim(database));
    }

    [Fact]
    public async Task Replay_OnlyTheSpan_WithTheSameMessageIds()
    {
        await using var database = await TestDatabase.Create();
        var rows = Enumerable.Range(0, 4).Select(hours => Some.Event(created: Some.Now.AddHours(-hours))).ToArray();
        await Insert(database, rows);
        await database.Outbox.MarkPublished(await Claim(database), CancellationToken.None);
        var replayed = await database.Outbox.Replay(rows[2].CreatedAt, rows[0].CreatedAt, CancellationToken.None);
        Assert.Equal(2, replayed);
        Assert.Equal([rows[2].Id, rows[1].Id], (await Claim(database)).Select(row => row.Id));
    }

    [Fact]
    public async Task Purge_KeepsWhatIsNotPublished()
    {
        await using var database = await TestDatabase.Create();
        await Insert(database, Some.Event(), Some.Event());
        var claimed = await Claim(database);
        await database.Outbox.MarkPublished([claimed[0]], CancellationToken.None);
        database.Time.Advance(TimeSpan.FromDays(31));
        Assert.Equal(1, await database.Outbox.Purge(TimeSpan.FromDays(30), CancellationToken.None));
        Assert.Equal(1, (await database.Outbox.Count(CancellationToken.None)).Waiting);
    }
}
