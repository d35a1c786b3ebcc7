using System.Diagnostics;

namespace Dateline.Benchmarks;

/// <summary>Something that reads documents, and how it does: the median of its rounds and the bytes it took from the heap.</summary>
internal sealed class Contender<T>(string name, Func<T, bool> read)
{
    private readonly List<TimeSpan> rounds = [];

    public string Name => name;

    public int Failures { get; private set; }

    public long Allocated { get; private set; }

    public TimeSpan Median => rounds.Order().ElementAt(rounds.Count / 2);

    /// <summary>The round that the rest of the machine disturbed least.</summary>
    public TimeSpan Best => rounds.Min();

    public bool Reads(T document) => read(document);

    /// <summary>The same reader with nothing counted yet.</summary>
    public Contender<T> Anew() => new(name, read);

    /// <summary>Reads every document once.</summary>
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

    /// <summary>One round of each in turn, so that what else the machine does falls on all of them; the first rounds are for warming up.</summary>
    public static void Compete(IReadOnlyList<Contender<T>> contenders, IReadOnlyList<T> documents, int rounds, int warmUp = 1)
    {
        for (var round = -warmUp; round < rounds; round++)
        {
            foreach (var contender in contenders)
                contender.Round(documents, counted: round >= 0);
        }
    }
}
