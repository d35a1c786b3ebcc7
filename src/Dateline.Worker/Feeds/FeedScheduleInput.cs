using Dateline.Worker.Feeds.Parsing;
using Dateline.Worker.Feeds.Push;
using Dateline.Worker.Storage;

namespace Dateline.Worker.Feeds;

/// <summary>What the next poll is decided from.</summary>
internal sealed record ScheduleInput
{
    /// <summary>With this poll's articles in it.</summary>
    public required FeedRhythm Rhythm { get; init; }

    /// <summary>What was decided the last time; zero before.</summary>
    public TimeSpan Interval { get; init; }

    /// <summary>Time from the last poll that succeeded; null when this is the first.</summary>
    public TimeSpan? SinceLast { get; init; }

    public int New { get; init; }

    /// <summary>Entries of the document; zero when none was read.</summary>
    public int Entries { get; init; }

    public bool Succeeded { get; init; } = true;

    /// <summary>Weighted failures in a row.</summary>
    public double Failures { get; init; }

    public FeedScheduleHints Hints { get; init; } = FeedScheduleHints.None;

    /// <summary>It was confirmed to be gone.</summary>
    public bool IsGone { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public string? Cron { get; init; }

    /// <summary>The feed's category, a path as in OPML; options may set bounds or a cron text for it.</summary>
    public string? Category { get; init; }

    /// <summary>The feed's own bounds, in minutes.</summary>
    public double? MinIntervalMinutes { get; init; }

    public double? MaxIntervalMinutes { get; init; }

    /// <summary>What the feed's hub has shown of itself; null when no hub pushes the feed.</summary>
    public PushStanding? Push { get; init; }

    /// <summary>Between polls: what the row knows.</summary>
    public static ScheduleInput Of(FeedRow feed) => new()
    {
        Rhythm = FeedRhythm.Read(feed.Rhythm),
        Interval = TimeSpan.FromMilliseconds(feed.IntervalMs),
        Failures = feed.Failures,
        Hints = FeedScheduleHints.Read(feed.Hints),
        Cron = feed.Cron,
        Category = feed.Category,
        MinIntervalMinutes = feed.MinIntervalMinutes,
        MaxIntervalMinutes = feed.MaxIntervalMinutes,
    };

    /// <param name="document">Null when nothing new was read.</param>
    public static ScheduleInput Of(
        FeedRow feed, FetchOutcome outcome, ParsedFeed? document, FeedHealth health, int newEntries, int entries, DateTimeOffset now)
    {
        var succeeded = outcome is FetchOutcome.Fetched or FetchOutcome.NotModified;
        var before = UnixTime.FromMilliseconds(feed.LastSuccessAt);
        var input = Of(feed);
        // what was pushed since the last poll came in the same time: without it the feed would seem to fall silent
        var found = newEntries + (int)feed.PushedNew;
        return input with
        {
            Rhythm = succeeded ? input.Rhythm.After(before, now, found, document is null ? null : entries) : input.Rhythm,
            SinceLast = now - before,
            New = newEntries,
            Entries = entries,
            Succeeded = succeeded,
            Failures = health.Failures,
            IsGone = outcome is FetchOutcome.Gone && health.State == FeedHealth.Gone,
            Hints = (document is null ? input.Hints : FeedScheduleHints.Of(document.Feed)) with { MaxAge = MaxAgeOf(outcome) },
            RetryAfter = (outcome as FetchOutcome.Throttled)?.RetryAfter,
        };
    }

    private static TimeSpan? MaxAgeOf(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Fetched fetched => fetched.MaxAge,
        FetchOutcome.NotModified notModified => notModified.MaxAge,
        _ => null,
    };
}

/// <summary>When to poll next, and why, in lines of words for <c>feeds explain</c>.</summary>
internal sealed record ScheduleDecision(TimeSpan Interval, DateTimeOffset NextPollAt, string Reason);
