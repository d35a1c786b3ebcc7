namespace Dateline.Worker.Classification.Watches;

/// <summary>Where the terms of a set stand in an article, kept from one article to the next so that reading allocates little. For one thread.</summary>
internal sealed class WatchHits
{
    private int[] heads = [], stamps = [];
    private int stamp;

    private readonly List<(int First, int Last, int Next)> places = [];

    /// <summary>The terms that were found, each once.</summary>
    public List<int> Terms { get; } = [];

    /// <summary>Where the text begins; lower places are the title's.</summary>
    public int TextStart { get; set; }

    public void Clear(int terms)
    {
        if (heads.Length < terms)
            (heads, stamps, stamp) = (new int[terms], new int[terms], 0);
        stamp++;
        places.Clear();
        Terms.Clear();
    }

    public void Add(int term, int first, int last)
    {
        if (stamps[term] != stamp)
        {
            stamps[term] = stamp;
            heads[term] = -1;
            Terms.Add(term);
        }

        places.Add((first, last, heads[term]));
        heads[term] = places.Count - 1;
    }

    public bool Any(WatchNode.Term term)
    {
        if (stamps[term.Id] != stamp)
            return false;
        if (term.Field == WatchField.Anywhere)
            return true;
        for (var at = heads[term.Id]; at >= 0; at = places[at].Next)
        {
            if (IsIn(term.Field, places[at].First))
                return true;
        }

        return false;
    }

    public void AddPlaces(WatchNode.Term term, List<(int First, int Last)> found)
    {
        if (stamps[term.Id] != stamp)
            return;
        for (var at = heads[term.Id]; at >= 0; at = places[at].Next)
        {
            if (IsIn(term.Field, places[at].First))
                found.Add((places[at].First, places[at].Last));
        }
    }

    private bool IsIn(WatchField field, int place) => field switch
    {
        WatchField.Title => place < TextStart,
        WatchField.Text => place >= TextStart,
        _ => true,
    };
}
