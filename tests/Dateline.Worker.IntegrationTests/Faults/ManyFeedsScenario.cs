using System.Globalization;
using Dateline.Worker.IntegrationTests.Servers;

namespace Dateline.Worker.IntegrationTests.Faults;

/// <summary>What a process holds at a moment.</summary>
internal sealed record Holding(double Megabytes, int Handles, int Threads)
{
    public static Holding Of(int process)
    {
        var status = File.ReadLines($"/proc/{process}/status").Select(line => line.Split(':', 2)).ToDictionary(line => line[0], line => line[1].Trim());
        return new Holding(
            double.Parse(status["VmRSS"].Split(' ')[0], CultureInfo.InvariantCulture) / 1024, Directory.GetFileSystemEntries($"/proc/{process}/fd").Length,
            int.Parse(status["Threads"], CultureInfo.InvariantCulture));
    }
}

/// <summary>A long list of feeds, each polled a few times: what the process holds is as much at the end as it was half way.</summary>
internal static class ManyFeedsScenario
{
    /// <returns>Polls, and what was held at a third and at the end: the median of several looks.</returns>
    public static async Task<(int Polls, Holding Early, Holding Late)> Run(int feeds, TimeSpan length)
    {
        await using var site = await LiveSite.Start(feeds, hosts: 20);
        var minutes = (length.TotalMinutes / 4).ToString(CultureInfo.InvariantCulture);
        await using var dateline = new Support.Dateline(
            ("Feeds__MinIntervalMinutes", minutes), ("Feeds__InitialIntervalMinutes", minutes), ("Feeds__MaxIntervalMinutes", minutes), ("Http__HostConcurrency", "64"),
            ("Feeds__FirstPollsPerSecond", "1000"), ("Feeds__FirstPollSpreadSeconds", $"{length.TotalSeconds / 4:0}"), ("Articles__FetchPages", "false"));
        site.Publish(20);
        await dateline.Run("feeds", "import", dateline.WriteFeedList(site.Feeds));
        await using var worker = await dateline.StartService();
        await Task.Delay(length / 3);
        var early = await Look(worker, length / 6);
        await Task.Delay(length / 3);
        var late = await Look(worker, length / 6);
        return (site.Visits.Count, early, late);
    }

    private static async Task<Holding> Look(CaptiveProcess worker, TimeSpan length)
    {
        var looks = new List<Holding>();
        for (var look = 0; look < 9; look++)
        {
            looks.Add(Holding.Of(worker.Id));
            await Task.Delay(length / 9);
        }

        return new Holding(Median(looks, look => look.Megabytes), (int)Median(looks, look => look.Handles), (int)Median(looks, look => look.Threads));
    }

    private static double Median(List<Holding> looks, Func<Holding, double> figure) => looks.Select(figure).Order().ElementAt(looks.Count / 2);
}
