using Dateline.Worker.IntegrationTests.Servers;

namespace Dateline.Worker.IntegrationTests.Faults;

/// <summary>The broker is taken away under a worker that publishes, in one of several ways, for a time: nothing that was handed out is lost.</summary>
internal static class BrokerScenario
{
    public static readonly string[] Ways = ["killed", "stopped", "paused", "out of memory"];

    public static async Task<Tally> Run(RabbitMqServer broker, string postgreSql, IEnumerable<string> ways, TimeSpan length, params (string Name, string Value)[] settings)
    {
        await using var scene = await FaultScene.Start(broker.Address, postgreSql, settings: settings);
        foreach (var way in ways)
        {
            await Task.Delay(TimeSpan.FromSeconds(1.5));
            try
            {
                await TakeAway(broker, way);
                await Task.Delay(length);
            }
            finally
            {
                await BringBack(broker, way);
            }
        }

        return await scene.Settle(TimeSpan.FromMinutes(3));
    }

    private static Task TakeAway(RabbitMqServer broker, string way) => way switch
    {
        "killed" => broker.KillNode(),
        "stopped" => broker.StopNode(),
        "paused" => broker.PauseNode(),
        _ => broker.BlockPublishers(true),
    };

    private static Task BringBack(RabbitMqServer broker, string way) => way switch
    {
        "killed" or "stopped" => broker.StartNode(),
        "paused" => broker.ResumeNode(),
        _ => broker.BlockPublishers(false),
    };
}
