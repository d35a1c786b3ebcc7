using System.Diagnostics;
using System.Security.Cryptography;
using Dateline.Contracts;
using Dateline.Worker.Feeds.Parsing;
using Dateline.Worker.Http;
using Dateline.Worker.Storage;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Feeds;

/// <summary>Polls one claimed feed: fetch, parse, decide, and end it all in one transaction.</summary>
internal sealed class FeedPoller(
    FeedFetcher fetcher, FeedStore feeds, PollStore polls, HostGate gate, NetworkWatch network, FeedArchive archive, IOptions<FeedOptions> options, TimeProvider time, ILogger<FeedPoller> logger)
{
    /// <summary>A new address is believed when it was pointed to this often in a row and gave a feed each time.</summary>
    private const int MovesToBelieve = 3;

    /// <summary>A host is left alone for this long at most; the feed itself may wait longer.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

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

            var started = time.GetTimestamp();
            var outcome = await fetcher.Fetch(feed, cancellationToken);
            if (outcome is FetchOutcome.NotAsked)
                return await PutOff(feed, TimeSpan.FromSeconds(2), cancellationToken);
            network.Saw(host, (outcome as FetchOutcome.Failed)?.Cause);
            if (outcome.HostPause is { } pause)
                gate.Pause(host, time.GetUtcNow() + (pause < LongestPause ? pause : LongestPause));
            return await End(feed, outcome, started, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.PollThrew(e, feed.Id, feed.Url);
            return new PollReport(PollReport.Failed);
        }
    }

    private async Task<PollReport> PutOff(FeedRow feed, TimeSpan wait, CancellationToken cancellationToken)
    {
        await feeds.Release(feed, time.Milliseconds() + (long)wait.TotalMilliseconds, cancellationToken);
        return new PollReport(PollReport.PutOff);
    }

    private async Task<PollReport> End(FeedRow feed, FetchOutcome outcome, long started, CancellationToken cancellationToken)
    {
        var hash = outcome is FetchOutcome.Fetched fetched ? Convert.ToHexStringLower(SHA256.HashData(fetched.Body).AsSpan(0, 16)) : null;
        // the same bytes as last time hold nothing new
        var document = outcome is FetchOutcome.Fetched changed && hash != feed.BodyHash
            ? FeedParser.Parse(changed.Body, changed.ContentType, changed.FinalUrl)
            : null;
        if (document is { Format: FeedFormat.Unknown })
        {
            outcome = new FetchOutcome.Failed(FailureKind.Soft, WhyNoFeed(document));
            document = null;
            hash = feed.BodyHash;
        }

        var now = time.GetUtcNow();
        var candidates = document is null ? [] : CandidateArticles.From(feed, document, options.Value.MaxEntries, now);
        return await Store(feed, outcome, document, hash, candidates, started, now, cancellationToken);
    }

    private async Task<PollReport> Store(
        FeedRow feed, FetchOutcome outcome, ParsedFeed? document, string? hash, IReadOnlyList<CandidateArticle> candidates, long started,
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = new FeedHealth(feed.Health, feed.Failures);
        // cut off ourselves, we learn nothing about the feed
        var health = network.IsDown && outcome is FetchOutcome.Failed { Cause: not null } ? before : before.After(outcome);
        var newEntries = candidates.Count == 0 ? 0 : await polls.CountUnknown(candidates, cancellationToken);
        var input = Schedule(feed, outcome, document, health, newEntries, candidates.Count, now);
        var decision = FeedSchedule.Next(input, options.Value, now, Random.Shared.NextDouble());

        var update = PollUpdate.For(feed, outcome, document, hash, health, input, decision, now, MovesToBelieve);
        var events = new List<OutboxRow>(HealthEvents(feed, health, outcome, now));
        if (document is not null && FeedGap.Between(feed, candidates, newEntries, now) is { } gap)
            candidates = [.. candidates, .. await Recover(feed, document, gap, events, now, cancellationToken)];
        var stored = await polls.Complete(feed, update, candidates, events, Activity.Current?.Id, cancellationToken);
        if (stored.LeaseLost)
        {
            logger.LeaseLost(feed.Id, feed.Url);
            return new PollReport(PollReport.PutOff);
        }

        return Report(feed, outcome, document, update, stored, time.GetElapsedTime(started).TotalMilliseconds, now);
    }

    private PollReport Report(
        FeedRow feed, FetchOutcome outcome, ParsedFeed? document, FeedUpdate update, StoredPoll stored, double elapsedMs, DateTimeOffset now)
    {
        var nextMinutes = (UnixTime.FromMilliseconds(update.NextPollAt) - now).TotalMinutes;
        if (update.Url != feed.Url)
            logger.Moved(feed.Id, feed.Url, update.Url);
        if (document is { Problems.Count: > 0 })
            logger.Problems(feed.Id, feed.Url, string.Join("; ", document.Problems.Take(10).Select(problem => problem.Message)));
        if (update.Health != feed.Health && feed.Health != FeedHealth.New)
            logger.HealthChanged(feed.Id, feed.Url, update.Health, feed.Health, update.LastError ?? "it answers again");

        switch (outcome)
        {
            case FetchOutcome.Fetched { Body: var body } when document is not null:
                logger.Polled(feed.Id, feed.Url, stored.New, stored.Changed, document.Entries.Count, elapsedMs, nextMinutes);
                return new PollReport(PollReport.Polled, stored.New, stored.Changed, body.Length);
            case FetchOutcome.Fetched or FetchOutcome.NotModified:
                logger.Unchanged(feed.Id, feed.Url, elapsedMs, nextMinutes);
                return new PollReport(PollReport.Unchanged, Bytes: (outcome as FetchOutcome.Fetched)?.Body.Length ?? 0);
            default:
                var cause = (outcome as FetchOutcome.Failed)?.Cause;
                logger.Failed(feed.Id, feed.Url, update.LastError ?? "", cause, nextMinutes);
                return new PollReport(PollUpdate.Word(outcome), Cause: cause);
        }
    }

    private static ScheduleInput Schedule(
        FeedRow feed, FetchOutcome outcome, ParsedFeed? document, FeedHealth health, int newEntries, int entries, DateTimeOffset now)
    {
        var succeeded = outcome is FetchOutcome.Fetched or FetchOutcome.NotModified;
        var before = UnixTime.FromMilliseconds(feed.LastSuccessAt);
        var rhythm = FeedRhythm.Read(feed.Rhythm);
        var hints = document is null ? FeedScheduleHints.Read(feed.Hints) : FeedScheduleHints.Of(document.Feed);
        return new ScheduleInput
        {
            Rhythm = succeeded ? rhythm.After(before, now, newEntries, document is null ? null : entries) : rhythm,
            Interval = TimeSpan.FromMilliseconds(feed.IntervalMs),
            SinceLast = now - before,
            New = newEntries,
            Entries = entries,
            Succeeded = succeeded,
            Failures = health.Failures,
            Hints = hints with { MaxAge = MaxAge(outcome) },
            RetryAfter = (outcome as FetchOutcome.Throttled)?.RetryAfter,
            Cron = feed.Cron,
            Category = feed.Category,
            MinIntervalMinutes = feed.MinIntervalMinutes,
            MaxIntervalMinutes = feed.MaxIntervalMinutes,
        };
    }

    private static TimeSpan? MaxAge(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Fetched fetched => fetched.MaxAge,
        FetchOutcome.NotModified notModified => notModified.MaxAge,
        _ => null,
    };

    /// <summary>The one problem that decided; what was repaired on the way to it would fill the line.</summary>
    private static string WhyNoFeed(ParsedFeed document)
    {
        var decisive = document.Problems.FirstOrDefault(problem => problem.Code is "empty" or "html_document" or "not_a_feed");
        return $"the answer is no feed: {decisive?.Message ?? "its format is unknown"}";
    }

    /// <summary>What the feed's archive still has of a gap; the gap is an event either way.</summary>
    private async Task<IReadOnlyList<CandidateArticle>> Recover(
        FeedRow feed, ParsedFeed document, FeedGap gap, List<OutboxRow> events, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var recovered = document.Feed.PreviousPage is { } page ? await archive.Read(feed, page, cancellationToken) : new ArchiveResult([], false);
        events.Add(FeedEvents.GapDetected(new FeedGapDetected(
            feed.Id, feed.Url, gap.Since, gap.Until, recovered.Articles.Count, recovered.ReachedKnown, now)));
        logger.Gap(feed.Id, feed.Url, gap.Since, recovered.Articles.Count, recovered.ReachedKnown);
        return recovered.Articles;
    }

    private static IEnumerable<OutboxRow> HealthEvents(FeedRow feed, FeedHealth health, FetchOutcome outcome, DateTimeOffset now) =>
        health.State == feed.Health
            ? []
            : [FeedEvents.HealthChanged(new FeedHealthChanged(
                feed.Id, feed.Url, feed.Health, health.State, PollUpdate.Reason(outcome) ?? "it answers", health.Failures, now))];
}
