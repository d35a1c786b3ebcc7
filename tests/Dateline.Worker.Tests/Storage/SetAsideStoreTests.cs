using Dateline.Worker.Storage;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Storage;

public class SetAsideStoreTests
{
    [Fact]
    public async Task List_TellsStepSubjectAndReason_TheLatestFirst()
    {
        await using var database = await TestDatabase.Create();
        await SetAsideArticle(database);
        database.Time.Advance(TimeSpan.FromMinutes(1));
        await SetAsideEvent(database);

        var rows = await database.SetAside.List(10, CancellationToken.None);
        Assert.Equal(["publish article: unreadable", "tag article: no page"], rows.Select(row => $"{row.Step} {row.Kind}: {row.Reason}"));
        Assert.Equal(["""["conflict.asia.western-asia.iq.en"]""", "https://news.example/a"], rows.Select(row => row.Subject));
        Assert.Equal(60_000, rows[0].Since - rows[1].Since);
        Assert.Single(await database.SetAside.List(1, CancellationToken.None));
    }

    [Fact]
    public async Task Revive_ById_LeavesTheOthersAside()
    {
        await using var database = await TestDatabase.Create();
        await SetAsideArticle(database);
        await SetAsideEvent(database);
        var published = (await database.SetAside.List(10, CancellationToken.None)).Single(row => row.Step == "publish");

        Assert.Equal((0, 0), await database.SetAside.Revive(["nothing"], CancellationToken.None));
        Assert.Equal((0, 1), await database.SetAside.Revive([published.Id], CancellationToken.None));
        Assert.Equal("tag", Assert.Single(await database.SetAside.List(10, CancellationToken.None)).Step);
        Assert.Equal(published.Id, Assert.Single(await database.Outbox.ClaimUnpublished(10, TimeSpan.FromMinutes(1), CancellationToken.None)).Id);
    }

    private static async Task SetAsideArticle(TestDatabase database)
    {
        await database.Poll(await database.ClaimNewFeed(), Some.Candidate("a"));
        await database.Articles.SetAside(Assert.Single(await database.Articles.ClaimUntagged(1, TimeSpan.FromMinutes(1), CancellationToken.None)), "no page", CancellationToken.None);
    }

    private static async Task SetAsideEvent(TestDatabase database)
    {
        await database.Database.Write(async (connection, transaction) =>
        {
            await OutboxStore.Insert(connection, transaction, Some.Event(), CancellationToken.None);
            return 0;
        }, CancellationToken.None);
        await database.Outbox.SetAside(Assert.Single(await database.Outbox.ClaimUnpublished(1, TimeSpan.FromMinutes(1), CancellationToken.None)), "unreadable", CancellationToken.None);
    }
}
