using System.Diagnostics;

namespace Dateline.Benchmarks.Day;

/// <summary>Two dozen lines, one an hour for a whole day, and the day's figures at its end.</summary>
internal sealed class DayReport
{
    private readonly DayArguments arguments;
    private readonly DayWorker worker;
    private readonly DayFigures figures;
    private readonly Stopwatch real = Stopwatch.StartNew();
    private readonly TimeSpan processorBefore = Process.GetCurrentProcess().TotalProcessorTime;
    private readonly Queue<long> polls = new([0]);
    private TimeSpan rowBegan, rowBeganReal;
    private double peak;

    public DayReport(DayArguments arguments, DayWorker worker, DayFigures figures)
    {
        (this.arguments, this.worker, this.figures) = (arguments, worker, figures);
        Console.WriteLine("Tagging and publishing are left out (their rows are marked as done), and so is the log. Lateness is simulated seconds from due to request.");
        Console.WriteLine("   hours    polls  polls/s  p50 s  p95 s  p99 s   max s    speed  heap MB  set MB   db MB");
    }

    public TimeSpan BetweenRows => TimeSpan.FromHours(Math.Max(arguments.Hours / 24, 1 / 12.0));

    /// <summary>Every ten simulated seconds; shown on a terminal only.</summary>
    public void Progress(TimeSpan elapsed, double speed)
    {
        polls.Enqueue(figures.Polls);
        if (polls.Count > 7)
        {
            var before = polls.Dequeue();
            peak = Math.Max(peak, (figures.Polls - before) / 60.0);
        }

        if (!Console.IsErrorRedirected)
            Console.Error.Write(FormattableString.Invariant($"\r{elapsed:d\\.hh\\:mm\\:ss} of {arguments.Hours} h, {figures.Polls} polls, {speed:0} times as fast as life  \b\b"));
    }

    public async Task Row(TimeSpan elapsed)
    {
        var late = figures.TakeRow();
        var (seconds, realSeconds) = ((elapsed - rowBegan).TotalSeconds, (real.Elapsed - rowBeganReal).TotalSeconds);
        (rowBegan, rowBeganReal) = (elapsed, real.Elapsed);
        var heap = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
        Console.WriteLine(FormattableString.Invariant(
            $"\r{elapsed.TotalHours,8:0.00} {late.Count,8} {late.Count / seconds,8:0.0} {late.At(0.5),6:0.00} {late.At(0.95),6:0.00} {late.At(0.99),6:0.00} {late.Largest,7:0.00} {seconds / realSeconds,8:0.0} {heap,8:0} {Environment.WorkingSet / 1e6,7:0} {await worker.Size() / 1e6,7:0}"));
    }

    public async Task End(TimeSpan elapsed)
    {
        var (late, scans, cpu) = (figures.Lateness, figures.Scans, Process.GetCurrentProcess().TotalProcessorTime - processorBefore);
        Console.WriteLine(FormattableString.Invariant($"""

            {arguments.Feeds} feeds over {elapsed.TotalHours:0.00} simulated hours in {real.Elapsed.TotalMinutes:0.0} minutes, {elapsed / real.Elapsed:0.0} times as fast as life; {cpu.TotalSeconds:0} s of processor time in this process
            {late.Count} polls ({worker.Transport.Requests} requests), {late.Count / elapsed.TotalSeconds:0.0} a simulated second, {peak:0.0} in the busiest minute, {late.Count / real.Elapsed.TotalSeconds:0} a real second
            lateness p50 {late.At(0.5):0.00} s, p95 {late.At(0.95):0.00} s, p99 {late.At(0.99):0.00} s, most {late.Largest:0.00} s
            scans, their wait for the writer included: p50 {scans.At(0.5):0.0} ms, p99 {scans.At(0.99):0.0} ms, most {scans.Largest:0} ms
            outcomes: {string.Join(", ", figures.Outcomes.Select(outcome => $"{outcome.Outcome} {outcome.Polls}"))}
            {await worker.Count("articles")} articles, {await worker.Count("article_keys")} keys, database {await worker.Size() / 1e6:0} MB, peak working set {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB
            """));
    }
}
