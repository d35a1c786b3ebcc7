namespace Dateline.Worker.IntegrationTests.Servers;

/// <summary>One broker and one database server for all the tests of the collection.</summary>
public sealed class ServersFixture : IAsyncLifetime
{
    internal RabbitMqServer RabbitMq { get; private set; } = null!;

    internal PostgreSqlServer PostgreSql { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var rabbit = RabbitMqServer.Start();
        var postgres = PostgreSqlServer.Start();
        RabbitMq = await rabbit;
        PostgreSql = await postgres;
    }

    public async Task DisposeAsync()
    {
        await RabbitMq.DisposeAsync();
        await PostgreSql.DisposeAsync();
    }
}

/// <summary>Tests that share the servers; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class SharedServers : ICollectionFixture<ServersFixture>
{
    public const string Name = "servers";
}
