using Dateline.Worker.Storage;
using Dateline.Worker.Tests.Support;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Tests.Storage;

public class BacklogTests
{
    [Theory]
    [InlineData(0, 1_000, 1)]
    [InlineData(500, 1_000, 1)]
    [InlineData(750, 1_000, .5)]
    [InlineData(1_000, 1_000, 0)]
    [InlineData(1_500, 1_000, 0)]
    [InlineData(0, 400, 1)]
    [InlineData(0, 300, .5)]
    [InlineData(750, 220, .1)]
    [InlineData(0, 200, 0)]
    [InlineData(0, 0, 0)]
    public async Task Share_FallsFromHalfTheRowsAndTwiceTheDisk(int waiting, long free, double expected)
    {
        await using var database = await TestDatabase.Create();
        await database.Database.Write(async (connection, transaction) =>
        {
            for (var row = 0; row < waiting; row++)
                await OutboxStore.Insert(connection, transaction, Some.Event(), CancellationToken.None);
            return 0;
        }, CancellationToken.None);

        var state = await new Measured(database, free).State(CancellationToken.None);
        Assert.Equal((waiting, free), (state.Waiting, state.FreeMegabytes));
        Assert.Equal(expected, state.Share, 6);
    }

    [Fact]
    public async Task State_IsLookedAtAgainAfterSeconds()
    {
        await using var database = await TestDatabase.Create();
        var backlog = new Measured(database, 1_000);
        await backlog.State(CancellationToken.None);
        await database.Poll(await database.ClaimNewFeed(), Some.Candidate("a"));
        Assert.Equal(0, (await backlog.State(CancellationToken.None)).Waiting);

        database.Time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(1, (await backlog.State(CancellationToken.None)).Waiting);
    }

    [Fact]
    public async Task FreeMegabytes_AreThoseOfTheDataFoldersDisk()
    {
        await using var database = await TestDatabase.Create();
        var state = await new Backlog(database.Articles, database.Outbox, Options.Create(new StorageOptions { DataFolder = database.Folder }), database.Time).State(CancellationToken.None);
        Assert.InRange(state.FreeMegabytes!.Value, 1, 1_000_000_000);
    }

    private sealed class Measured(TestDatabase database, long free) : Backlog(
        database.Articles, database.Outbox, Options.Create(new StorageOptions { MaxBacklog = 1_000, MinFreeMegabytes = 200 }), database.Time)
    {
        protected override long? FreeMegabytes() => free;
    }
}
