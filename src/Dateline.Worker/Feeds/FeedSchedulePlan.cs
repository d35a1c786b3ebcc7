namespace Dateline.Worker.Feeds;

/// <summary>
/// When to poll next for the least cost: a request costs as much as one article waiting for so many minutes, and the time is chosen at
/// which request and waiting together, shared among the articles that are expected by then, cost the least. At a steady rate this is the
/// square-root rule, sqrt(2 cost / rate); where the rate changes it waits the night out and comes when the morning's news has come.
/// </summary>
internal static class FeedSchedulePlan
{
    /// <summary>Waiting that comes to so many requests is never made good again: the search ends there.</summary>
    private const double HopelessWaiting = 4;

    /// <summary>The share of the document that may be new: beyond two thirds entries may be lost between polls.</summary>
    private const double LargestTurnover = 0.5;

    /// <summary>Minutes to wait, and the articles expected in that time.</summary>
    public static (double Minutes, double Expected) Next(FeedRhythmRates rates, double now, double burst, double cost, double longest, int documentEntries)
    {
        double waiting = 0, articles = 0, best = double.PositiveInfinity;
        var plan = (Minutes: longest, Expected: 0.0);
        var excess = burst - 1;
        var minute = 0.0;
        while (minute < longest)
        {
            // a minute exactly in the first hour, then the parts of the hour
            var step = Math.Min(minute < 60 ? 1 : FeedRhythmRates.NextPart(now + minute) - now - minute, longest - minute);
            var rate = rates.At(now + minute + step / 2) * (1 + excess * Math.Exp(-minute / FeedRhythm.BurstMinutes));
            waiting += articles * step + rate * step * step / 2;
            articles += rate * step;
            minute += step;
            var each = (cost + waiting) / articles;
            if (each < best)
                (best, plan) = (each, (minute, articles));
            if (waiting > HopelessWaiting * cost || (documentEntries > 0 && articles > LargestTurnover * documentEntries))
                break;
        }

        return plan;
    }
}
