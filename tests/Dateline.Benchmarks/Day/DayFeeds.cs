using System.Globalization;

namespace Dateline.Benchmarks.Day;

/// <summary>
/// Invented feeds, the same for the same number. Rates are log-normal (half of them below two and a half articles a day, one in a hundred
/// above sixty), nights a fifth of days in a time zone of the feed's own, one feed in ten dead. Three feeds in ten share hosts as feeds do: most
/// hosts have one to three, the largest hundreds.
/// </summary>
internal static class DayFeeds
{
    private const double MedianADay = 2.5, Spread = 1.4, Most = 200, Dead = 0.1, HostsAFeed = 0.3, HostSkew = 1.7;

    private const int Day = 86_400;

    public static DayFeed[] Make(int count, double hours)
    {
        var feeds = new DayFeed[count];
        Parallel.For(0, count, number => feeds[number] = Make(number, count, (int)(hours * 3600)));
        return feeds;
    }

    private static DayFeed Make(int number, int count, int end)
    {
        var random = new Random(unchecked(number * 16_777_619 + 7));
        var host = (int)(Math.Max(1, count * HostsAFeed) * Math.Pow(random.NextDouble(), HostSkew));
        var url = string.Create(CultureInfo.InvariantCulture, $"https://h{host}.example/{number}.xml");
        var server = random.NextDouble() switch { < 0.01 => DayServer.Silent, < 0.02 => DayServer.Missing, < 0.03 => DayServer.Broken, < 0.08 => DayServer.Slow, _ => DayServer.Good };
        return new DayFeed(number, url, server, random.NextDouble() < 2 / 3.0, random.NextDouble() < 0.1, Published(random, end));
    }

    private static int[] Published(Random random, int end)
    {
        var perDay = Math.Min(Most, MedianADay * Math.Exp(Spread * Normal(random)));
        var zone = random.Next(24);
        var published = new List<int>();
        // before the day: a document's worth, at the same rate
        double at = 0;
        for (var entry = 0; entry < DayFeed.Entries; entry++)
            published.Add((int)(at -= Wait(random, perDay)));
        published.Reverse();
        if (random.NextDouble() < Dead)
            return [.. published];
        // thinning: by day 1.25 of the mean, by night a fifth of that
        for (at = Wait(random, perDay * 1.25); at < end; at += Wait(random, perDay * 1.25))
        {
            if (((int)(at / 3600) + zone) % 24 is >= 6 and < 24 || random.NextDouble() < 0.2)
                published.Add((int)at);
        }

        return [.. published];
    }

    private static double Wait(Random random, double perDay) => -Math.Log(1 - random.NextDouble()) / perDay * Day;

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
