namespace Dateline.Worker.Classification.Regions;

/// <summary>Names and what they may mean, by folded key, with the countries' places in UN M49. Immutable.</summary>
internal sealed class Gazetteer
{
    private readonly Dictionary<string, PlaceSense[]> senses;
    private readonly Dictionary<string, int> longestByFirstWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> ordinary;
    private readonly HashSet<string> common;

    public Gazetteer(IReadOnlyList<Country> countries, Dictionary<string, PlaceSense[]> senses, IEnumerable<string> ordinary, IEnumerable<string> common)
    {
        (Countries, this.senses) = (countries, senses);
        this.ordinary = new HashSet<string>(ordinary, StringComparer.Ordinal);
        this.common = new HashSet<string>(common, StringComparer.Ordinal);
        for (var i = 0; i < countries.Count; i++)
            numbers[countries[i].Code] = i;
        foreach (var key in senses.Keys)
            NoteLength(key);
    }

    public IReadOnlyList<Country> Countries { get; }

    public IReadOnlyDictionary<string, PlaceSense[]> Senses => senses;

    /// <summary>Words that running text writes in lower case: no unknown names.</summary>
    public IReadOnlyCollection<string> Ordinary => ordinary;

    /// <summary>Place names that are mostly something else in news: alone they name nothing.</summary>
    public IReadOnlyCollection<string> Common => common;

    /// <summary>A country's number by ISO 3166-1 alpha-2; -1 for null or another code.</summary>
    public int Number(string? code) => code is not null && numbers.TryGetValue(code, out var number) ? number : -1;

    /// <summary>What a folded name may mean; empty when it is unknown. The array is the gazetteer's own.</summary>
    public PlaceSense[] Find(ReadOnlySpan<char> key) =>
        senses.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var found) ? found : [];

    /// <summary>Words of the longest name that begins with this word; 0 when none does.</summary>
    public int LongestFrom(ReadOnlySpan<char> word) =>
        longestByFirstWord.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var length) ? length : 0;

    public bool IsOrdinary(ReadOnlySpan<char> word) => ordinary.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    public bool IsCommon(ReadOnlySpan<char> word) => common.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private void NoteLength(string key)
    {
        var words = key.AsSpan().Count(' ') + 1;
        var end = key.IndexOf(' ', StringComparison.Ordinal);
        var first = longestByFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        var word = end < 0 ? key : key.AsSpan(0, end);
        if (!first.TryGetValue(word, out var length) || length < words)
            first[word] = words;
    }
}
