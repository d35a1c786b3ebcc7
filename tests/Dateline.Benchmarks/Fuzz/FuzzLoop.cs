using System.Diagnostics;

namespace Dateline.Benchmarks.Fuzz;

/// <summary>A fault, the shortest input found that has it, and the case that had it first.</summary>
internal sealed record FuzzFinding(FuzzFault Fault, byte[] Input, long Case);

/// <summary>What a run came to.</summary>
internal sealed record FuzzReport(string Target, int Seed, long Executions, TimeSpan Time, long MostAllocated, IReadOnlyList<FuzzFinding> Findings)
{
    public override string ToString() => $"{Target}, seed {Seed}: " + string.Join("; ", Findings.Select(finding =>
        $"case {finding.Case}: {finding.Fault.Message} (input {Convert.ToBase64String(finding.Input)})"));
}

/// <summary>Runs cases on a thread of its own, so that one that hangs is told and not waited for.</summary>
internal sealed class FuzzLoop(FuzzTarget target, FuzzSeeds seeds, int seed)
{
    /// A case takes milliseconds; a machine may be busy
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly byte[][] first = [.. target.Seeds(seeds)];
    private readonly Dictionary<string, FuzzFinding> findings = new(StringComparer.Ordinal);
    private long executions, mostAllocated, caseStarted;
    private volatile byte[] current = [];

    /// <summary>Is told each input before it is tried: what ends the process itself can be had from there.</summary>
    public Action<byte[]>? Trying { get; init; }

    /// <param name="goesOn">Of executions and time: whether there is to be another case. The seeds themselves come first, always.</param>
    public FuzzReport Run(Func<long, TimeSpan, bool> goesOn)
    {
        var began = Stopwatch.GetTimestamp();
        caseStarted = began;
        var thread = new Thread(() => Cases(goesOn, began)) { IsBackground = true, Name = target.Name };
        thread.Start();
        while (!thread.Join(TimeSpan.FromMilliseconds(200)))
        {
            if (Stopwatch.GetElapsedTime(Interlocked.Read(ref caseStarted)) > Patience)
                return Report(began, [new FuzzFinding(new FuzzFault("hang", $"no end after {Patience.TotalSeconds} s"), current, executions)]);
        }

        return Report(began, [.. findings.Values]);
    }

    private void Cases(Func<long, TimeSpan, bool> goesOn, long began)
    {
        var mutator = new FuzzMutator(target, first, seed);
        foreach (var input in first)
            Try(input);
        while (goesOn(executions, Stopwatch.GetElapsedTime(began)))
            Try(mutator.Case(executions));
    }

    private void Try(byte[] input)
    {
        var fault = Execute(input, out var allocated);
        // what the runtime sets up at first use is no input's
        mostAllocated = executions < first.Length ? 0 : Math.Max(mostAllocated, allocated);
        if (fault is not null && !findings.ContainsKey(fault.Key))
            findings[fault.Key] = new FuzzFinding(fault, FuzzMinimiser.Minimise(input, shorter => Execute(shorter, out _)?.Key == fault.Key), executions);
        executions++;
    }

    private FuzzFault? Execute(byte[] input, out long allocated)
    {
        current = input;
        Trying?.Invoke(input);
        Interlocked.Exchange(ref caseStarted, Stopwatch.GetTimestamp());
        return FuzzCase.Try(target, input, out allocated);
    }

    private FuzzReport Report(long began, IReadOnlyList<FuzzFinding> found) =>
        new(target.Name, seed, executions, Stopwatch.GetElapsedTime(began), mostAllocated, found);
}
