using Dateline.Worker.IntegrationTests.Servers;

namespace Dateline.Worker.IntegrationTests.Faults;

[Collection(SharedServers.Name)]
public class KillTests(ServersFixture servers)
{
    private const int Times = 5;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Kill_AtRandomPoints_LosesNothing(bool postgreSql)
    {
        var database = postgreSql ? await servers.PostgreSql.CreateDatabase() : "";
        var tally = await KillScenario.Run(servers.RabbitMq.Address, database, Times, endLeases: true);
        tally.AssertNothingLost();
    }

    [Fact]
    public async Task Terminate_WhileThereIsWork_EndsWithinTheGraceAndLosesNothing()
    {
        await using var scene = await FaultScene.Start(servers.RabbitMq.Address);
        for (var stop = 0; stop < 2; stop++)
        {
            await Task.Delay(TimeSpan.FromSeconds(2));
            await scene.Worker.Terminate();
            Assert.Equal(0, await scene.Worker.WaitForExit(TimeSpan.FromSeconds(30)));
            await scene.StartWorker();
        }

        (await scene.Settle(TimeSpan.FromMinutes(2))).AssertNothingLost();
    }

    /// <summary>The control: what a worker would leave that took events for published when it hands them over.</summary>
    [Fact]
    public async Task Kill_EventsMarkedBeforeTheConfirm_AreSeenAsLost()
    {
        await using var scene = await FaultScene.Start(servers.RabbitMq.Address, await servers.PostgreSql.CreateDatabase(), settings: ("Publishing__TimeoutSeconds", "60"));
        // nothing is claimed before the exchanges are declared
        await Until(scene, "select 1 from outbox where published_at is not null");
        // not frozen: what is in its socket would still arrive
        await servers.RabbitMq.KillNode();
        // what was under way before may have arrived all the same
        var since = $"published_at is null and lease_until > 0 and kind = 'article' and created_at > {TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()}";
        int marked;
        try
        {
            // a batch that waits for the broker
            await Until(scene, $"select 1 from outbox where {since}");
            await scene.KillWorker();
            marked = await scene.Execute($"update outbox set published_at = 1 where {since}");
            await scene.EndLeases();
        }
        finally
        {
            await servers.RabbitMq.StartNode();
        }

        await scene.StartWorker();
        await scene.Site.FallSilent();
        var tally = await scene.Settle(TimeSpan.FromMinutes(1), arrival: TimeSpan.FromSeconds(25));
        Assert.True(marked > 0 && tally.Lost > 0 && tally.Lost <= marked, $"{marked} marked; {tally}");
    }

    private static async Task Until(FaultScene scene, string finds)
    {
        for (var waited = 0; !await scene.Finds(finds); waited++)
        {
            Assert.True(waited < 1200, $"Nothing in two minutes: {finds}\n{scene.Worker.Tail}");
            await Task.Delay(100);
        }
    }
}
