using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Dateline.Worker.Documents.Dates;

/// <summary>Zones that feeds name by a place of the tz database, <c>Europe/Berlin</c>: their offset depends on the day.</summary>
internal static class ZoneRegions
{
    // There are about 600 names; bounds what invented ones can take
    private const int MostKnown = 1_000;
    private const int LongestName = 40;

    private static readonly FrozenSet<string> Continents = FrozenSet.ToFrozenSet(
        ["Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Canada", "Europe", "Indian", "Pacific", "US"], StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, TimeZoneInfo?> Known = new(StringComparer.Ordinal);

    /// <summary>How many characters at the start of a text look like such a name, or 0.</summary>
    public static int NameLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetter(text[length]) || length > 0 && text[length] is '/' or '_' or '-'))
            length++;
        var slash = text[..length].IndexOf('/');
        return slash > 0 && length <= LongestName && Continents.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[..slash]) ? length : 0;
    }

    public static TimeZoneInfo? Find(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || NameLength(name) != name.Length)
            return null;
        if (Known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var known))
            return known;
        var found = TimeZoneInfo.TryFindSystemTimeZoneById(name.ToString(), out var zone) ? zone : null;
        if (Known.Count < MostKnown)
            Known.TryAdd(name.ToString(), found);
        return found;
    }
}
