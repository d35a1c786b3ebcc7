using Quartz;

namespace Dateline.Worker.Feeds;

/// <summary>What the next poll is decided from; <see cref="Entries"/> counts the document's entries, zero when it was not read.</summary>
internal sealed record ScheduleInput(
    TimeSpan Interval, int New, int Entries, bool Succeeded, double Failures, TimeSpan? PublisherHint, TimeSpan? RetryAfter, string? Cron);

/// <summary>When to poll next, and why, in words for <c>feeds explain</c>.</summary>
internal sealed record ScheduleDecision(TimeSpan Interval, DateTimeOffset NextPollAt, string Reason);

/// <summary>
/// The rule of the next poll. The interval follows the overlap between polls (after Media Cloud's fetcher: under a third of the entries
/// known, poll sooner; over two thirds, later), between a minimum and a maximum; failures back off; publishers' hints are heard within
/// bounds; a feed's own cron text replaces all of it.
/// </summary>
internal static class FeedSchedule
{
    /// <summary>A hint (ttl, max-age) never keeps a feed unread for longer: publishers send days.</summary>
    private static readonly TimeSpan LongestHint = TimeSpan.FromHours(1);

    private static readonly TimeSpan FirstBackoff = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan LongestBackoff = TimeSpan.FromHours(24);

    /// <summary>Obeyed up to here; servers have asked for years.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(24);

    /// <param name="jitter">0 to 1, spreads polls by up to a tenth of the interval in either direction.</param>
    public static ScheduleDecision Next(ScheduleInput input, FeedOptions options, DateTimeOffset now, double jitter)
    {
        var min = TimeSpan.FromMinutes(options.MinIntervalMinutes);
        var max = TimeSpan.FromMinutes(options.MaxIntervalMinutes);
        var current = input.Interval > TimeSpan.Zero ? input.Interval : TimeSpan.FromMinutes(options.InitialIntervalMinutes);

        if (input.RetryAfter is { } retryAfter)
        {
            var wait = Clamp(retryAfter, min, LongestRetryAfter);
            return new ScheduleDecision(Clamp(current * 1.5, min, max), now + wait, $"the server asked to wait {Words(wait)}");
        }

        if (input.Cron is { } cron && CronExpression.TryParse(cron, out var expression) && expression.GetNextValidTimeAfter(now) is { } fire)
            return new ScheduleDecision(current, fire, $"its own schedule {cron}");

        if (!input.Succeeded)
        {
            // a quarter failure waits 4 minutes, a half 8, a whole one 32; a short fault of ours costs little
            var first = current < FirstBackoff ? current : FirstBackoff;
            var backoff = Clamp(first * Math.Pow(2, Math.Min(input.Failures * 4, 20)), min, LongestBackoff);
            return new ScheduleDecision(current, now + Jittered(backoff, jitter), $"backing off after {input.Failures:0.##} weighted failures in a row");
        }

        var (interval, reason) = Adapt(current, input, min, max);
        if (input.PublisherHint is { } hint && hint > interval && interval < LongestHint)
        {
            interval = hint < LongestHint ? hint : LongestHint;
            reason += $"; the publisher's hint of {Words(hint)} makes it later";
            if (interval > max)
                interval = max;
        }

        return new ScheduleDecision(interval, now + Jittered(interval, jitter), reason);
    }

    private static (TimeSpan Interval, string Reason) Adapt(TimeSpan current, ScheduleInput input, TimeSpan min, TimeSpan max)
    {
        if (input.Entries > 0 && input.New * 3 > input.Entries * 2 && input.New < input.Entries)
            return (Clamp(current / 2, min, max), $"{input.New} of {input.Entries} entries were new: twice as often");
        if (input.Entries > 0 && input.New * 3 >= input.Entries && input.New < input.Entries)
            return (Clamp(current, min, max), $"{input.New} of {input.Entries} entries were new: as often as before");
        if (input.New == input.Entries && input.New > 0)
            return (Clamp(current / 2, min, max), $"all {input.Entries} entries were new: twice as often");
        return input.New > 0
            ? (Clamp(current * 0.9, min, max), $"{input.New} of {input.Entries} entries were new: a little more often")
            : (Clamp(current * 1.25, min, max), "nothing new: a quarter later");
    }

    private static TimeSpan Clamp(TimeSpan value, TimeSpan min, TimeSpan max) => value < min ? min : value > max ? max : value;

    private static TimeSpan Jittered(TimeSpan interval, double jitter) => interval * (0.9 + 0.2 * jitter);

    private static string Words(TimeSpan span) =>
        span.TotalHours >= 2 ? $"{span.TotalHours:0.#} h" : span.TotalMinutes >= 2 ? $"{span.TotalMinutes:0.#} min" : $"{span.TotalSeconds:0} s";
}
