using Dateline.Worker.IntegrationTests.Servers;

namespace Dateline.Worker.IntegrationTests.Faults;

/// <summary>
/// Three nodes, all of them named to the worker: a quorum queue goes on without one of them. (Two nodes would not do: the queue has no
/// majority when one is lost.)
/// </summary>
internal static class ClusterScenario
{
    /// <param name="before">How long all is well, and how long it goes on without the lost node.</param>
    public static async Task<Tally> Run(TimeSpan before)
    {
        await using var first = await RabbitMqServer.Start();
        await using var second = await RabbitMqServer.Start(first);
        await using var third = await RabbitMqServer.Start(first);
        // for the subscriber, which knows of one address only
        await using var door = new Door([first.Address.Port, second.Address.Port, third.Address.Port]);
        var address = new UriBuilder(first.Address) { Port = door.Port }.Uri;

        await using var scene = await FaultScene.Start(
            address, settings: [("Publishing__RabbitMq", first.Address.AbsoluteUri), ("Publishing__Nodes__0", second.Address.Authority), ("Publishing__Nodes__1", third.Address.Authority)]);
        await Task.Delay(before);
        // the worker is connected to it, and it leads the queue
        await first.KillNode();
        await Task.Delay(before);
        return await scene.Settle(TimeSpan.FromMinutes(2));
    }
}
