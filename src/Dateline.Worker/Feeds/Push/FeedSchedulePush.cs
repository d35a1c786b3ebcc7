namespace Dateline.Worker.Feeds.Push;

/// <summary>
/// What a hub makes of the next poll: a trusted one is checked on when its silence becomes suspicious, which is when several articles
/// should have come by the feed's rhythm; in any case within the longest interval and before the subscription ends. Pure.
/// </summary>
internal static class FeedSchedulePush
{
    /// <summary>So many articles expected and none pushed: one time in twenty by chance (e to the power of -3).</summary>
    private const double SuspiciousSilence = 3;

    private const string Word = "push: ";

    public static TimeSpan Stretch(ScheduleInput input, TimeSpan interval, FeedScheduleBounds bounds, DateTimeOffset now, List<string> reason)
    {
        switch (input.Push)
        {
            case null:
                return interval;
            case { Missed: > 0 } push:
                reason.Add($"{Word}{push.Hub} had not brought {push.Missed} of what this poll found, so the feed is polled as without it");
                return interval;
            case { ProvedAt: null } push:
                reason.Add($"{Word}subscribed at {push.Hub}, which has yet to show that it misses nothing");
                return interval;
        }

        var rare = Earlier(Earlier(Silence(input, bounds.Max, now), bounds.Max), input.Push.Until - now);
        if (rare <= interval)
            return interval;
        reason.Add(Pushed(input.Push, rare));
        return rare;
    }

    /// <summary>After a push: never sooner than planned; later, when the hub is trusted and has just shown that it is there.</summary>
    /// <param name="planned">A poll that is due already stays due: someone asked for it.</param>
    /// <param name="lastPoll">From here the longest interval counts, pushes or not.</param>
    public static ScheduleDecision AfterPush(
        ScheduleInput input, DateTimeOffset planned, DateTimeOffset? lastPoll, string reason, FeedOptions options, DateTimeOffset now)
    {
        var keep = new ScheduleDecision(input.Interval, planned, reason);
        var bounds = FeedScheduleBounds.Of(input, options);
        if (input.Push is not { ProvedAt: not null } push || bounds.Cron is not null || planned <= now || lastPoll is null || input.Failures > 0)
            return keep;
        var latest = push.Until < lastPoll.Value + bounds.Max ? push.Until : lastPoll.Value + bounds.Max;
        var next = now + Silence(input, bounds.Max, now);
        next = next < latest ? next : latest;
        if (next <= planned)
            return keep;
        var lines = reason.Split('\n').Where(line => !line.StartsWith(Word, StringComparison.Ordinal));
        return new ScheduleDecision(input.Interval, next, string.Join('\n', [.. lines, Pushed(push, next - now)]));
    }

    private static string Pushed(PushStanding push, TimeSpan wait) =>
        $"{Word}pushed by {push.Hub}, checked on after {FeedScheduleWords.Span(wait)} of silence";

    private static TimeSpan Silence(ScheduleInput input, TimeSpan longest, DateTimeOffset now)
    {
        var start = FeedRhythm.MinutesOf(now);
        var rates = input.Rhythm.RatesAt(start);
        var end = start + longest.TotalMinutes;
        double expected = 0, at = start;
        while (at < end)
        {
            var next = Math.Min(FeedRhythmRates.NextPart(at), end);
            var more = rates.At(at) * (next - at);
            if (expected + more >= SuspiciousSilence)
                return TimeSpan.FromMinutes(at - start + (SuspiciousSilence - expected) / more * (next - at));
            expected += more;
            at = next;
        }

        return longest;
    }

    private static TimeSpan Earlier(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
