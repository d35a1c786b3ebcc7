using Dateline.Worker.Feeds.Push;
using Quartz;

namespace Dateline.Worker.Feeds;

/// <summary>
/// The rule of the next poll: the cheapest time by the feed's rhythm (see <see cref="FeedSchedulePlan"/>), not beyond what the overlap
/// between polls allows, a little later where the publisher asks for it, much later while a trusted hub pushes the feed, within bounds. Failures back off; Retry-After is obeyed; a cron
/// text replaces all of it. Pure.
/// </summary>
internal static class FeedSchedule
{
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan LongestBackoff = TimeSpan.FromHours(24);

    /// <summary>From so many weighted failures in a row, two to four weeks of them, the longest backoff grows by a day each, up to a week.</summary>
    private const double LongFrom = 14;

    private static readonly TimeSpan LongestBackoffOfAll = TimeSpan.FromDays(7);

    /// <summary>410 means that nobody should ask; publishers have taken it back.</summary>
    private static readonly TimeSpan WhenGone = TimeSpan.FromDays(30);

    /// <summary>Obeyed up to here; servers have asked for years.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(24);

    /// <summary>So much later at most, and a tenth of the interval: enough to spread a herd, too little to lose a site's minute.</summary>
    private static readonly TimeSpan LongestJitter = TimeSpan.FromMinutes(2);

    /// <summary>A hint (ttl, max-age) makes a poll at most so much later than the feed's own rate asks for: publishers send days.</summary>
    private const double LargestHintFactor = 2;

    /// <summary>Articles that the last hours weigh against their surprise: with few, a burst is chance.</summary>
    private const double BurstPrior = 3;

    /// <summary>One poll in twenty-five comes at some earlier moment: news is only learned of where it is looked for.</summary>
    private const double Probes = 0.04;

    /// <param name="jitter">0 to 1, from even chances.</param>
    public static ScheduleDecision Next(ScheduleInput input, FeedOptions options, DateTimeOffset now, double jitter)
    {
        var bounds = FeedScheduleBounds.Of(input, options);
        var current = input.Interval > TimeSpan.Zero ? input.Interval : TimeSpan.FromMinutes(options.InitialIntervalMinutes);
        if (input.RetryAfter is { } retryAfter)
        {
            var wait = retryAfter < bounds.Min ? bounds.Min : retryAfter > LongestRetryAfter ? LongestRetryAfter : retryAfter;
            return new ScheduleDecision(bounds.Clamp(current * 1.5), now + wait, $"the server asked to wait {FeedScheduleWords.Span(wait)}");
        }

        if (input.IsGone)
            return new ScheduleDecision(current, now + WhenGone, $"gone: its publisher said so (410) for days; asked again in {FeedScheduleWords.Span(WhenGone)}");
        if (bounds.Cron is { } cron && CronExpression.TryParse(cron, out var expression) && expression.GetNextValidTimeAfter(now) is { } fire)
            return new ScheduleDecision(current, fire, input.Cron is null ? $"its group's schedule {cron}" : $"its own schedule {cron}");
        return input.Succeeded ? ByRhythm(input, options, bounds, now, jitter) : Backoff(input.Failures, current, bounds, now, jitter);
    }

    /// <summary>What the last hours make of the rate: above 1 in a burst, below when it is quieter than usual.</summary>
    public static double Burst(FeedRhythm rhythm) => Math.Clamp((rhythm.Recent + BurstPrior) / (rhythm.Usual + BurstPrior), 0.3, 10);

    private static ScheduleDecision Backoff(double failures, TimeSpan current, FeedScheduleBounds bounds, DateTimeOffset now, double jitter)
    {
        // a quarter failure waits 4 minutes, a half 8, a whole one 32; a short fault of ours costs little
        var first = current < FirstBackoff ? current : FirstBackoff;
        var backoff = first * Math.Pow(2, Math.Min(failures * 4, 20));
        var longest = LongestBackoff * Math.Max(1, failures - LongFrom);
        longest = longest < LongestBackoffOfAll ? longest : LongestBackoffOfAll;
        backoff = backoff < bounds.Min ? bounds.Min : backoff > longest ? longest : backoff;
        return new ScheduleDecision(
            current, now + backoff * (0.9 + 0.2 * jitter), $"backing off after {FeedScheduleWords.Number(failures)} weighted failures in a row");
    }

