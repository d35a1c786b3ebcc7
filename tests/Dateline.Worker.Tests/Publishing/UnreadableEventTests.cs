using Dateline.Worker.Publishing;
using Dateline.Worker.Storage;
using Dateline.Worker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dateline.Worker.Tests.Publishing;

public class UnreadableEventTests
{
    /// <summary>Alone in the outbox, so that no other event shows that the broker is well.</summary>
    [Theory]
    [InlineData(OutboxRow.FeedKind, "{")]
    [InlineData(OutboxRow.FeedKind, "null")]
    [InlineData("riddle", "{}")]
    public async Task PublishBatch_EventThatCannotBeRead_IsSetAsideAndIsNotTheBusFault(string kind, string body)
    {
        await using var database = await TestDatabase.Create();
        var row = new OutboxRow { Id = Guid.NewGuid().ToString(), Kind = kind, Body = body, CreatedAt = database.Time.Milliseconds() };
        await database.Database.Write(async (connection, transaction) =>
        {
            await OutboxStore.Insert(connection, transaction, row, CancellationToken.None);
            return 0;
        }, CancellationToken.None);
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddSingleton(database.Outbox).AddSingleton<TimeProvider>(database.Time).AddPublishing(builder.Configuration);
        using var host = builder.Build();
        await host.StartAsync();
        await host.Services.GetRequiredService<ArticleTopology>().Declared.WaitAsync(TimeSpan.FromSeconds(30));
        var job = host.Services.GetRequiredService<PublishArticlesJob>();
        for (var attempt = 0; attempt < 8; attempt++)
        {
            Assert.Equal(1, (await job.PublishBatch(CancellationToken.None)).Claimed);
            database.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal((0, 1), await Counts(database));
        Assert.Equal(TimeSpan.Zero, host.Services.GetRequiredService<PublishPulse>().Silence);
        await host.StopAsync();
    }

    private static async Task<(long Waiting, long SetAside)> Counts(TestDatabase database)
    {
        var (waiting, setAside, _) = await database.Outbox.Count(CancellationToken.None);
        return (waiting, setAside);
    }
}
