using System.Diagnostics;

namespace Dateline.Benchmarks.Day;

/// <summary>After the day: what a claim costs by itself, with every feed due, which is the worst case for its index.</summary>
internal static class DayClaims
{
    private const int Claims = 100, Batch = 100;

    public static async Task Run(DayWorker worker, DayClock clock)
    {
        clock.Speed = 1;
        await worker.Feeds.MakeAllDue(CancellationToken.None);
        await Task.Delay(TimeSpan.FromMilliseconds(10), clock);
        var times = new DayHistogram();
        for (var claim = 0; claim < Claims; claim++)
        {
            var watch = Stopwatch.StartNew();
            await worker.Feeds.ClaimDue(Batch, TimeSpan.FromMinutes(3), CancellationToken.None);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        Console.WriteLine(FormattableString.Invariant(
            $"a claim of {Batch} with all feeds due, nothing else running: p50 {times.At(0.5):0.00} ms, p99 {times.At(0.99):0.00} ms, most {times.Largest:0.0} ms"));
    }
}
