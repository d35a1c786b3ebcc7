using System.Diagnostics;

namespace Dateline.Worker.IntegrationTests.Faults;

/// <summary>Three workers over one PostgreSQL; one after the other is killed at a random point and started again, while items come.</summary>
internal static class ReplicasScenario
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<Tally> Run(Uri broker, string database, int kills)
    {
        await using var site = await LiveSite.Start(feeds: 20, hosts: 10);
        var backlog = await Backlog.Declare(broker);
        await using var trio = await WorkerGroup.Start(broker, [database, database, database], site.Feeds, [.. FaultScene.Often]);
        site.Publish(15);
        for (var kill = 0; kill < kills; kill++)
        {
            await Task.Delay(Random.Shared.Next(500, 3_000));
            await trio.Replace(kill % trio.Workers.Length);
        }

        await site.FallSilent();
        var silent = site.Now;
        for (var waited = Stopwatch.StartNew(); !site.AllAskedSince(silent); await Task.Delay(100))
            Assert.True(waited.Elapsed < Patience, $"Not every feed was polled in {Patience.TotalSeconds:0} s.");
        return Tally.Of(site.HandedOut, await backlog.Read(() => site.HandedOut, Patience));
    }
}
