namespace Dateline.Benchmarks.Polling;

/// <summary>A fixed interval, as FreshRSS has it: an hour.</summary>
internal sealed class FixedRule(double interval) : IPollingRule
{
    public double Next(PollSeen seen) => seen.Now + interval;
}

/// <summary>
/// miniflux: one ticker an hour takes what is due at that moment. A feed that is due an hour after its poll, which ended seconds after the
/// tick, misses the next tick (its issue 2201). Its ceiling of 100 feeds a tick is left out.
/// </summary>
internal sealed class MinifluxRule(bool byFrequency) : IPollingRule
{
    private const double Tick = 60, AfterTick = 0.1;

    public double Next(PollSeen seen)
    {
        var due = seen.Now + (byFrequency ? Interval(seen) : 60);
        return Math.Ceiling(due / Tick) * Tick + AfterTick;
    }

    /// <summary>A week over the articles a week, by the mean gap of those dated in the last seven days; 5 minutes to a day.</summary>
    private static double Interval(PollSeen seen)
    {
        var count = 0;
        double first = 0, last = 0;
        foreach (var published in seen.OldestFirst)
        {
            if (published < seen.Now - PublicationTraces.Week)
                continue;
            first = count == 0 ? published : first;
            last = published;
            count++;
        }

        return count < 2 ? 1440 : Math.Clamp((last - first) / (count - 1), 5, 1440);
    }
}

/// <summary>CommaFeed: half the mean gap between the document's entries, 5 minutes to an hour; up to four hours when the newest is old.</summary>
internal sealed class CommaFeedRule : IPollingRule
{
    private const double Shortest = 5, Longest = 240, Refill = 0.25;

    public double Next(PollSeen seen) => seen.Now + Interval(seen) + Refill;

    private static double Interval(PollSeen seen)
    {
        var age = seen.Newest is { } newest ? seen.Now - newest : double.PositiveInfinity;
        if (age >= 30 * PublicationTraces.Day || seen.Entries < 2)
            return Longest;
        if (age >= 14 * PublicationTraces.Day)
            return Longest / 2;
        if (age >= 7 * PublicationTraces.Day)
            return Longest / 4;
        var gap = (seen.OldestFirst[^1] - seen.OldestFirst[0]) / (seen.Entries - 1);
        return Math.Clamp(gap / 2, Shortest, Longest / 4);
    }
}

/// <summary>Media Cloud: from six hours, an hour less when under a third was known, ten minutes more when over two thirds were; 10 minutes to a day.</summary>
internal sealed class MediaCloudRule : IPollingRule
{
    private const double Usual = 360;

    private double interval = Usual;
    private double? lastNew;

    public double Next(PollSeen seen)
    {
        if (seen.New > 0)
            lastNew = seen.Now;
        if (seen.Before is not null && seen.Entries > 0)
        {
            var known = 1 - (double)seen.New / seen.Entries;
            if (known >= 0.67)
                interval += seen.Now - (lastNew ?? double.NegativeInfinity) > 31 * PublicationTraces.Day ? 60 : 10;
            else if (known < 0.33)
                interval = interval > Usual ? Usual : interval - 60;
            interval = Math.Clamp(interval, 10, 1440);
        }

        return seen.Now + interval;
    }
}
