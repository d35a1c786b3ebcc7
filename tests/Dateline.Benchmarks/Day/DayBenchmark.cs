using System.Diagnostics;
using Dateline.Worker.Storage;

namespace Dateline.Benchmarks.Day;

/// <summary>
/// A day of polling many feeds with one worker, as fast as the work allows (see <see cref="DayClock"/>): a scan each simulated second as in
/// the service, retention each hour.
/// </summary>
internal static class DayBenchmark
{
    /// <summary>A Monday at midnight, UTC.</summary>
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan BetweenMarks = TimeSpan.FromSeconds(10);

    public static async Task Run(DayArguments arguments)
    {
        var folder = Directory.CreateTempSubdirectory("dateline-day");
        try
        {
            using var clock = new DayClock(Start);
            using var figures = new DayFigures();
            var feeds = DayFeeds.Make(arguments.Feeds, arguments.Hours);
            await using var worker = new DayWorker(arguments, folder.FullName, feeds, clock, Start);
            await Migrator.Migrate(worker.Database, CancellationToken.None);
            await Add(worker, feeds);
            await Day(arguments, worker, clock, figures);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Add(DayWorker worker, DayFeed[] feeds)
    {
        var clock = Stopwatch.StartNew();
        await worker.Feeds.Add([.. feeds.Select(feed => new NewFeed(feed.Url))], worker.Options.FirstPollSpread(feeds.Length), CancellationToken.None);
        Console.WriteLine(FormattableString.Invariant($"{feeds.Length} feeds added to {worker.Database.Place} in {clock.Elapsed.TotalSeconds:0.0} s"));
    }

    private static async Task Day(DayArguments arguments, DayWorker worker, DayClock clock, DayFigures figures)
    {
        var report = new DayReport(arguments, worker, figures);
        var started = clock.GetUtcNow();
        using var pace = new DayPace(clock, arguments.Speed);
        var (next, nextMark, nextRow, nextHour) = (started, started, started + report.BetweenRows, started.AddHours(1));
        while (next < started.AddHours(arguments.Hours))
        {
            if (clock.GetUtcNow() is var now && now < next)
                await Task.Delay(next - now, clock);
            await Scan(worker, pace, figures);
            if (clock.GetUtcNow() >= nextMark)
            {
                await worker.MarkDone();
                nextMark += BetweenMarks;
                report.Progress(clock.GetUtcNow() - started, clock.Speed);
            }

            if (clock.GetUtcNow() >= nextRow)
            {
                await report.Row(clock.GetUtcNow() - started);
                nextRow += report.BetweenRows;
            }

            if (clock.GetUtcNow() >= nextHour)
            {
                await worker.Retain();
                nextHour = nextHour.AddHours(1);
            }

            // a scan that overran its second skips those that it missed, as Quartz does
            next = clock.GetUtcNow() is var end && end > next.AddSeconds(1) ? end : next.AddSeconds(1);
        }

        await report.End(clock.GetUtcNow() - started);
        await worker.Pool.Drain();
        await DayClaims.Run(worker, clock);
    }

    private static async Task Scan(DayWorker worker, DayPace pace, DayFigures figures)
    {
        var watch = Stopwatch.StartNew();
        using (pace.Scanning())
            await worker.Scan();
        figures.Scans.Add(watch.Elapsed.TotalMilliseconds);
    }
}
