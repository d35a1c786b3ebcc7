using System.Runtime.CompilerServices;
using Dateline.Worker.Articles;
using Dateline.Worker.Feeds;
using Dateline.Worker.Publishing;
using Dateline.Worker.Storage;
using MassTransit;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Cli;

/// <summary>What a pass came to; <see cref="Failed"/> counts the feeds that gave no document.</summary>
internal sealed record PollSummary(
    int Polled, int Unchanged, int Failed, int NewArticles, int ChangedArticles, int Published, int Unpublished, long Bytes, double Seconds);

/// <summary>One pass in the foreground, with the service's own parts: poll, then tag, then publish, each until nothing is left.</summary>
internal sealed class PollPass(
    FeedStore feeds, FeedPoller poller, ArticleStore articles, ArticleProcessor processor, OutboxStore outbox, EventPass events,
    IOptions<FeedOptions> feedOptions, IOptions<ArticleOptions> articleOptions, TimeProvider time)
{
    /// <summary>What is due later than this is the next pass's.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private int polled, unchanged, failed, newArticles, changedArticles, published;
    private long bytes;

    /// <param name="named">Only these feeds, due or not; null for all that is due.</param>
    public async Task<PollSummary> Run(IReadOnlyList<long>? named, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var due = named?.Count ?? (await feeds.CountDue(cancellationToken)).Due;
        await CliProgress.Run(async progress =>
        {
            var polling = progress.Start("Polling feeds", due);
            await Poll(named, polling, cancellationToken);
            var tagging = progress.Start("Reading and tagging articles", (await articles.Count(cancellationToken)).Waiting);
            await Tag(tagging, cancellationToken);
            var publishing = progress.Start("Publishing events", (await outbox.Count(cancellationToken)).Waiting);
            published = await events.Publish(publishing, cancellationToken);
        });

        return new PollSummary(
            polled, unchanged, failed, newArticles, changedArticles, published, (int)(await outbox.Count(cancellationToken)).Waiting, bytes,
            Math.Round(time.GetElapsedTime(started).TotalSeconds, 2));
    }

    private async Task Poll(IReadOnlyList<long>? named, CliProgress.Step step, CancellationToken cancellationToken)
    {
        var concurrency = feedOptions.Value.Concurrency;
        var again = named;
        do
        {
            var putOff = new System.Collections.Concurrent.ConcurrentBag<long>();
            await Parallel.ForEachAsync(
                Claim(again, concurrency, cancellationToken),
                new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken },
                async (feed, token) =>
                {
                    var report = await poller.Poll(feed, token);
                    if (report.Outcome == PollReport.PutOff)
                        putOff.Add(feed.Id);
                    else
                        Count(report, step);
                });
            again = [.. putOff];
            if (again.Count > 0)
                await Task.Delay(TimeSpan.FromMilliseconds(300), time, cancellationToken);
        }
        while (again.Count > 0);
    }

    private async IAsyncEnumerable<FeedRow> Claim(
        IReadOnlyList<long>? ids, int batch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lease = TimeSpan.FromSeconds(feedOptions.Value.LeaseSeconds);
        if (ids is not null)
        {
            foreach (var chunk in ids.Chunk(batch))
            {
                foreach (var feed in await feeds.Claim(chunk, lease, cancellationToken))
                    yield return feed;
            }

            yield break;
        }

        IReadOnlyList<FeedRow> claimed;
        do
        {
            claimed = await feeds.ClaimDue(batch, lease, cancellationToken);
            foreach (var feed in claimed)
                yield return feed;
        }
        while (claimed.Count > 0);
    }

    private void Count(PollReport report, CliProgress.Step step)
    {
        switch (report.Outcome)
        {
            case PollReport.Polled:
                Interlocked.Increment(ref polled);
                break;
            case PollReport.Unchanged:
                Interlocked.Increment(ref unchanged);
                break;
            default:
                Interlocked.Increment(ref failed);
                break;
        }

        Interlocked.Add(ref newArticles, report.New);
        Interlocked.Add(ref changedArticles, report.Changed);
        Interlocked.Add(ref bytes, report.Bytes);
        step.Advance();
    }

    private async Task Tag(CliProgress.Step step, CancellationToken cancellationToken)
    {
        var concurrency = articleOptions.Value.Concurrency;
        var options = new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken };
        while (true)
        {
            await Parallel.ForEachAsync(Untagged(concurrency, cancellationToken), options, async (article, token) =>
            {
                if (await processor.Process(article, token))
                    step.Advance();
            });

            var next = await articles.NextDue(cancellationToken);
            if (next is null || next > time.Milliseconds() + Patience.TotalMilliseconds)
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(200), time, cancellationToken);
        }
    }

    private async IAsyncEnumerable<ArticleRow> Untagged(int batch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<ArticleRow> claimed;
        do
        {
            claimed = await articles.ClaimUntagged(batch, TimeSpan.FromSeconds(articleOptions.Value.LeaseSeconds), cancellationToken);
            foreach (var article in claimed)
                yield return article;
        }
        while (claimed.Count > 0);
    }
}

/// <summary>Publishes what waits in the outbox, from a verb: starts the bus, works it off, stops the bus.</summary>
internal sealed class EventPass(PublishArticlesJob job, ArticleTopology topology, IBusControl bus)
{
    public async Task<int> Publish(CliProgress.Step step, CancellationToken cancellationToken)
    {
        await bus.StartAsync(cancellationToken);
        await topology.StartAsync(cancellationToken);
        try
        {
            await topology.Declared.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
            var published = 0;
            PublishArticlesJob.BatchResult batch;
            do
            {
                batch = await job.PublishBatch(cancellationToken);
                published += batch.Published;
                step.Advance(batch.Published);
            }
            while (batch is { Claimed: > 0, BrokerAnswers: true });
            return published;
        }
        catch (TimeoutException)
        {
            await Console.Error.WriteLineAsync("The broker does not answer; the events wait in the database, and the next pass publishes them.");
            return 0;
        }
        finally
        {
            await topology.StopAsync(CancellationToken.None);
            await bus.StopAsync(CancellationToken.None);
        }
    }
}
