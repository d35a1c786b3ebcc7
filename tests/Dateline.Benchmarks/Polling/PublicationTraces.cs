namespace Dateline.Benchmarks.Polling;

/// <summary>
/// Invented feeds of seven kinds, the same for the same seed. Each has its time zone and its habits, and a history of two months before
/// the simulation starts, so that the first document is full.
/// </summary>
internal static class PublicationTraces
{
    public const double Day = 1440, Week = 7 * Day;

    /// <summary>A Monday at midnight, UTC, in minutes since 1970.</summary>
    public const double Start = 29_525_760;

    private const double History = 60 * Day;

    private static readonly (string Kind, Func<Random, double, PublicationTrace> Make)[] Kinds =
    [
        ("wire service", Wire), ("local paper", LocalPaper), ("weekly magazine", Magazine), ("hourly bulletin", Bulletin),
        ("breaking news", Breaking), ("dead feed", Dead), ("at random", AtRandom),
    ];

    public static List<PublicationTrace> Make(int feedsOfAKind, int weeks, int seed)
    {
        var traces = new List<PublicationTrace>();
        foreach (var (kind, make) in Kinds)
        {
            for (var feed = 0; feed < feedsOfAKind; feed++)
            {
                var trace = make(new Random(HashOf(seed, traces.Count)), Start + weeks * Week);
                traces.Add(trace with { Kind = kind, Published = [.. trace.Published.Order()] });
            }
        }

        return traces;
    }

    /// <summary>2 to 12 articles an hour by day, a fifth of that at night, half at weekends.</summary>
    private static PublicationTrace Wire(Random random, double end)
    {
        var (byDay, zone) = (2 + 10 * random.NextDouble(), random.Next(24) * 60);
        return new PublicationTrace("", 30 + random.Next(40), Poisson(random, end, byDay, at =>
        {
            var (hour, day) = Local(at, zone);
            return byDay * (hour is >= 7 and < 21 ? 1 : 0.2) * (day >= 5 ? 0.5 : 1);
        }));
    }

    /// <summary>The paper of the morning, 8 to 20 articles within ten minutes six days a week, and a few by day.</summary>
    private static PublicationTrace LocalPaper(Random random, double end)
    {
        var (zone, morning, size) = (random.Next(24) * 60, 270 + random.Next(120), 8 + random.Next(12));
        var published = new List<double>(Poisson(random, end, 1, at => Local(at, zone).Hour is >= 9 and < 19 ? 0.6 : 0.02));
        for (var day = Start - History - zone; day < end; day += Day)
        {
            if (Local(day + zone + 1, 0).Day != 6)
                Batch(random, published, day + morning + 10 * random.NextDouble(), size, 10, end);
        }

        return new PublicationTrace("", 25 + random.Next(25), [.. published]);
    }

    /// <summary>An issue of 8 to 15 articles a week at about the same time, and one or two between.</summary>
    private static PublicationTrace Magazine(Random random, double end)
    {
        var (moment, size) = (random.NextDouble() * Week, 8 + random.Next(8));
        var published = new List<double>(Poisson(random, end, 0.01, _ => 0.009));
        for (var week = Start - 8 * Week; week < end; week += Week)
            Batch(random, published, week + moment + 45 * random.NextDouble(), size, 5, end);
        return new PublicationTrace("", 15 + random.Next(15), [.. published]);
    }

    /// <summary>One item at every full hour, or at some other fixed minute, up to two minutes late; some pause at night.</summary>
    private static PublicationTrace Bulletin(Random random, double end)
    {
        var (minute, pauses, zone) = (random.NextDouble() < 0.7 ? 0 : random.Next(60), random.NextDouble() < 0.4, random.Next(24) * 60);
        var published = new List<double>();
        for (var hour = Start - History; hour < end; hour += 60)
        {
            if (!pauses || Local(hour, zone).Hour is >= 5 and < 23)
                published.Add(hour + minute + 2 * random.NextDouble());
        }

        return new PublicationTrace("", 6 + random.Next(18), [.. published.Where(at => at < end)]);
    }

    /// <summary>A few articles a day, and about twice a week an event with 15 to 40 within hours, most at first.</summary>
    private static PublicationTrace Breaking(Random random, double end)
    {
        var zone = random.Next(24) * 60;
        var published = new List<double>(Poisson(random, end, 0.5, at => Local(at, zone).Hour is >= 7 and < 22 ? 0.5 : 0.1));
        for (var at = Start - History + Wait(random, 2 / Week); at < end; at += Wait(random, 2 / Week))
        {
            var moment = at;
            for (var article = 15 + random.Next(25); article > 0 && moment < end; article--)
            {
                published.Add(moment);
                moment += Wait(random, 1 / (6 + 0.03 * (moment - at)));
            }
        }

        return new PublicationTrace("", 20 + random.Next(20), [.. published]);
    }

    private static PublicationTrace Dead(Random random, double end) =>
        new("", 10 + random.Next(10), [.. Enumerable.Range(0, 20).Select(article => Start - History + article * Day)]);

    /// <summary>At any time alike, one in two days to two an hour.</summary>
    private static PublicationTrace AtRandom(Random random, double end)
    {
        var rate = 0.02 * Math.Pow(100, random.NextDouble());
        return new PublicationTrace("", 10 + random.Next(30), Poisson(random, end, rate, _ => rate));
    }

    /// <summary>Thinning: chances at the highest rate, an hour, each taken by the rate of its time.</summary>
    private static double[] Poisson(Random random, double end, double highest, Func<double, double> rate)
    {
        var published = new List<double>();
        for (var at = Start - History + Wait(random, highest / 60); at < end; at += Wait(random, highest / 60))
        {
            if (random.NextDouble() * highest < rate(at))
                published.Add(at);
        }

        return [.. published];
    }

    private static void Batch(Random random, List<double> published, double at, int size, double minutes, double end)
    {
        for (var article = 0; article < size; article++)
        {
            if (at + minutes * random.NextDouble() is var moment && moment < end)
                published.Add(moment);
        }
    }

    private static double Wait(Random random, double aMinute) => -Math.Log(1 - random.NextDouble()) / aMinute;

    private static (int Hour, int Day) Local(double at, double zone)
    {
        var minutes = at + zone - (Start - 100 * Week);
        return ((int)(minutes / 60 % 24), (int)(minutes / Day % 7));
    }

    private static int HashOf(int seed, int number) => unchecked(seed * 486_187_739 + number * 16_777_619);
}
