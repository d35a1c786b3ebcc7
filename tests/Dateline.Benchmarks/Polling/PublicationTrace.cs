namespace Dateline.Benchmarks.Polling;

/// <summary>When a feed published, in minutes since 1970, oldest first, and how many entries its document holds.</summary>
internal sealed record PublicationTrace(string Kind, int DocumentEntries, double[] Published)
{
    /// <summary>How many were published up to this minute.</summary>
    public int CountAt(double minute)
    {
        var found = Array.BinarySearch(Published, minute);
        if (found < 0)
            return ~found;
        while (found < Published.Length && Published[found] <= minute)
            found++;
        return found;
    }
}
