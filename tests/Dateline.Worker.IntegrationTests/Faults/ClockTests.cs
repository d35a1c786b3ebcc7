using Dateline.Worker.IntegrationTests.Servers;
using Dateline.Worker.Storage;

namespace Dateline.Worker.IntegrationTests.Faults;

[Collection(SharedServers.Name)]
public class ClockTests(ServersFixture servers)
{
    /// <summary>Days and hours ahead, back again, behind, and back again. Before jobs kept a steady clock, nothing was polled after the second.</summary>
    [Fact]
    public async Task Clock_Jumps_StopNothingAndLoseNothing() =>
        (await ClockScenario.Run(servers.RabbitMq.Address, [49, 0, -3, 0])).AssertNothingLost();

    /// <summary>The rows' part of it on PostgreSQL, whose client does not work under libfaketime.</summary>
    [Fact]
    public async Task PlanAnew_OnPostgreSql_MakesDueWhatWasPlannedAhead()
    {
        await using var database = Database.Open(new StorageOptions { PostgreSql = await servers.PostgreSql.CreateDatabase() });
        await Migrator.Migrate(database, CancellationToken.None);
        var (ahead, right) = (new FeedStore(database, new AheadClock()), new FeedStore(database, TimeProvider.System));
        await right.Add([new NewFeed("http://leased.example/"), new NewFeed("http://waits.example/")], TimeSpan.Zero, CancellationToken.None);
        var lease = TimeSpan.FromMinutes(3);
        var leased = await ahead.ClaimDue(2, lease, CancellationToken.None);
        await ahead.Release(leased.Single(feed => feed.Url.Contains("waits", StringComparison.Ordinal)), new AheadClock().Milliseconds() + 5_000, CancellationToken.None);

        Assert.Empty(await right.ClaimDue(10, lease, CancellationToken.None));
        Assert.Equal(2, await new ClockStore(database, TimeProvider.System).PlanAnew(new AheadClock().GetUtcNow(), CancellationToken.None));
        Assert.Equal(2, (await right.ClaimDue(10, lease, CancellationToken.None)).Count);
        Assert.Equal(0, await new ClockStore(database, TimeProvider.System).PlanAnew(null, CancellationToken.None));
    }

    private sealed class AheadClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddHours(49);
    }
}
