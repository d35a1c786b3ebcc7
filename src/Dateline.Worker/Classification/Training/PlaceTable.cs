using Dateline.Worker.Classification.Regions;

namespace Dateline.Worker.Classification.Training;

/// <summary>Names with their readings while a gazetteer is being built.</summary>
internal sealed class PlaceTable
{
    /// <summary>Readings kept of one name: the weightiest.</summary>
    private const int MostSenses = 12;

    /// <summary>A form in capitals up to this length is an acronym and only met in capitals.</summary>
    private const int AcronymLength = 5;

    private readonly Dictionary<string, List<PlaceSense>> names = new(StringComparer.Ordinal);
    private Dictionary<string, byte> numbers = [];

    public int Count => names.Count;

    public void Number(IReadOnlyList<Country> countries) =>
        numbers = countries.Select((country, index) => (country.Code, index)).ToDictionary(entry => entry.Code, entry => (byte)entry.index, StringComparer.Ordinal);

    /// <summary>Whether a name is unknown, or only that of towns below a weight.</summary>
    public bool IsLessThan(string name, float weight) =>
        !names.TryGetValue(Folding.Key(name), out var senses) || senses.TrueForAll(sense => sense.Kind == PlaceKind.City && !sense.Acronym && sense.Weight < weight);

    public void Add(string name, string country, PlaceKind kind, float weight, string state = "")
    {
        var key = Folding.Key(name);
        if (key.Length < 2 || !numbers.TryGetValue(country, out var number))
            return;
        if (!names.TryGetValue(key, out var senses))
            names[key] = senses = [];
        var letters = name.Where(char.IsLetter).ToArray();
        var sense = new PlaceSense(number, kind, weight, state, letters.Length <= AcronymLength && letters.Length == name.Count(c => char.IsLetter(c) || c == '.') && letters.All(char.IsUpper));
        var same = senses.FindIndex(other => other.Country == number && other.Kind == kind && other.State == state);
        if (same < 0)
            senses.Add(sense);
        else if (senses[same].Weight < weight)
            senses[same] = sense;
    }

    public void Block(string name) => names[Folding.Key(name)] = [new PlaceSense(PlaceSense.Nowhere, PlaceKind.Block, 0, "", Acronym: false)];

    /// <summary>Keys of one word that name nothing surer than a city or a small area.</summary>
    public IReadOnlyCollection<string> LoneCityKeys() =>
        [.. names.Where(entry => !entry.Key.Contains(' ', StringComparison.Ordinal) && entry.Value.TrueForAll(sense => !sense.IsStrong)).Select(entry => entry.Key)];

    public Dictionary<string, PlaceSense[]> Build() => names.ToDictionary(
        entry => entry.Key,
        entry => entry.Value.OrderByDescending(sense => sense.Weight).ThenBy(sense => sense.Country).ThenBy(sense => sense.Kind).Take(MostSenses).ToArray(),
        StringComparer.Ordinal);
}
