namespace Dateline.Worker.Classification.Regions;

/// <summary>
/// Georgia is a country or a US state, both in the news every day: its neighbours in the text say which. Where nothing does it is the state, as a story
/// from the country names more than its own name.
/// </summary>
internal sealed class Georgia(Gazetteer gazetteer)
{
    private static readonly string[] American =
        ["atlanta", "savannah", "macon", "augusta", "athens", "gop", "republican", "republicans", "democrat", "democrats", "kemp", "fulton", "bulldogs", "senate", "confederate",
        "governor", "gov", "sheriff", "deputies", "county", "legislature", "lawmakers", "primary"];

    private static readonly string[] Caucasian =
        ["tbilisi", "georgian", "georgians", "abkhazia", "ossetia", "ossetian", "caucasus", "batumi", "saakashvili", "gori", "kremlin", "moscow", "ivanishvili",
        "parliament", "parliamentary", "mps", "eu", "european", "nato", "lari", "kobakhidze", "zourabichvili", "kavelashvili"];

    private readonly int country = gazetteer.Number("GE"), state = gazetteer.Number("US");
    private readonly int[] neighbours = [.. new[] { "RU", "AM", "AZ", "TR", "UA" }.Select(gazetteer.Number)];

    public static bool IsMeant(PlaceWords words, PlaceCandidate candidate) =>
        !candidate.Settled && candidate.To - candidate.From == 1 && words.Folded(candidate.From, candidate.To) is "georgia";

    public PlaceSense Choose(PlaceWords words, List<PlaceCandidate> all, ReadOnlySpan<float> evidence)
    {
        var here = evidence[state] - all.Count(candidate => IsMeant(words, candidate) && candidate.Strongest.Country == state) + (2 * Count(words, American));
        var there = evidence[country] - all.Count(candidate => IsMeant(words, candidate) && candidate.Strongest.Country == country) + Count(words, Caucasian);
        foreach (var neighbour in neighbours)
            there += evidence[neighbour];
        return here >= there
            ? new PlaceSense((byte)state, PlaceKind.Area, 8, "GA", Acronym: false)
            : new PlaceSense((byte)country, PlaceKind.Country, 9, "", Acronym: false);
    }

    private static int Count(PlaceWords words, string[] signs)
    {
        var count = 0;
        for (var i = 0; i < words.Count; i++)
            count += Has(signs, words.Folded(i, i + 1)) ? 1 : 0;
        return count;
    }

    private static bool Has(string[] signs, ReadOnlySpan<char> word)
    {
        foreach (var sign in signs)
        {
            if (word.SequenceEqual(sign))
                return true;
        }

        return false;
    }
}
