using System.Runtime.CompilerServices;
using Dateline.Contracts;

namespace Dateline.Worker.Classification.Regions;

/// <summary>Names and what they may mean, by folded key, with the countries' places in UN M49. Immutable.</summary>
internal sealed class Gazetteer
{
    private readonly Dictionary<string, PlaceSense[]> senses;
    private readonly Dictionary<string, int> longestByFirstWord;
    private readonly Dictionary<string, int> numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> ordinary;
    private readonly HashSet<string> common;

    public Gazetteer(IReadOnlyList<Country> countries, Dictionary<string, PlaceSense[]> senses, IEnumerable<string> ordinary, IEnumerable<string> common)
    {
        (Countries, this.senses, longestByFirstWord) = (countries, senses, new(senses.Count, StringComparer.Ordinal));
        this.ordinary = new HashSet<string>(ordinary, StringComparer.Ordinal);
        this.common = new HashSet<string>(common, StringComparer.Ordinal);
        for (var i = 0; i < countries.Count; i++)
            numbers[countries[i].Code] = i;
        NoteLengths(senses.Keys);
    }

    public IReadOnlyList<Country> Countries { get; }

    public IReadOnlyDictionary<string, PlaceSense[]> Senses => senses;

    /// <summary>Words that running text writes in lower case: no unknown names.</summary>
    public IReadOnlyCollection<string> Ordinary => ordinary;

    /// <summary>Place names that are mostly something else in news: alone they name nothing.</summary>
    public IReadOnlyCollection<string> Common => common;

    /// <summary>A country's number by ISO 3166-1 alpha-2; -1 for null or another code.</summary>
    public int Number(string? code) => code is not null && numbers.TryGetValue(code, out var number) ? number : -1;

    public Region Region(int country, string role, double confidence, IReadOnlyList<string> evidence)
    {
        var (code, name, subregion, continent) = Countries[country];
        return new Region(code, name, subregion, continent, role, Math.Round(confidence, 3), evidence);
    }

    /// <summary>What a folded name may mean; empty when it is unknown. The array is the gazetteer's own.</summary>
    public PlaceSense[] Find(ReadOnlySpan<char> key) =>
        senses.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var found) ? found : [];

    /// <summary>Words of the longest name that begins with this word; 0 when none does.</summary>
    public int LongestFrom(ReadOnlySpan<char> word) =>
        longestByFirstWord.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var length) ? length : 0;

    public bool IsOrdinary(ReadOnlySpan<char> word) => ordinary.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    public bool IsCommon(ReadOnlySpan<char> word) => common.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void NoteLengths(IEnumerable<string> keys)
    {
        var lengths = longestByFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var key in keys)
        {
            var words = key.AsSpan().Count(' ') + 1;
            var end = key.IndexOf(' ', StringComparison.Ordinal);
            var first = end < 0 ? key : key.AsSpan(0, end);
            if (!lengths.TryGetValue(first, out var length) || length < words)
                lengths[first] = words;
        }
    }
}
