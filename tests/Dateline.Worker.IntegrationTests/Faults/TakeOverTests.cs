using System.Collections.Concurrent;
using System.Diagnostics;
using Dapper;
using Dateline.Contracts;
using Dateline.Worker.IntegrationTests.Servers;
using Dateline.Worker.IntegrationTests.Support;
using Dateline.Worker.Tests.Support;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Dateline.Worker.IntegrationTests.Faults;

/// <summary>
/// One worker is killed and one is frozen in the middle of a poll: a third polls both feeds when the leases end, and what the frozen
/// one brings when it wakes up is not stored. (Without the owner in the condition of PollStore's update the old validators are.)
/// </summary>
[Collection(SharedServers.Name)]
public class TakeOverTests(ServersFixture servers)
{
    private const int LeaseSeconds = 30;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task KilledAndFrozen_AreReplacedWithinTheLeaseAndOverwriteNothing()
    {
        var asked = new ConcurrentQueue<(string Path, double Second)>();
        var clock = Stopwatch.StartNew();
        using var held = new CancellationTokenSource();
        await using var site = await LoopbackServer.Start(async context =>
        {
            var isFirst = asked.All(visit => visit.Path != context.Request.Path);
            asked.Enqueue((context.Request.Path, clock.Elapsed.TotalSeconds));
            if (isFirst)
                await Task.Delay(Timeout.Infinite, held.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            var age = isFirst ? "old" : "new";
            context.Response.Headers.ETag = $"\"{age}\"";
            await context.Response.WriteAsync($"<rss version=\"2.0\"><channel><title>News</title><item><guid>{age}</guid><title>An {age} item</title></item></channel></rss>");
        });
        await using var queue = await TestQueue.Declare(servers.RabbitMq.Address, RoutingKeys.ArticlesExchange, "#");
        var database = await servers.PostgreSql.CreateDatabase();

        // a place for one poll each, so that each has one of the two feeds
        await using var dateline = Worker(database, ("Feeds__Concurrency", "1"));
        await using var second = Worker(database, ("Feeds__Concurrency", "1"));
        await using var third = Worker(database);
        await dateline.Run("feeds", "import", dateline.WriteFeedList([site.At("/1"), site.At("/2")]));
        await using var frozen = await dateline.StartService();
        await using var killed = await second.StartService();
        await Until(() => asked.Count == 2, "both feeds are asked for");
        await frozen.Signal("STOP");
        killed.Kill();

        await using var successor = await third.StartService();
        var ready = clock.Elapsed.TotalSeconds;
        await Until(() => asked.Count == 4, "both feeds are asked for again");
        Assert.All(asked.GroupBy(visit => visit.Path), feed =>
        {
            var leaseEnds = feed.Min(visit => visit.Second) + LeaseSeconds;
            // the lease began with the claim, a little before the request
            Assert.InRange(feed.Max(visit => visit.Second), leaseEnds - 5, Math.Max(leaseEnds, ready) + 15);
        });
        await queue.WaitForArticles(2, Patience);

        await held.CancelAsync();
        await frozen.Signal("CONT");
        await frozen.WaitForLine("Another worker took over", Patience);
        await using var connection = new NpgsqlConnection(database);
        Assert.Equal(["\"new\"", "\"new\""], await connection.QueryAsync<string>("select etag from feeds"));
        Assert.Equal(0, await connection.ExecuteScalarAsync<long>("select count(*) from articles where title like '%old%'"));
        Assert.Equal(2, (await queue.WaitUntilQuiet(TimeSpan.FromSeconds(2))).Count);
    }

    private Support.Dateline Worker(string database, params (string Name, string Value)[] settings) => new(
    [
        ("Storage__PostgreSql", database), ("Publishing__RabbitMq", servers.RabbitMq.Address.AbsoluteUri), ("Feeds__LeaseSeconds", $"{LeaseSeconds}"), ("Articles__FetchPages", "false"),
        ("Feeds__MinIntervalMinutes", "120"), ("Feeds__InitialIntervalMinutes", "120"), ("Http__AttemptTimeoutSeconds", "300"), ("Http__TotalTimeoutSeconds", "300"), .. settings,
    ]);

    private static async Task Until(Func<bool> condition, string what)
    {
        for (var waited = Stopwatch.StartNew(); !condition(); await Task.Delay(50))
            Assert.True(waited.Elapsed < Patience, $"Not in {Patience.TotalSeconds:0} s: {what}.");
    }
}
