namespace Dateline.Worker.IntegrationTests.Faults;

/// <summary>SIGKILL at random points, again and again: every item that stood in a document that was answered arrives, a repeat under the same id.</summary>
internal static class KillScenario
{
    /// <param name="times">Kills.</param>
    /// <param name="endLeases">Spares the wait for the dead worker's leases on PostgreSQL.</param>
    public static async Task<Tally> Run(Uri broker, string postgreSql, int times, bool endLeases)
    {
        await using var scene = await FaultScene.Start(broker, postgreSql);
        for (var kill = 0; kill < times; kill++)
        {
            await Task.Delay(Random.Shared.Next(300, 2_500));
            await scene.KillWorker();
            if (endLeases)
                await scene.EndLeases();
            await scene.StartWorker();
        }

        await Task.Delay(TimeSpan.FromSeconds(1));
        return await scene.Settle(TimeSpan.FromMinutes(2));
    }
}
