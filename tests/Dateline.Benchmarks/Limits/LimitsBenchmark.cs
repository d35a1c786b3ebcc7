using System.Globalization;

namespace Dateline.Benchmarks.Limits;

/// <summary>The table of deploy/SECURITY.md: what attacks come to, and what they take on this machine.</summary>
internal static class LimitsBenchmark
{
    /// <returns>The exit code: 1 when an attack came to something else, or took more than it may.</returns>
    public static async Task<int> Run()
    {
        Attack[] attacks = [.. FeedAttacks.All, .. PageAttacks.All, .. ServerAttacks.All];
        Console.WriteLine("| attack | limit | comes to | seconds | MB allocated | MB of heap at most |\n| --- | --- | --- | --- | --- | --- |");
        var broken = 0;
        foreach (var attack in attacks)
        {
            // once before, so that what is set up at first use is not counted
            await attack.Measure();
            var result = await attack.Measure();
            var holds = result.Outcome == attack.Expected && result.Allocated >> 20 <= attack.MostMegabytes;
            broken += holds ? 0 : 1;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {attack.Name} | {attack.Limit} | {result.Outcome}{(holds ? "" : $" (not {attack.Expected} within {attack.MostMegabytes} MB)")} | {result.Time.TotalSeconds:0.00} | {result.Allocated / 1048576.0:0} | {result.HeapAtMost / 1048576.0:0} |"));
        }

        return broken > 0 ? 1 : 0;
    }
}
