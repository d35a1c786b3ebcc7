using Dateline.Contracts;
using Dateline.Worker.IntegrationTests.Servers;
using Dateline.Worker.Publishing;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RabbitMQ.Client;

namespace Dateline.Worker.IntegrationTests;

/// <summary>Queues with limits, and a bus that is made anew, against the real broker.</summary>
[Collection(SharedServers.Name)]
public class PublishingTests(ServersFixture servers)
{
    [Fact]
    public async Task Queues_WithLimits_LetTheOldestGoToTheDeadLetters()
    {
        var (name, dead) = ($"limited-{Guid.NewGuid():N}", $"dead-{Guid.NewGuid():N}");
        await using var worker = await Start(
            ("Queues:0:Name", name), ("Queues:0:MaxLength", "2"), ("Queues:0:MaxAgeHours", "24"), ("Queues:0:MaxMegabytes", "50"), ("Queues:0:DeadLetterQueue", dead));
        await using var connection = await servers.RabbitMq.Connect();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        for (var number = 0; number < 5; number++)
            await channel.BasicPublishAsync(RoutingKeys.ArticlesExchange, "sport.none.none.none.en", new[] { (byte)number });

        Assert.Equal([0, 1, 2], await Take(channel, dead, 3));
        Assert.Equal([3, 4], await Take(channel, name, 2));
        await channel.QueueDeleteAsync(name);
        await channel.QueueDeleteAsync(dead);
    }

    [Fact]
    public async Task Queues_ThereWithOtherSettings_AreUsedAsTheyAreAndHoldUpNothing()
    {
        var (name, next) = ($"other-{Guid.NewGuid():N}", $"next-{Guid.NewGuid():N}");
        await using var connection = await servers.RabbitMq.Connect();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        await channel.QueueDeclareAsync(name, durable: true, exclusive: false, autoDelete: false);
        await using var worker = await Start(("Queues:0:Name", name), ("Queues:1:Name", next), ("Queues:1:Bindings:0", "sport.#"));
        await channel.BasicPublishAsync(RoutingKeys.ArticlesExchange, "sport.none.none.none.en", new byte[] { 7 });

        Assert.Equal([7], await Take(channel, name, 1));
        Assert.Equal([7], await Take(channel, next, 1));
        await channel.QueueDeleteAsync(name);
        await channel.QueueDeleteAsync(next);
    }

    [Fact]
    public async Task Bus_MadeAnew_PublishesAsBefore()
    {
        await using var worker = await Start(("PatienceSeconds", "10"));
        await using var connection = await servers.RabbitMq.Connect();
        await using var channel = await connection.CreateChannelAsync();
        var queue = (await channel.QueueDeclareAsync()).QueueName;
        await channel.QueueBindAsync(queue, RoutingKeys.FeedsExchange, "#");
        var bus = worker.Services.GetRequiredService<IBusControl>();
        await bus.Publish(Event(1), new CancellationTokenSource(20_000).Token);
        Assert.True(await worker.Services.GetRequiredService<BrokerProbe>().Confirms(CancellationToken.None));

        var pulse = worker.Services.GetRequiredService<PublishPulse>();
        pulse.Unconfirmed();
        worker.Time.Advance(TimeSpan.FromSeconds(11));
        await worker.Services.GetServices<IHostedService>().OfType<PublishWatchdog>().Single().Look(CancellationToken.None);
        Assert.Equal(1, pulse.Renewals);
        await bus.Publish(Event(2), new CancellationTokenSource(20_000).Token);

        var read = 0;
        for (var attempt = 0; attempt < 100 && read < 2; attempt++)
        {
            read += await channel.BasicGetAsync(queue, autoAck: true) is null ? 0 : 1;
            await Task.Delay(50);
        }

        Assert.Equal(2, read);
    }

    private static FeedHealthChanged Event(long feed) => new(feed, "http://x/", "new", "healthy", "", 0, DateTimeOffset.UnixEpoch);

    private static async Task<List<int>> Take(IChannel channel, string queue, int count)
    {
        var taken = new List<int>();
        for (var attempt = 0; attempt < 200 && taken.Count < count; attempt++)
        {
            if (await channel.BasicGetAsync(queue, autoAck: true) is { } message)
                taken.Add(message.Body.Span[0]);
            else
                await Task.Delay(50);
        }

        return taken;
    }

    private async Task<Worker> Start(params (string Name, string Value)[] settings)
    {
        var worker = new Worker(settings.Append(("RabbitMq", servers.RabbitMq.Address.AbsoluteUri)).ToDictionary(setting => $"Publishing:{setting.Item1}", setting => (string?)setting.Item2));
        await worker.Start();
        return worker;
    }

    private sealed class Worker : IAsyncDisposable
    {
        private readonly IHost host;

        public Worker(Dictionary<string, string?> settings)
        {
            var builder = Host.CreateApplicationBuilder();
            builder.Configuration.AddInMemoryCollection(settings);
            builder.Services.AddSingleton<TimeProvider>(Time).AddPublishing(builder.Configuration);
            host = builder.Build();
        }

        public ForwardClock Time { get; } = new();

        public IServiceProvider Services => host.Services;

        public async Task Start()
        {
            await host.StartAsync();
            await host.Services.GetRequiredService<ArticleTopology>().Declared.WaitAsync(TimeSpan.FromSeconds(60));
        }

        public async ValueTask DisposeAsync()
        {
            await host.StopAsync(CancellationToken.None);
            host.Dispose();
        }
    }

    /// <summary>The system's clock, set forward.</summary>
    private sealed class ForwardClock : TimeProvider
    {
        private TimeSpan ahead;

        public void Advance(TimeSpan by) => ahead += by;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
    }
}
