using System.Diagnostics;

namespace Dateline.Benchmarks.Limits;

/// <summary>What an attack came to, and what it took.</summary>
internal sealed record AttackResult(string Outcome, TimeSpan Time, long Allocated, long HeapAtMost);

/// <summary>
/// Something that is made to take time or memory without end, what stops it, what it is to come to, and the most that it may allocate.
/// </summary>
/// <param name="Make">Makes the attacker's bytes, which cost the attacker.</param>
/// <param name="Run">Reads them.</param>
internal sealed record Attack(string Name, string Limit, string Expected, int MostMegabytes, Func<byte[]> Make, Func<byte[], Task<string>> Run)
{
    /// <summary>Time, bytes taken from the heap by the whole process, and how far the heap grew as seen every few milliseconds.</summary>
    public async Task<AttackResult> Measure()
    {
        var bytes = Make();
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        var (before, allocated, began) = (GC.GetTotalMemory(false), GC.GetTotalAllocatedBytes(precise: true), Stopwatch.GetTimestamp());
        var most = before;
        using var timer = new Timer(_ => most = Math.Max(most, GC.GetTotalMemory(false)), null, 0, 2);
        var outcome = await Run(bytes);
        most = Math.Max(most, GC.GetTotalMemory(false));
        return new AttackResult(outcome, Stopwatch.GetElapsedTime(began), GC.GetTotalAllocatedBytes(precise: true) - allocated, most - before);
    }
}
