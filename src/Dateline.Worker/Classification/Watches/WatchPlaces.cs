namespace Dateline.Worker.Classification.Watches;

/// <summary>Places in order, so that one near to another is found without looking at all of them: a text may be a rule's word 20,000 times.</summary>
internal sealed class WatchPlaces
{
    private readonly (int First, int Last)[] places;

    /// <summary>Of each place and those before it, where the last one ends.</summary>
    private readonly int[] ends;

    public WatchPlaces(IEnumerable<(int First, int Last)> found)
    {
        places = [.. found.Distinct().Order()];
        ends = new int[places.Length];
        for (var at = 0; at < places.Length; at++)
            ends[at] = at == 0 ? places[at].Last : Math.Max(places[at].Last, ends[at - 1]);
    }

    /// <summary>Whether another place is at most so many words away.</summary>
    public bool IsNear((int First, int Last) place, int words)
    {
        var at = Array.BinarySearch(places, place);
        var (before, after) = at >= 0 ? (at - 1, at + 1) : (~at - 1, ~at);
        return before >= 0 && place.First - ends[before] <= words || after < places.Length && places[after].First - place.Last <= words;
    }
}
