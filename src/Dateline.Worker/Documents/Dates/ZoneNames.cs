using System.Collections.Frozen;

namespace Dateline.Worker.Documents.Dates;

/// <summary>
/// Names of zones that count only as they are written here: abbreviations that in small letters are words (at, get, wat), the letters of
/// RFC 822, and names written out.
/// </summary>
internal static class ZoneNames
{
    // Hours east of UTC, as the zone had them for most of the time that there are feeds
    private static readonly FrozenDictionary<string, double> Names = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["AT"] = -4, ["CLT"] = -4, ["CLST"] = -3, ["BOT"] = -4, ["VET"] = -4, ["PYT"] = -4, ["PYST"] = -3, ["UYT"] = -3, ["UYST"] = -2, ["BRST"] = -2, ["COT"] = -5, ["PET"] = -5, ["ECT"] = -5,
        ["GYT"] = -4, ["SRT"] = -3, ["GFT"] = -3, ["FNT"] = -2, ["AZOT"] = -1, ["CVT"] = -1, ["HNE"] = -5, ["HAE"] = -4, ["HNC"] = -6, ["HAC"] = -5, ["HNR"] = -7, ["HAR"] = -6,
        ["HNP"] = -8, ["HAP"] = -7, ["HNA"] = -4, ["HAA"] = -3, ["HDT"] = -9, ["SST"] = -11, ["WEZ"] = 0, ["WESZ"] = 1, ["OEZ"] = 2, ["OESZ"] = 3, ["WAT"] = 1, ["WAST"] = 2,
        ["IDT"] = 3, ["MSD"] = 4, ["SAMT"] = 4, ["IRST"] = 3.5, ["IRDT"] = 4.5, ["AZT"] = 4, ["AZST"] = 5, ["GET"] = 4, ["MUT"] = 4, ["RET"] = 4, ["SCT"] = 4, ["AFT"] = 4.5, ["UZT"] = 5, ["TMT"] = 5,
        ["TJT"] = 5, ["MVT"] = 5, ["YEKT"] = 5, ["YEKST"] = 6, ["SLST"] = 5.5, ["LKT"] = 5.5, ["ALMT"] = 6, ["KGT"] = 6, ["BDT"] = 6, ["BTT"] = 6, ["OMST"] = 6, ["MMT"] = 6.5, ["NOVT"] = 7, ["KRAT"] = 7,
        ["WITA"] = 8, ["MYT"] = 8, ["BNT"] = 8, ["ULAT"] = 8, ["IRKT"] = 8, ["WIT"] = 9, ["TLT"] = 9, ["AWDT"] = 9, ["YAKT"] = 9, ["ChST"] = 10, ["PGT"] = 10, ["VLAT"] = 10, ["LHST"] = 10.5,
        ["MAGT"] = 11, ["SBT"] = 11, ["NCT"] = 11, ["VUT"] = 11, ["NFT"] = 11, ["PETT"] = 12, ["FJT"] = 12, ["CHAST"] = 12.75, ["CHADT"] = 13.75, ["TOT"] = 13,
    }.Concat(Letters()).Concat(WrittenOut()).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Lookup = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] LongNames = [.. Names.Keys.Where(name => name.Contains(' '))];

    public static bool TryFind(ReadOnlySpan<char> name, out double hours) => Lookup.TryGetValue(name, out hours);

    /// <summary>The length of the name of several words that a text begins with, or 0.</summary>
    public static int LengthOfWords(ReadOnlySpan<char> text)
    {
        foreach (var name in LongNames)
        {
            if (text.StartsWith(name, StringComparison.Ordinal))
                return name.Length;
        }

        return 0;
    }

    /// As RFC 822 counts them, A an hour behind: what generators that follow it mean, though sailors count the other way
    private static IEnumerable<KeyValuePair<string, double>> Letters()
    {
        const string Behind = "ABCDEFGHIKLM";
        const string Ahead = "NOPQRSTUVWXY";
        for (var hour = 1; hour <= 12; hour++)
        {
            yield return new(Behind[hour - 1].ToString(), -hour);
            yield return new(Ahead[hour - 1].ToString(), hour);
        }
    }

    /// As Windows and browsers write them out
    private static IEnumerable<KeyValuePair<string, double>> WrittenOut()
    {
        (string Place, double Hours)[] places =
        [
            ("Eastern", -5), ("Central", -6), ("Mountain", -7), ("Pacific", -8), ("Alaskan", -9), ("Alaska", -9), ("Atlantic", -4), ("Newfoundland", -3.5), ("Hawaiian", -10), ("Hawaii", -10),
            ("GMT", 0), ("W. Europe", 1), ("Central Europe", 1), ("Central European", 1), ("Romance", 1), ("E. Europe", 2), ("Eastern European", 2), ("FLE", 2), ("GTB", 2), ("South Africa", 2), ("Israel", 2),
            ("Russian", 3), ("Moscow", 3), ("Arab", 3), ("Turkey", 3), ("India", 5.5), ("China", 8), ("Singapore", 8), ("Tokyo", 9), ("Japan", 9), ("Korea", 9), ("Korean", 9),
            ("AUS Eastern", 10), ("Australian Eastern", 10), ("New Zealand", 12),
        ];
        foreach (var (place, hours) in places)
        {
            yield return new($"{place} Standard Time", hours);
            yield return new($"{place} Daylight Time", hours + 1);
            yield return new($"{place} Summer Time", hours + 1);
            yield return new($"{place} Time", hours);
        }

        yield return new("Greenwich Mean Time", 0);
        yield return new("Coordinated Universal Time", 0);
        yield return new("British Summer Time", 1);
    }
}
