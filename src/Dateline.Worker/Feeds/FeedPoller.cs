using Dateline.Worker.Http;
using Dateline.Worker.Http.Limits;
using Dateline.Worker.Storage;

namespace Dateline.Worker.Feeds;

/// <summary>Polls one claimed feed: waits for the host's turn, fetches, and hands the outcome on to be parsed, decided and stored.</summary>
internal sealed class FeedPoller(
    FeedFetcher fetcher, FeedStore feeds, PollCompletion completion, HostTurns turns, RateScopes limits, NetworkWatch network, TimeProvider time, ILogger<FeedPoller> logger)
{
    public async Task<PollReport> Poll(FeedRow feed, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Source.StartActivity("poll feed");
        activity?.SetTag("feed.id", feed.Id).SetTag("feed.url", feed.Url);
        try
        {
            var (outcome, started) = await Ask(feed, cancellationToken);
            if (outcome is FetchOutcome.NotAsked notAsked)
                return await PutOff(feed, notAsked.Wait, cancellationToken);
            if (outcome is FetchOutcome.Fetched { Validators: ValidatorUse.Test } tested && tested.BodyHash != feed.BodyHash)
                outcome = await Verdict(feed, tested, cancellationToken);
            return await completion.Complete(feed, outcome, started, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.PollThrew(Outage.Is(e) ? null : e, feed.Id, feed.Url, e.Message);
            return new PollReport(PollReport.Failed);
        }
    }

    /// <summary>In turn. The turn ends with the answer, for what is done with it is no matter of the host's.</summary>
    private async Task<(FetchOutcome Outcome, long Started)> Ask(FeedRow feed, CancellationToken cancellationToken)
    {
        var host = HostOf(feed);
        await using var turn = await turns.Take(host, cancellationToken);
        if (!turn.IsTaken)
            return (new FetchOutcome.NotAsked(turn.Wait), 0);
        if (turn.Wait > TimeSpan.Zero)
            await Task.Delay(turn.Wait, time, cancellationToken);

        Telemetry.PollLateness.Record(Math.Max(0, time.Milliseconds() - feed.NextPollAt) / 1000.0);
        var started = time.GetTimestamp();
        var outcome = await fetcher.Fetch(feed, cancellationToken);
        if (outcome is FetchOutcome.NotAsked)
            return (outcome, started);
        network.Saw(host, (outcome as FetchOutcome.Failed)?.Cause);
        if (outcome is FetchOutcome.Throttled throttled)
            limits.Limited(new Uri(feed.Url), throttled.RetryAfter);
        if (outcome.QuotaPause is { } pause)
            limits.UsedUp(host, pause);
        return (outcome, started);
    }

    /// <summary>Asks once more, with the validators of before; none when the host is busy.</summary>
    private async Task<FetchOutcome> Verdict(FeedRow feed, FetchOutcome.Fetched tested, CancellationToken cancellationToken)
    {
        await using var turn = await turns.Take(HostOf(feed), cancellationToken);
        if (!turn.IsTaken)
            return tested with { Validators = ValidatorUse.Sent };
        await Task.Delay(turn.Wait, time, cancellationToken);
        return tested with { OldValidatorsHold = await fetcher.OldValidatorsHold(feed, tested, cancellationToken) };
    }

    private static string HostOf(FeedRow feed) => WebUri.TryAbsolute(feed.Url, out var url) ? WebUri.HostOf(url) : "";

    private async Task<PollReport> PutOff(FeedRow feed, TimeSpan wait, CancellationToken cancellationToken)
    {
        await feeds.Release(feed, time.Milliseconds() + (long)wait.TotalMilliseconds, cancellationToken);
        return new PollReport(PollReport.PutOff);
    }
}
