using System.Diagnostics;
using Dateline.Contracts;
using Dateline.Worker.Publishing;
using Dateline.Worker.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace Dateline.Benchmarks;

/// <summary>
/// Confirmed events a second from the outbox of a SQLite file to a durable quorum queue, against RabbitMQ.Client that publishes the same
/// messages from memory with confirms. The limit is 70 % of it.
/// </summary>
internal static class PublishBenchmark
{
    private const int Rounds = 5;
    private const string Queue = "dateline-benchmark";

    public static async Task Run(Uri broker, int events)
    {
        var folder = Directory.CreateTempSubdirectory("dateline-publish");
        await using var connection = await new ConnectionFactory { Uri = broker }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, outstandingPublisherConfirmationsRateLimiter: null));
        try
        {
            using var worker = Worker(broker, folder.FullName);
            await Migrator.Migrate(worker.Services.GetRequiredService<Database>(), CancellationToken.None);
            await worker.StartAsync();
            await worker.Services.GetRequiredService<ArticleTopology>().Declared;
            var body = PublishedEvent.Body();
            Console.WriteLine($"{events} events of {body.Length} bytes a round, {Rounds} rounds of each in turn");

            var (bare, ours) = (new List<double>(), new List<double>());
            for (var round = -1; round < Rounds; round++)
            {
                var client = await Time(channel, events, () => Bare(channel, body, events));
                await PublishedEvent.Fill(worker.Services.GetRequiredService<Database>(), body, events);
                var job = worker.Services.GetRequiredService<PublishArticlesJob>();
                var dateline = await Time(channel, events, async () => await job.Execute(null!));
                if (round < 0)
                    continue;
                bare.Add(client);
                ours.Add(dateline);
            }

            Console.WriteLine(FormattableString.Invariant($"RabbitMQ.Client {Median(bare):0} events/s, Dateline {Median(ours):0} events/s: {Median(ours) / Median(bare):P0} (rounds {string.Join(' ', bare.Zip(ours, (one, other) => (other / one).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)))})"));
            await worker.StopAsync();
        }
        finally
        {
            await channel.QueueDeleteAsync(Queue);
            folder.Delete(recursive: true);
        }
    }

    private static IHost Worker(Uri broker, string folder)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:DataFolder"] = folder,
            ["Publishing:RabbitMq"] = broker.AbsoluteUri,
            ["Publishing:Queues:0:Name"] = Queue,
        });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System).AddStorage(builder.Configuration).AddPublishing(builder.Configuration);
        return builder.Build();
    }

    /// <summary>As many under way as the worker has, each awaited.</summary>
    private static async Task Bare(IChannel channel, byte[] body, int events)
    {
        const int UnderWay = PublishArticlesJob.UnderWay;
        for (var sent = 0; sent < events; sent += UnderWay)
        {
            await Task.WhenAll(Enumerable.Range(0, Math.Min(UnderWay, events - sent)).Select(async _ => await channel.BasicPublishAsync(
                RoutingKeys.ArticlesExchange, PublishedEvent.Keys[0], false,
                new BasicProperties
                {
                    Persistent = true, MessageId = Guid.NewGuid().ToString(), ContentType = "application/json", Type = nameof(ArticleTagged), AppId = "dateline",
                    Headers = new Dictionary<string, object?> { ["CC"] = new List<object> { PublishedEvent.Keys[1] } },
                }, body)));
        }
    }

    /// <summary>Events a second; every one of them has to be in the queue, which is emptied.</summary>
    private static async Task<double> Time(IChannel channel, int events, Func<Task> publish)
    {
        var began = Stopwatch.GetTimestamp();
        await publish();
        var rate = events / Stopwatch.GetElapsedTime(began).TotalSeconds;
        // a quorum queue tells its length a moment late
        for (var attempt = 0; await channel.MessageCountAsync(Queue) < events; attempt++)
        {
            if (attempt == 100)
                throw new InvalidOperationException($"Only {await channel.MessageCountAsync(Queue)} of {events} events are in the queue.");
            await Task.Delay(100);
        }

        await channel.QueuePurgeAsync(Queue);
        return rate;
    }

    private static double Median(List<double> rates) => rates.Order().ElementAt(rates.Count / 2);
}
