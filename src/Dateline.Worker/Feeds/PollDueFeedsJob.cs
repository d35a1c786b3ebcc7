using Dateline.Worker.Jobs;
using Dateline.Worker.Storage;
using Microsoft.Extensions.Options;
using Quartz;

namespace Dateline.Worker.Feeds;

/// <summary>Claims the feeds that are due and hands them to the pool; the table, not Quartz, says which. Fewer while the backlog is large.</summary>
[DisallowConcurrentExecution]
internal sealed class PollDueFeedsJob(
    FeedStore feeds, FeedPoller poller, FeedPool pool, Backlog backlog, IOptions<FeedOptions> options, TimeProvider time, ILogger<PollDueFeedsJob> logger) : IJob
{
    private static readonly TimeSpan SayEvery = TimeSpan.FromMinutes(5);

    private readonly PollAllowance allowance = new(options.Value.Concurrency);
    private DateTimeOffset? said;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var state = await backlog.State(cancellationToken);
        Say(state);
        var (allowed, started, began) = (allowance.Next(state.Share), 0, time.GetTimestamp());
        do
        {
            var limit = Math.Min(Math.Min(pool.Free, options.Value.BatchSize), allowed - started);
            var due = limit == 0 ? [] : await feeds.ClaimDue(limit, TimeSpan.FromSeconds(options.Value.LeaseSeconds), cancellationToken);
            foreach (var feed in due)
                pool.Start(token => Poll(feed, token));
            started += due.Count;
            if (due.Count < limit)
                break;
        }
        while (started < allowed && await pool.WaitForRoom(WorkPool.Round - time.GetElapsedTime(began), cancellationToken));

        if (state.Share >= 1)
            allowance.Started(started);
    }

    private void Say(BacklogState state)
    {
        if (state.Share >= 1)
        {
            if (said is not null)
                logger.PollingAsUsual(state.Waiting);
            said = null;
        }
        else if (said is null || time.GetUtcNow() - said >= SayEvery)
        {
            logger.PollingSlowed(state.Share, state.Waiting, state.FreeMegabytes);
            said = time.GetUtcNow();
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
