using Dateline.Worker.IntegrationTests.Servers;

namespace Dateline.Worker.IntegrationTests;

[Collection(SharedServers.Name)]
public class ServersTests(ServersFixture servers)
{
    [Fact]
    public async Task Servers_AreReal()
    {
        await using var connection = await servers.RabbitMq.Connect();
        Assert.Equal("RabbitMQ", System.Text.Encoding.UTF8.GetString((byte[])connection.ServerProperties!["product"]!));
        Assert.Contains("Database=test", await servers.PostgreSql.CreateDatabase(), StringComparison.Ordinal);
    }
}
