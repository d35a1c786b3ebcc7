using Dateline.Worker.Http;
using Dateline.Worker.Http.Limits;
using Dateline.Worker.Storage;

namespace Dateline.Worker.Feeds;

/// <summary>Polls one claimed feed: waits for the host's turn, fetches, and hands the outcome on to be parsed, decided and stored.</summary>
internal sealed class FeedPoller(
    FeedFetcher fetcher, FeedStore feeds, PollCompletion completion, HostGate gate, RateScopes limits, NetworkWatch network, TimeProvider time, ILogger<FeedPoller> logger)
{
    public async Task<PollReport> Poll(FeedRow feed, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Source.StartActivity("poll feed");
        activity?.SetTag("feed.id", feed.Id).SetTag("feed.url", feed.Url);
        try
        {
            var host = Uri.TryCreate(feed.Url, UriKind.Absolute, out var url) ? url.IdnHost : "";
            if (!gate.TryTakeTurn(host, out var wait))
                return await PutOff(feed, wait, cancellationToken);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, time, cancellationToken);

            Telemetry.PollLateness.Record(Math.Max(0, time.Milliseconds() - feed.NextPollAt) / 1000.0);
            var started = time.GetTimestamp();
            var outcome = await fetcher.Fetch(feed, cancellationToken);
            if (outcome is FetchOutcome.NotAsked)
                return await PutOff(feed, TimeSpan.FromSeconds(2), cancellationToken);
            if (outcome is FetchOutcome.Fetched { Validators: ValidatorUse.Test } tested && tested.BodyHash != feed.BodyHash)
                outcome = await Verdict(feed, tested, host, cancellationToken);
            network.Saw(host, (outcome as FetchOutcome.Failed)?.Cause);
            if (outcome is FetchOutcome.Throttled throttled)
                limits.Limited(url!, throttled.RetryAfter);
            if (outcome.QuotaPause is { } pause)
                limits.UsedUp(host, pause);
            return await completion.Complete(feed, outcome, started, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.PollThrew(e, feed.Id, feed.Url);
            return new PollReport(PollReport.Failed);
        }
    }

    /// <summary>Asks once more, with the validators of before; none when the host is busy.</summary>
    private async Task<FetchOutcome> Verdict(FeedRow feed, FetchOutcome.Fetched tested, string host, CancellationToken cancellationToken)
    {
        if (!gate.TryTakeTurn(host, out var wait))
            return tested with { Validators = ValidatorUse.Sent };
        await Task.Delay(wait, time, cancellationToken);
        return tested with { OldValidatorsHold = await fetcher.OldValidatorsHold(feed, tested, cancellationToken) };
    }

    private async Task<PollReport> PutOff(FeedRow feed, TimeSpan wait, CancellationToken cancellationToken)
    {
        await feeds.Release(feed, time.Milliseconds() + (long)wait.TotalMilliseconds, cancellationToken);
        return new PollReport(PollReport.PutOff);
    }
}
