using Dateline.Worker.IntegrationTests.Servers;

namespace Dateline.Worker.IntegrationTests.Faults;

/// <summary>Broker and database taken away for a second, in every way.</summary>
[Collection(SharedServers.Name)]
public class OutageTests(ServersFixture servers)
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Broker_TakenAway_LosesNothing() =>
        (await BrokerScenario.Run(servers.RabbitMq, "", BrokerScenario.Ways, Short)).AssertNothingLost();

    [Fact]
    public async Task PostgreSql_TakenAway_LosesNothing() =>
        (await DatabaseScenario.Run(servers.RabbitMq.Address, servers.PostgreSql, DatabaseScenario.Ways, Short)).AssertNothingLost();

    [Fact]
    public async Task SqliteFile_LockedByAnother_LosesNothing() =>
        (await DatabaseScenario.RunLocked(servers.RabbitMq.Address, TimeSpan.FromSeconds(4))).Tally.AssertNothingLost();
}
