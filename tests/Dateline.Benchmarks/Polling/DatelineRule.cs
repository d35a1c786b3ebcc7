using Dateline.Worker.Feeds;

namespace Dateline.Benchmarks.Polling;

/// <summary>The worker's own rule, with the rhythm going through its stored form at each poll as it does in the worker.</summary>
internal sealed class DatelineRule(FeedOptions options, Random jitter) : IPollingRule
{
    private string? stored;
    private TimeSpan interval;

    public double Next(PollSeen seen)
    {
        var now = At(seen.Now);
        var before = seen.Before is { } last ? At(last) : (DateTimeOffset?)null;
        // an unchanged document is a 304 and tells nothing of its entries
        int? entries = seen.New > 0 || before is null ? seen.Entries : null;
        var rhythm = FeedRhythm.Read(stored).After(before, now, seen.New, entries);
        var decision = FeedSchedule.Next(
            new ScheduleInput { Rhythm = rhythm, Interval = interval, SinceLast = now - before, New = seen.New, Entries = entries ?? 0 },
            options, now, jitter.NextDouble());
        (stored, interval) = (rhythm.Write(), decision.Interval);
        return decision.NextPollAt.ToUnixTimeMilliseconds() / 60_000.0;
    }

    private static DateTimeOffset At(double minutes) => DateTimeOffset.FromUnixTimeMilliseconds((long)(minutes * 60_000));
}
