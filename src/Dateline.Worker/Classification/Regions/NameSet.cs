namespace Dateline.Worker.Classification.Regions;

/// <summary>Names of a text as their folded letters, each once, without a string for any of them. Reused from text to text.</summary>
internal sealed class NameSet
{
    private readonly List<(int From, int To)> names = [];
    private int[] places = new int[64];
    private PlaceWords? words;

    /// <summary>Empties the set, for names of these words.</summary>
    public void Clear(PlaceWords of)
    {
        words = of;
        names.Clear();
        Array.Clear(places);
    }

    /// <summary>Adds the name from one word to before another; false when it is known.</summary>
    public bool Add(int from, int to)
    {
        var place = Place(words!.Folded(from, to));
        if (places[place] > 0)
            return false;
        names.Add((from, to));
        places[place] = names.Count;
        if (2 * names.Count > places.Length)
            Grow();
        return true;
    }

    public bool Contains(ReadOnlySpan<char> name) => names.Count > 0 && places[Place(name)] > 0;

    /// <summary>Where a name stands in the table, or would.</summary>
    private int Place(ReadOnlySpan<char> name)
    {
        var place = string.GetHashCode(name) & (places.Length - 1);
        while (places[place] is > 0 and var number && !words!.Folded(names[number - 1].From, names[number - 1].To).SequenceEqual(name))
            place = (place + 1) & (places.Length - 1);
        return place;
    }

    private void Grow()
    {
        places = new int[2 * places.Length];
        for (var number = 1; number <= names.Count; number++)
            places[Place(words!.Folded(names[number - 1].From, names[number - 1].To))] = number;
    }
}
