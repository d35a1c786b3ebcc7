using Dateline.Contracts;
using Dateline.Worker.IntegrationTests.Servers;
using Dateline.Worker.IntegrationTests.Support;
using Dateline.Worker.Tests.Support;
using Microsoft.AspNetCore.Http;
using RabbitMQ.Client;

namespace Dateline.Worker.IntegrationTests;

/// <summary>What happens to events when the broker or its subscribers are away.</summary>
[Collection(SharedServers.Name)]
public class BrokerTests(ServersFixture servers)
{
    [Fact]
    public async Task BrokerAway_PollingGoesOnAndEverythingArrivesAfterwards()
    {
        await using var site = await NewsSite.Paris();
        await using var dateline = new Support.Dateline(
            ("Publishing__RabbitMq", servers.RabbitMq.Address.AbsoluteUri), ("Publishing__TimeoutSeconds", "2"),
            ("Publishing__Queues__0__Name", "away"), ("Publishing__Queues__0__Bindings__0", "conflict.#"));
        await dateline.Run("feeds", "add", site.At("/feed.xml").AbsoluteUri);
        await servers.RabbitMq.KillNode();
        await using var worker = await dateline.StartService();
        await worker.WaitForLine("Tagged What the Paris attack", TimeSpan.FromSeconds(60));
        await worker.WaitForLine("nothing is published before", TimeSpan.FromSeconds(60));

        await servers.RabbitMq.StartNode();
        await worker.WaitForLine("Queue away is bound to news.articles by conflict.#", TimeSpan.FromSeconds(60));
        await using var connection = await servers.RabbitMq.Connect();
        await using var channel = await connection.CreateChannelAsync();
        Assert.Contains("What the Paris attack", await TakeText(channel, "away"), StringComparison.Ordinal);
        await channel.QueueDeleteAsync("away");
    }

    [Fact]
    public async Task BrokerKilledWhileThereIsMore_NothingIsLost()
    {
        await using var site = await NewsSite.Paris();
        await using var queue = await TestQueue.Declare(servers.RabbitMq.Address, RoutingKeys.FeedsExchange, "health.#");
        await using var dateline = new Support.Dateline(("Publishing__RabbitMq", servers.RabbitMq.Address.AbsoluteUri), ("Publishing__TimeoutSeconds", "2"));
        await using var worker = await dateline.StartService();
        await dateline.Run("feeds", "add", site.At("/feed.xml").AbsoluteUri);
        await queue.WaitForAtLeast(1, TimeSpan.FromSeconds(60));

        await servers.RabbitMq.KillNode();
        await dateline.Run("feeds", "add", site.At("/feed.xml?second").AbsoluteUri);
        await worker.WaitForLine("wait in the database", TimeSpan.FromSeconds(60));
        await servers.RabbitMq.StartNode();
        await queue.WaitForAtLeast(2, TimeSpan.FromSeconds(60));
        Assert.All(queue.Messages, message => Assert.Equal(("health.healthy", "FeedHealthChanged"), (message.RoutingKey, message.Properties.Type)));
    }

    [Fact]
    public async Task Gap_IsAnEventOnTheFeedsExchange()
    {
        var polls = 0;
        await using var site = await LoopbackServer.Start(context =>
        {
            var first = 100 * Interlocked.Increment(ref polls);
            var items = string.Concat(Enumerable.Range(first, 6).Select(number => $"<item><guid>{number}</guid><title>Item {number}</title></item>"));
            return context.Response.WriteAsync($"<rss version='2.0'><channel><title>Busy</title>{items}</channel></rss>");
        });
        await using var queue = await TestQueue.Declare(servers.RabbitMq.Address, RoutingKeys.FeedsExchange, "gap");
        await using var dateline = new Support.Dateline(("Publishing__RabbitMq", servers.RabbitMq.Address.AbsoluteUri), ("Articles__FetchPages", "false"));
        var address = site.At("/feed").AbsoluteUri;
        await dateline.Run("poll", "--once", address);
        await dateline.Run("poll", "--once", address);

        var message = Assert.Single(await queue.WaitFor(1, TimeSpan.FromSeconds(30)));
        Assert.Equal(("gap", "FeedGapDetected"), (message.RoutingKey, message.Properties.Type));
        Assert.Contains($"\"url\":\"{address}\"", message.Body, StringComparison.Ordinal);
        Assert.Contains("\"closed\":false", message.Body, StringComparison.Ordinal);
    }

    private static async Task<string> TakeText(IChannel channel, string queue)
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            if (await channel.BasicGetAsync(queue, autoAck: true) is { } message)
                return System.Text.Encoding.UTF8.GetString(message.Body.Span);
            await Task.Delay(200);
        }

        throw new TimeoutException($"Nothing came to {queue}.");
    }
}
