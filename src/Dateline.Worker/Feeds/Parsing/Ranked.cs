namespace Dateline.Worker.Feeds.Parsing;

/// <summary>
/// A field that several elements can give (pubDate, dc:date, dcterms:issued): the one of the highest rank stands, and of those the first.
/// </summary>
internal struct Ranked
{
    private int rank;

    public string? Value { get; private set; }

    /// <summary>Whether a value of that rank would be taken; else the element need not be read.</summary>
    public readonly bool Wants(int candidate) => candidate > rank;

    public void Set(int candidate, string? value)
    {
        if (candidate <= rank || string.IsNullOrWhiteSpace(value))
            return;
        rank = candidate;
        Value = value;
    }

    /// <summary>As above; what is not taken is never made a string.</summary>
    public void Set(int candidate, ReadOnlySpan<char> value)
    {
        if (candidate <= rank || value.IsWhiteSpace())
            return;
        rank = candidate;
        Value = value.ToString();
    }
}

/// <summary>As <see cref="Ranked"/>, for a date: the others are kept as well, since the one of the highest rank may be unreadable.</summary>
internal struct RankedDate
{
    /// More than an entry has; bounds what a hostile one can hold
    private const int MostOthers = 8;

    private int rank;
    private string? best;
    private List<(int Rank, string Text)>? others;

    public void Clear()
    {
        (rank, best) = (0, null);
        others?.Clear();
    }

    public void Set(int candidate, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return;
        if (candidate > rank)
        {
            if (best is not null)
                Keep(rank, best);
            (rank, best) = (candidate, value);
        }
        else
        {
            Keep(candidate, value);
        }
    }

    /// <summary>The instant and the text of the highest rank that can be read; where none can, the text of the highest.</summary>
    public readonly (DateTimeOffset? Instant, string? Text) Read(RepeatedDates dates, bool dayFirst)
    {
        if (dates.Parse(best, dayFirst) is { } instant)
            return (instant, best!.Trim());
        // Most entries have one date, and few of them none that can be read
        if (others is null or [])
            return (null, best?.Trim());
        foreach (var (_, text) in others.OrderByDescending(static other => other.Rank))
        {
            if (dates.Parse(text, dayFirst) is { } readable)
                return (readable, text.Trim());
        }

        return (null, best?.Trim());
    }

    private void Keep(int candidate, string value)
    {
        others ??= [];
        if (others.Count < MostOthers)
            others.Add((candidate, value));
    }
}

/// <summary>As <see cref="Ranked"/>, for text that is made when it is asked for.</summary>
internal struct RankedText
{
    private int rank;

    public EntryText? Value { get; private set; }

    public void Set(int candidate, EntryText? value)
    {
        if (candidate <= rank || value is null)
            return;
        rank = candidate;
        Value = value;
    }
}

/// <summary>A list that several elements can give; those of the highest rank stand.</summary>
internal struct RankedList<T>
{
    /// More than any feed has; bounds what a hostile one can hold
    private const int MaxItems = 1_000;

    private int rank;
    private List<T>? items;

    public readonly IReadOnlyList<T> Items => items is null ? [] : items.ToArray();

    public void Clear()
    {
        rank = 0;
        items?.Clear();
    }

    public void Add(int candidate, T? item)
    {
        if (candidate < rank || item is null || candidate == rank && items?.Count >= MaxItems)
            return;
        if (candidate > rank)
            items?.Clear();
        rank = candidate;
        (items ??= []).Add(item);
    }
}

/// <summary>Of several names for one thing the format's own stands first, then a module's, then what can serve instead.</summary>
internal static class Rank
{
    public const int Fallback = 1;
    public const int Guess = 2;
    public const int Module = 3;
    public const int Alternative = 4;
    public const int Native = 5;
}