    private static ScheduleDecision ByRhythm(ScheduleInput input, FeedOptions options, FeedScheduleBounds bounds, DateTimeOffset now, double jitter)
    {
        var reason = new List<string>(8);
        var interval = Planned(input, options, bounds, now, reason);
        interval = Overlap(input, interval, reason);
        interval = bounds.Clamp(Hinted(input.Hints, interval, reason));
        interval = FeedSchedulePush.Stretch(input, interval, bounds, now, reason);
        reason.Add($"bounds: {FeedScheduleWords.Span(bounds.Min)} to {FeedScheduleWords.Span(bounds.Max)} ({bounds.Source})");

        var next = now + Jittered(interval, bounds, jitter, reason);
        var moved = input.Hints.AfterSkipped(next, now + bounds.Max);
        if (moved > next)
            reason.Add($"skipped hours: the publisher asks not to be polled then, {FeedScheduleWords.Span(moved - next)} later");
        return new ScheduleDecision(interval, moved, string.Join('\n', reason));
    }

    private static TimeSpan Jittered(TimeSpan interval, FeedScheduleBounds bounds, double jitter, List<string> reason)
    {
        if (jitter < Probes)
        {
            var probe = bounds.Clamp(interval * (0.15 + 0.85 * jitter / Probes));
            reason.Add($"jitter: {FeedScheduleWords.Span(interval - probe)} sooner, to learn when news comes");
            return probe;
        }

        var late = (interval / 10 < LongestJitter ? interval / 10 : LongestJitter) * jitter;
        reason.Add($"jitter: {FeedScheduleWords.Span(late)} later");
        return interval + late;
    }

    private static TimeSpan Planned(ScheduleInput input, FeedOptions options, FeedScheduleBounds bounds, DateTimeOffset now, List<string> reason)
    {
        var at = FeedRhythm.MinutesOf(now);
        var rates = input.Rhythm.RatesAt(at);
        var burst = Burst(input.Rhythm);
        var watched = Math.Max(0, at - (input.Rhythm.Started ?? at));
        // what is unknown is looked at after 15 minutes, 30, 45, 68 ...: never farther ahead than half the time it was watched
        var longest = Math.Min(bounds.Max.TotalMinutes, Math.Max(options.InitialIntervalMinutes, watched / 2));
        var (minutes, expected) = FeedSchedulePlan.Next(rates, at, burst, options.RequestCostMinutes, longest, input.Rhythm.DocumentEntries);
        reason.Add($"rate: {FeedScheduleWords.Number(rates.At(at) * 60)} articles an hour now, {FeedScheduleWords.Number(rates.PerHour * FeedRhythm.Hours)} a week, watched for {FeedScheduleWords.Span(TimeSpan.FromMinutes(watched))}");
        if (burst is > 1.25 or < 0.8)
            reason.Add($"of late: {FeedScheduleWords.Number(burst)} times the usual");
        var plan = TimeSpan.FromMinutes(minutes);
        reason.Add($"plan: {FeedScheduleWords.Span(plan)}, {FeedScheduleWords.Number(expected)} new articles expected by then, a request being worth {FeedScheduleWords.Number(options.RequestCostMinutes)} minutes of an article's waiting");
        return plan;
    }

    /// <summary>Media Cloud's rule as a ceiling: over two thirds of the document new, twice as often; over one third, no rarer than before.</summary>
    private static TimeSpan Overlap(ScheduleInput input, TimeSpan interval, List<string> reason)
    {
        if (input.SinceLast is not { } since || input.Entries == 0)
            return interval;
        var ceiling = input.New * 3 > input.Entries * 2 ? since / 2 : input.New * 3 >= input.Entries ? since : TimeSpan.MaxValue;
        reason.Add(ceiling < interval
            ? $"overlap: {input.New} of {input.Entries} entries were new after {FeedScheduleWords.Span(since)}, so {FeedScheduleWords.Span(ceiling)} at most"
            : $"overlap: {input.New} of {input.Entries} entries were new");
        return ceiling < interval ? ceiling : interval;
    }

    private static TimeSpan Hinted(FeedScheduleHints hints, TimeSpan interval, List<string> reason)
    {
        if (hints.Wait is not { } wait)
            return interval;
        var hinted = wait <= interval ? interval : wait < interval * LargestHintFactor ? wait : interval * LargestHintFactor;
        reason.Add($"hints: the publisher suggests {FeedScheduleWords.Span(wait)}, {(hinted > interval ? $"heard up to {FeedScheduleWords.Span(hinted)}" : "which is sooner")}");
        return hinted;
    }
}
