using Dateline.Worker.Documents;
using Dateline.Worker.Feeds.Parsing;
using Dateline.Worker.Feeds.Push;
using Dateline.Worker.Storage;

namespace Dateline.Worker.Feeds;

/// <summary>What a poll's outcome leaves in the feed's row. Pure.</summary>
internal static class PollUpdate
{
    /// <summary>A new address is believed when it was pointed to this often in a row and gave a feed each time.</summary>
    private const int MovesToBelieve = 3;

    public static FeedUpdate For(
        FeedRow feed, FetchOutcome outcome, ParsedFeed? document, FeedHealth health, ScheduleInput input,
        ScheduleDecision decision, bool validatorsLied, DateTimeOffset now)
    {
        var at = now.ToUnixTimeMilliseconds();
        var (url, movedTo, movedCount) = Moves(feed, outcome);
        var validators = Validators(feed, outcome);
        var trust = Trust(feed, outcome, validatorsLied, now);
        var succeeded = outcome is FetchOutcome.Fetched or FetchOutcome.NotModified;
        var hubs = FeedHubs.After(feed, outcome, document);
        return new FeedUpdate
        {
            Url = url,
            Title = Given(CleanText.OptionalLine(document?.Feed.Title)) ?? feed.Title,
            Homepage = WebAddress.Link(document?.Feed.Link) ?? feed.Homepage,
            Etag = validators.Etag,
            LastModified = validators.LastModified,
            BodyHash = (outcome as FetchOutcome.Fetched)?.BodyHash ?? feed.BodyHash,
            Health = health.State,
            Failures = health.Failures,
            LastError = succeeded ? null : Reason(outcome),
            IntervalMs = (long)decision.Interval.TotalMilliseconds,
            ScheduleReason = decision.Reason,
            Rhythm = input.Rhythm.Write(),
            Hints = input.Hints.Write(),
            MovedTo = movedTo,
            MovedCount = movedCount,
            ValidatorsCheckedAt = trust.CheckedAt,
            ValidatorsHeld = trust.Held,
            ValidatorsDistrustedUntil = trust.DistrustedUntil,
            GuidQuality = feed.GuidQuality,
            GoneSince = health.GoneSince?.ToUnixTimeMilliseconds(),
            NextPollAt = decision.NextPollAt.ToUnixTimeMilliseconds(),
            LastPollAt = at,
            LastSuccessAt = succeeded ? at : feed.LastSuccessAt,
            // the same bytes again are not read, so the articles in them are not seen either: what counts as gone is told from this time
            LastDocumentAt = document is null ? feed.LastDocumentAt : at,
            Hubs = hubs?.Write(),
            Topic = hubs?.Topic,
            PushedNew = succeeded ? 0 : feed.PushedNew,
            PushProvedAt = !succeeded ? feed.PushProvedAt : input.Push?.ProvedAt?.ToUnixTimeMilliseconds(),
        };
    }

    /// <summary>The failure in words; null for success.</summary>
    public static string? Reason(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Throttled throttled => throttled.Reason,
        FetchOutcome.Blocked blocked => blocked.Reason,
        FetchOutcome.Gone => "HTTP 410, the publisher says that the feed is gone",
        FetchOutcome.Failed failed => failed.Reason.TrimEnd('.'),
        _ => null,
    };

    public static string Word(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Throttled => PollReport.Throttled,
        FetchOutcome.Blocked => PollReport.Blocked,
        FetchOutcome.Gone => PollReport.Gone,
        _ => PollReport.Failed,
    };

    /// <summary>Opaque, sent back byte for byte, replaced by every 200 and by what a 304 carries.</summary>
    private static (string? Etag, string? LastModified) Validators(FeedRow feed, FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Fetched fetched => (fetched.Etag, fetched.LastModified),
        FetchOutcome.NotModified notModified => (notModified.Etag ?? feed.Etag, notModified.LastModified ?? feed.LastModified),
        _ => (feed.Etag, feed.LastModified),
    };

    private static (long? CheckedAt, long Held, long? DistrustedUntil) Trust(FeedRow feed, FetchOutcome outcome, bool lied, DateTimeOffset now) =>
        outcome is FetchOutcome.Fetched fetched
            ? ValidatorTrust.After(feed, fetched.Validators, lied, now)
            : (feed.ValidatorsCheckedAt, feed.ValidatorsHeld, feed.ValidatorsDistrustedUntil);

    /// <summary>A permanent redirect is stored after several confirmations, each of which gave a feed.</summary>
    private static (string Url, string? MovedTo, long MovedCount) Moves(FeedRow feed, FetchOutcome outcome)
    {
        if (outcome is FetchOutcome.NotModified or FetchOutcome.Throttled or FetchOutcome.Failed)
            return (feed.Url, feed.MovedTo, feed.MovedCount);
        if (outcome is not FetchOutcome.Fetched { MovedTo: { } target })
            return (feed.Url, null, 0);

        var count = feed.MovedTo == target.AbsoluteUri ? feed.MovedCount + 1 : 1;
        return count >= MovesToBelieve ? (target.AbsoluteUri, null, 0) : (feed.Url, target.AbsoluteUri, count);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
