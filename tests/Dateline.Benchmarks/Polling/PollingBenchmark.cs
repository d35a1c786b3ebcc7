using System.Diagnostics;
using System.Globalization;
using Dateline.Worker.Feeds;
using Spectre.Console;

namespace Dateline.Benchmarks.Polling;

/// <summary>
/// The polling rule against those of other readers, over invented feeds. A rule is a point between waiting and asking; ours is a curve,
/// whose parameter is what a request is worth. The tables show the curve, and for each other rule a point of it that is better in both.
/// </summary>
internal static class PollingBenchmark
{
    private const int FeedsOfAKind = 50, Weeks = 4, Seed = 1;

    private const double End = PublicationTraces.Start + Weeks * PublicationTraces.Week;

    private static readonly double[] Costs = [1, 3, 10, 30, 100, 300, 1_000];

    public static void Run()
    {
        // a table that goes to a file does not wrap
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 130);
        var traces = PublicationTraces.Make(FeedsOfAKind, Weeks, Seed);
        Console.WriteLine($"{traces.Count} feeds of 7 kinds over {Weeks} weeks, learning included; delay in minutes from publication to sight");
        var others = PollingContest.RunOthers(traces, End).ToList();
        var clock = Stopwatch.StartNew();
        var ours = Costs.Select(cost => PollingContest.RunDateline($"Dateline, cost {cost:0}", traces, End, PollingContest.Options(cost))).ToList();
        var each = clock.Elapsed.TotalMicroseconds / ours.Sum(result => result.Requests);
        var byDefault = PollingContest.RunDateline("Dateline, as it comes", traces, End, new FeedOptions());
        Write("all feeds", [.. others, byDefault, .. ours]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{each:0.0} microseconds a decision of ours, rhythm read and written, simulation included"));

        WriteDominated(traces, others, ours);
        foreach (var kind in traces.GroupBy(trace => trace.Kind))
            WriteKind(kind.Key, [.. kind]);
    }

    private static void WriteDominated(List<PublicationTrace> traces, List<PollingResult> others, List<PollingResult> ours)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("rule", "its median", "its requests/article", "cost that beats it in both", "median", "per article");
        foreach (var other in others)
        {
            var better = ours.FirstOrDefault(result => result.Beats(other)) ?? PollingContest.FindBetter(other, traces, End);
            table.AddRow(other.Rule, Number(other.Median), Number(other.RequestsPerArticle), better?.Rule ?? "none",
                better is null ? "-" : Number(better.Median), better is null ? "-" : Number(better.RequestsPerArticle));
        }

        AnsiConsole.Write(table);
    }

    private static void WriteKind(string kind, List<PublicationTrace> traces) => Write(kind,
    [
        .. PollingContest.RunOthers(traces, End),
        PollingContest.RunDateline("Dateline, as it comes", traces, End, new FeedOptions()),
        PollingContest.RunDateline("Dateline, cost 30", traces, End, PollingContest.Options(30)),
    ]);

    private static void Write(string title, IEnumerable<PollingResult> results)
    {
        var table = new Table().Border(TableBorder.Simple).Title(title).AddColumns("rule", "median", "mean", "p95", "requests", "per article", "missed");
        foreach (var result in results)
        {
            table.AddRow(result.Rule, Number(result.Median), Number(result.Mean), Number(result.P95), result.Requests.ToString(CultureInfo.InvariantCulture),
                result.Delays.Length == 0 ? "-" : Number(result.RequestsPerArticle), result.Missed.ToString(CultureInfo.InvariantCulture));
        }

        AnsiConsole.Write(table);
    }

    private static string Number(double value) => value.ToString(value < 10 ? "0.000" : "0.0", CultureInfo.InvariantCulture);
}
