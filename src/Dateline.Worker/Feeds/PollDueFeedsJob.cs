using Dateline.Worker.Jobs;
using Dateline.Worker.Storage;
using Microsoft.Extensions.Options;
using Quartz;

namespace Dateline.Worker.Feeds;

/// <summary>Claims the feeds that are due and hands them to the pool; the table, not Quartz, says which.</summary>
[DisallowConcurrentExecution]
internal sealed class PollDueFeedsJob(FeedStore feeds, FeedPoller poller, FeedPool pool, IOptions<FeedOptions> options) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        while (Math.Min(pool.Free, options.Value.BatchSize) is > 0 and var limit)
        {
            var due = await feeds.ClaimDue(limit, TimeSpan.FromSeconds(options.Value.LeaseSeconds), cancellationToken);
            foreach (var feed in due)
                pool.Start(token => Poll(feed, token));
            if (due.Count < limit)
                break;
        }
    }

    private async Task Poll(FeedRow feed, CancellationToken cancellationToken)
    {
        try
        {
            var report = await poller.Poll(feed, cancellationToken);
            Telemetry.Polls.Add(1, new KeyValuePair<string, object?>("outcome", report.Outcome));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // cut short by our own stop: whoever is next may poll it at once
            await feeds.Release(feed, feed.NextPollAt, CancellationToken.None);
        }
    }
}

/// <summary>The places for polls under way.</summary>
internal sealed class FeedPool(IOptions<FeedOptions> options, TimeProvider time) : WorkPool(options.Value.Concurrency, time);
