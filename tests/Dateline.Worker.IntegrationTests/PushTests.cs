using System.Globalization;
using Dateline.Contracts;
using Dateline.Worker.IntegrationTests.Servers;
using Dateline.Worker.IntegrationTests.Support;
using Dateline.Worker.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Dateline.Worker.IntegrationTests;

/// <summary>A hub, a site and a worker process: what is pushed is published although the feed is polled every few hours only.</summary>
[Collection(SharedServers.Name)]
public class PushTests(ServersFixture servers)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Hub_PushesForgetsAndDies_NoArticleIsLateOrForged(bool postgreSql)
    {
        var newest = 1;
        await using var hub = await TestHub.Start(leaseSeconds: 25);
        await using var site = await LoopbackServer.Start(context =>
        {
            context.Response.Headers.Link = $"<{hub.Address}>; rel=\"hub\"";
            return context.Response.WriteAsync(Rss(Enumerable.Range(1, Volatile.Read(ref newest))));
        });
        await using var queue = await TestQueue.Declare(servers.RabbitMq.Address, RoutingKeys.ArticlesExchange, "#");
        await using var dateline = Worker(postgreSql ? await servers.PostgreSql.CreateDatabase() : "");
        await dateline.Run("feeds", "add", site.At("/feed").AbsoluteUri);
        await using var worker = await dateline.StartService();
        await queue.WaitFor(1, Patience);
        await Until(() => hub.Subscriptions == 1, worker);
        var requests = site.Requests.Count;

        Assert.Equal([202], await hub.Distribute(Rss([666]), otherSecret: "guessed"));
        await worker.WaitForLine("Ignored a push", Patience);
        Assert.Equal([202], await hub.Distribute(Rss([2])));
        await queue.WaitFor(2, Patience);

        hub.Forget();
        await Until(() => hub.Subscriptions == 1, worker);
        Assert.Equal([202], await hub.Distribute(Rss([3])));
        await queue.WaitFor(3, Patience);
        Assert.Equal(requests, site.Requests.Count);
        var (_, explained, _) = await dateline.Run("feeds", "explain", "1");
        Assert.Contains(explained, line => line.Contains($"active at {hub.Address}", StringComparison.Ordinal));

        await hub.DisposeAsync();
        Volatile.Write(ref newest, 4);
        await queue.WaitFor(4, Patience);
        Assert.Equal(["Item 1", "Item 2", "Item 3", "Item 4"], queue.Messages.Select(message => message.Article.Title).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task FeedRemoved_IsUnsubscribed()
    {
        await using var hub = await TestHub.Start(leaseSeconds: 3_600);
        await using var site = await LoopbackServer.Start(context =>
        {
            context.Response.Headers.Link = $"<{hub.Address}>; rel=\"hub\"";
            return context.Response.WriteAsync(Rss([1]));
        });
        await using var dateline = Worker("");
        await dateline.Run("feeds", "add", site.At("/feed").AbsoluteUri);
        await using var worker = await dateline.StartService();
        await Until(() => hub.Subscriptions == 1, worker);
        await dateline.Run("feeds", "remove", "1");
        await Until(() => hub is { Subscriptions: 0, Verified: 2 }, worker);
        await worker.WaitForLine("No longer subscribed", Patience);
    }

    /// <summary>Polls every two hours, asks hubs on loopback.</summary>
    private Support.Dateline Worker(string postgreSql)
    {
        var address = $"http://127.0.0.1:{Ports.Free(1)[0]}";
        return new Support.Dateline(
            ("ASPNETCORE_URLS", address), ("Push__CallbackAddress", address + "/websub"), ("Articles__FetchPages", "false"), ("Storage__PostgreSql", postgreSql),
            ("Publishing__RabbitMq", servers.RabbitMq.Address.AbsoluteUri), ("Feeds__MinIntervalMinutes", "120"), ("Feeds__InitialIntervalMinutes", "120"));
    }

    private static string Rss(IEnumerable<int> items) => string.Create(
        CultureInfo.InvariantCulture, $"<rss version=\"2.0\"><channel><title>News</title>{string.Concat(items.Select(item => $"<item><guid>{item}</guid><title>Item {item}</title></item>"))}</channel></rss>");

    private static async Task Until(Func<bool> condition, CaptiveProcess worker)
    {
        for (var attempt = 0; !condition(); attempt++)
        {
            Assert.True(attempt < 600, $"The hub did not hear what it waits for:\n{worker.Tail}");
            await Task.Delay(100);
        }
    }
}
