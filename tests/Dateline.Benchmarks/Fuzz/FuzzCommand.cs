using System.Globalization;

namespace Dateline.Benchmarks.Fuzz;

/// <summary>Fuzzes by hand: each target for its share of the time, findings as files whose bytes are the input.</summary>
internal static class FuzzCommand
{
    /// <returns>The exit code: 1 when something was found.</returns>
    public static int Run(FuzzArguments arguments)
    {
        var seeds = new FuzzSeeds(CorporaFolder.Root() ?? throw new InvalidOperationException("The seeds are files of the source tree, which is not here."), withCorpora: true);
        Console.WriteLine($"Seed {arguments.Seed}; {(seeds.HasCorpora ? "seeds from the tests' files and the corpora" : "no corpora beside the repository: seeds from the tests' files alone")}.");
        var share = TimeSpan.FromMinutes(arguments.Minutes / arguments.Targets.Count);
        var found = arguments.Targets.Sum(target => Run(target, seeds, arguments, share));
        return found > 0 ? 1 : 0;
    }

    private static int Run(FuzzTarget target, FuzzSeeds seeds, FuzzArguments arguments, TimeSpan share)
    {
        Directory.CreateDirectory(arguments.Findings);
        var file = Path.Combine(arguments.Findings, $"{target.Name}-now.bin");
        FuzzReport report;
        using (var now = File.OpenHandle(file, FileMode.Create, FileAccess.Write))
        {
            // what overflows the stack ends the process: the input is in the file then
            var loop = new FuzzLoop(target, seeds, arguments.Seed)
            {
                Trying = input =>
                {
                    RandomAccess.SetLength(now, input.Length);
                    RandomAccess.Write(now, input, 0);
                },
            };
            report = loop.Run((_, time) => time < share);
        }

        File.Delete(file);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{report.Target,-10} {report.Executions,10:N0} executions in {report.Time.TotalMinutes:0.0} min ({report.Executions / report.Time.TotalSeconds:N0}/s), {report.MostAllocated / 1048576.0:0.0} MB at most from the heap, {report.Findings.Count} findings"));
        for (var number = 0; number < report.Findings.Count; number++)
        {
            var finding = report.Findings[number];
            var kept = Path.Combine(arguments.Findings, $"{target.Name}-{arguments.Seed}-{number + 1}.bin");
            File.WriteAllBytes(kept, finding.Input);
            Console.WriteLine($"  case {finding.Case}, {finding.Input.Length} bytes in {kept}: {finding.Fault.Message}");
        }

        return report.Findings.Count;
    }
}
