using System.Security.Authentication;
using Dateline.Contracts;
using Dateline.Worker.IntegrationTests.Servers;
using Dateline.Worker.IntegrationTests.Support;
using Dateline.Worker.Publishing;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Dateline.Worker.IntegrationTests;

/// <summary>TLS, certificates as the login, virtual hosts and several nodes, against real brokers.</summary>
[Collection(SharedServers.Name)]
public class BrokerConnectionTests(ServersFixture servers, BrokerConnectionTests.SecureBroker secure) : IClassFixture<BrokerConnectionTests.SecureBroker>
{
    private const string User = "dateline-worker";

    [Fact]
    public async Task CertificateIsTheLogin_OnAVirtualHost_EventsArrive()
    {
        await AssertPublishes(secure.Trusting(User).Append(("RabbitMq", secure.At("news"))));
    }

    [Fact]
    public async Task UserAndPasswordOverTls_EventsArrive()
    {
        await AssertPublishes(secure.Trusting("somebody").Append(("RabbitMq", secure.At("", "guest:guest@"))));
    }

    [Theory]
    [InlineData("AuthorityFile", null)]
    [InlineData("ServerName", "another.example")]
    public async Task BrokerThatIsNotToBeTrusted_IsNotUsed(string setting, string? value)
    {
        var settings = secure.Trusting(User).Where(given => given.Name != $"Tls:{setting}").Append(($"Tls:{setting}", value)).Append(("RabbitMq", secure.At("news"))).ToArray();
        await using var worker = await Start(settings);
        var refusal = await Assert.ThrowsAsync<BrokerUnreachableException>(() => worker.Broker.Connect("test", CancellationToken.None));
        Assert.IsType<AuthenticationException>(refusal.GetBaseException());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => worker.Publish(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task FirstNodeAway_TheNextIsUsed()
    {
        var away = Ports.Free(1)[0];
        await AssertPublishes([("RabbitMq", $"amqp://guest:guest@127.0.0.1:{away}/"), ("Nodes:0", servers.RabbitMq.Address.Authority)]);
    }

    private static async Task AssertPublishes(IEnumerable<(string, string?)> settings)
    {
        await using var worker = await Start(settings);
        await worker.Services.GetRequiredService<ArticleTopology>().Declared.WaitAsync(TimeSpan.FromSeconds(60));
        await using var connection = await worker.Broker.Connect("test", CancellationToken.None);
        await using var channel = await connection.CreateChannelAsync();
        var queue = (await channel.QueueDeclareAsync()).QueueName;
        await channel.QueueBindAsync(queue, RoutingKeys.FeedsExchange, "#");
        await worker.Publish(TimeSpan.FromSeconds(60));
        BasicGetResult? message = null;
        for (var attempt = 0; attempt < 200 && message is null; attempt++)
        {
            message = await channel.BasicGetAsync(queue, autoAck: true);
            await Task.Delay(50);
        }

        Assert.NotNull(message);
    }

    private static async Task<Worker> Start(IEnumerable<(string Name, string? Value)> settings)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => $"Publishing:{setting.Name}", setting => setting.Value));
        builder.Services.AddSingleton(TimeProvider.System).AddPublishing(builder.Configuration);
        var host = builder.Build();
        await host.StartAsync();
        return new Worker(host);
    }

    private sealed class Worker(IHost host) : IAsyncDisposable
    {
        public IServiceProvider Services => host.Services;

        public Broker Broker => Services.GetRequiredService<Broker>();

        public async Task Publish(TimeSpan patience)
        {
            using var limit = new CancellationTokenSource(patience);
            await Services.GetRequiredService<IBus>().Publish(new FeedHealthChanged(1, "http://x/", "new", "healthy", "", 0, DateTimeOffset.UnixEpoch), limit.Token);
        }

        public async ValueTask DisposeAsync()
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            await host.StopAsync(limit.Token);
            host.Dispose();
        }
    }

    /// <summary>A broker that wants TLS with a certificate of each client, and takes its name for the login.</summary>
    public sealed class SecureBroker : IAsyncLifetime, IDisposable
    {
        private readonly TestCertificates certificates = new();
        private readonly int port = Ports.Free(1)[0];
        private RabbitMqServer? server;

        public async Task InitializeAsync()
        {
            var (certificate, key) = certificates.Issue("localhost");
            server = await RabbitMqServer.Start(settings: $"""
                listeners.ssl.1 = 127.0.0.1:{port}
                ssl_options.cacertfile = {certificates.Authority}
                ssl_options.certfile = {certificate}
                ssl_options.keyfile = {key}
                ssl_options.verify = verify_peer
                ssl_options.fail_if_no_peer_cert = true
                ssl_cert_login_from = common_name
                auth_mechanisms.1 = EXTERNAL
                auth_mechanisms.2 = PLAIN
                """, plugins: "rabbitmq_auth_mechanism_ssl");
            await server.Control("add_vhost", "news");
            await server.Control("add_user", User, "unused");
            await server.Control("set_permissions", "-p", "news", User, ".*", ".*", ".*");
        }

        public async Task DisposeAsync()
        {
            if (server is not null)
                await server.DisposeAsync();
        }

        public void Dispose() => certificates.Dispose();

        internal string At(string virtualHost, string login = "") => $"amqps://{login}localhost:{port}/{virtualHost}";

        /// <summary>Settings of a client with a certificate for the name.</summary>
        internal (string Name, string? Value)[] Trusting(string name)
        {
            var (certificate, key) = certificates.Issue(name);
            return [("Tls:AuthorityFile", certificates.Authority), ("Tls:CertificateFile", certificate), ("Tls:KeyFile", key)];
        }
    }
}
