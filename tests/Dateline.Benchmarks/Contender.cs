using System.Diagnostics;

namespace Dateline.Benchmarks;

/// <summary>Something that reads documents, and how it does: the median of its rounds, the bytes it took from the heap, what it could not read.</summary>
internal sealed class Contender<T>(string name, Func<T, bool> read)
{
    private readonly List<TimeSpan> rounds = [];

    public string Name => name;

    public int Failures { get; private set; }

    public long Allocated { get; private set; }

    public TimeSpan Median => rounds.Order().ElementAt(rounds.Count / 2);

    /// <summary>Reads every document once; the first such round is for warming up and is not counted.</summary>
    public void Round(IReadOnlyList<T> documents, bool counted)
    {
        GC.Collect();
        var heap = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        var failures = documents.Count(document => !read(document));
        clock.Stop();
        if (!counted)
            return;
        rounds.Add(clock.Elapsed);
        (Failures, Allocated) = (failures, GC.GetAllocatedBytesForCurrentThread() - heap);
    }

    /// <summary>One round of each in turn, so that what else the machine does falls on all of them.</summary>
    public static void Compete(IReadOnlyList<Contender<T>> contenders, IReadOnlyList<T> documents, int rounds)
    {
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var contender in contenders)
                contender.Round(documents, counted: round > 0);
        }
    }
}
