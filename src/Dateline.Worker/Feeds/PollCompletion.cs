using System.Diagnostics;
using Dateline.Contracts;
using Dateline.Worker.Feeds.Parsing;
using Dateline.Worker.Feeds.Push;
using Dateline.Worker.Http;
using Dateline.Worker.Storage;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Feeds;

/// <summary>Ends a poll: parses, decides health and next poll, and stores it all in one transaction.</summary>
internal sealed class PollCompletion(
    PollStore polls, PushWatch push, NetworkWatch network, FeedGapRecovery gaps, IOptions<FeedOptions> options, IOptions<HttpOptions> http, TimeProvider time, ILogger<PollCompletion> logger)
{
    /// <param name="feed">Claimed by the caller; the lease ends here.</param>
    /// <param name="started">A timestamp of the time provider.</param>
    public async Task<PollReport> Complete(FeedRow feed, FetchOutcome outcome, long started, CancellationToken cancellationToken)
    {
        var document = outcome is FetchOutcome.Fetched fetched && fetched.BodyHash != feed.BodyHash
            ? FeedParser.Parse(fetched.Body, fetched.ContentType, fetched.FinalUrl, http.Value.MaxFeedBytes)
            : null;
        if (document is not { Format: FeedFormat.Unknown })
            return await Store(feed, outcome, document, started, cancellationToken);
        return await Store(feed, new FetchOutcome.Failed(FailureKind.Soft, WhyNoFeed(document)), null, started, cancellationToken);
    }

    private async Task<PollReport> Store(
        FeedRow feed, FetchOutcome outcome, ParsedFeed? document, long started, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var candidates = document is null ? [] : CandidateArticles.From(feed, document, options.Value.MaxEntries, now);
        var before = FeedHealth.Of(feed);
        // cut off ourselves, we learn nothing about the feed
        var health = network.IsDown && outcome is FetchOutcome.Failed { Cause: not null } ? before : before.After(outcome, now);
        var known = await polls.Find(feed, candidates, cancellationToken);
        var count = known.Count();
        var newEntries = count.Unknown;
        var input = ScheduleInput.Of(feed, outcome, document, health, newEntries, candidates.Count, now);
        input = input with { Push = await push.Standing(feed, input.Succeeded, newEntries, cancellationToken) };
        var decision = FeedSchedule.Next(input, options.Value, now, Random.Shared.NextDouble());

        var lied = outcome is FetchOutcome.Fetched { OldValidatorsHold: true } && newEntries > 0;
        var update = PollUpdate.For(feed, outcome, document, health, input, decision, lied, now) with { GuidQuality = GuidQuality.After(feed.GuidQuality, count) };
        var events = new List<OutboxRow>(HealthEvents(feed, health, outcome, now));
        var stored = document is not null && FeedGap.Between(feed, candidates, newEntries, now) is { } gap
            ? await polls.Complete(
                feed, update, [.. candidates, .. await gaps.Recover(feed, document, gap, events, now, cancellationToken)], events, Activity.Current?.Id, cancellationToken)
            : await polls.Complete(feed, update, known, events, Activity.Current?.Id, cancellationToken);
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
        if (update.ValidatorsDistrustedUntil > (feed.ValidatorsDistrustedUntil ?? 0))
            logger.ValidatorsLied(feed.Id, feed.Url, stored.New);
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

    /// <summary>The one problem that decided; what was repaired on the way to it would fill the line.</summary>
    private static string WhyNoFeed(ParsedFeed document)
    {
        var decisive = document.Problems.FirstOrDefault(problem => problem.Code is "empty" or "html_document" or "not_a_feed");
        return $"the answer is no feed: {decisive?.Message ?? "its format is unknown"}";
    }

    private static IEnumerable<OutboxRow> HealthEvents(FeedRow feed, FeedHealth health, FetchOutcome outcome, DateTimeOffset now) =>
        health.State == feed.Health
            ? []
            : [FeedEvents.HealthChanged(new FeedHealthChanged(
                feed.Id, feed.Url, feed.Health, health.State, PollUpdate.Reason(outcome) ?? "it answers", health.Failures, now))];
}
