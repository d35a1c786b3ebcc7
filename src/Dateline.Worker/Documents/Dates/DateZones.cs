using System.Collections.Frozen;

namespace Dateline.Worker.Documents.Dates;

/// <summary>Time zones as feeds write them: offsets, the names of RFC 822, and the abbreviations that publishers use.</summary>
internal static class DateZones
{
    // Hours east of UTC. Where an abbreviation has several meanings, that of the largest English-language press is taken.
    private static readonly FrozenDictionary<string, double> Names = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0, ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["WET"] = 0, ["WEST"] = 1, ["BST"] = 1, ["IST"] = 5.5, ["CET"] = 1, ["MET"] = 1, ["MEZ"] = 1,
        ["CEST"] = 2, ["MEST"] = 2, ["MESZ"] = 2, ["EET"] = 2, ["SAST"] = 2, ["CAT"] = 2, ["EEST"] = 3, ["MSK"] = 3, ["\u041C\u0421\u041A"] = 3, ["TRT"] = 3, ["EAT"] = 3, ["AST"] = -4,
        ["ADT"] = -3, ["EST"] = -5, ["EDT"] = -4, ["ET"] = -5, ["CST"] = -6, ["CDT"] = -5, ["CT"] = -6, ["MST"] = -7, ["MDT"] = -6, ["MT"] = -7,
        ["PST"] = -8, ["PDT"] = -7, ["PT"] = -8, ["AKST"] = -9, ["AKDT"] = -8, ["HST"] = -10, ["NST"] = -3.5, ["NDT"] = -2.5, ["BRT"] = -3, ["ART"] = -3,
        ["GST"] = 4, ["PKT"] = 5, ["NPT"] = 5.75, ["ICT"] = 7, ["WIB"] = 7, ["HKT"] = 8, ["SGT"] = 8, ["AWST"] = 8, ["PHT"] = 8, ["JST"] = 9, ["KST"] = 9,
        ["ACST"] = 9.5, ["ACDT"] = 10.5, ["AEST"] = 10, ["AEDT"] = 11, ["NZST"] = 12, ["NZDT"] = 13,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The offset from UTC that the whole text names on any day, or null.</summary>
    public static TimeSpan? Parse(ReadOnlySpan<char> zone)
    {
        zone = zone.Trim();
        if (zone.IsEmpty)
            return null;
        if (zone[0] is '+' or '-' or '\u2212')
            return Offset(zone);
        if (Lookup.TryGetValue(zone, out var hours) || ZoneNames.TryFind(zone, out hours))
            return TimeSpan.FromHours(hours);
        if (zone.StartsWith("Etc/", StringComparison.OrdinalIgnoreCase))
            return Parse(zone[4..]);
        // Templates with a literal Z give Z00:00
        return zone is "Z00:00" ? TimeSpan.Zero : zone.Length > 3 && zone[..3] is "GMT" or "UTC" ? Offset(zone[3..]) : null;
    }

    /// <summary>What a clock in that zone shows, in UTC; null when the zone is not known. The name of a zone may follow its offset.</summary>
    public static DateTimeOffset? InUtc(DateTimeOffset? local, ReadOnlySpan<char> zone)
    {
        zone = zone.Trim();
        if (local is not { } clock)
            return null;
        if (ZoneRegions.Find(zone) is { } region)
            return InUtc(clock, region.GetUtcOffset(clock.DateTime));
        if (Parse(zone) is { } offset)
            return InUtc(clock, offset);
        var space = zone[0] is '+' or '-' or 'Z' ? zone.IndexOf(' ') : -1;
        return space > 0 && (ZoneRegions.Find(zone[(space + 1)..]) is not null || Parse(zone[(space + 1)..]) is not null) && Parse(zone[..space]) is { } stated
            ? InUtc(clock, stated)
            : null;
    }

    /// <summary>Null before the calendar's first and after its last day.</summary>
    public static DateTimeOffset? InUtc(DateTimeOffset local, TimeSpan offset)
    {
        var ticks = local.Ticks - offset.Ticks;
        return ticks < 0 || ticks > DateTime.MaxValue.Ticks ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    /// +hh, +hhmm, +hh:mm
    private static TimeSpan? Offset(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length < 2 || text[0] is not ('+' or '-' or '\u2212'))
            return null;
        var digits = text[1..];
        var colon = digits.IndexOf(':');
        var split = colon >= 0 ? colon : digits.Length <= 2 ? digits.Length : digits.Length - 2;
        var minutePart = digits[Math.Min(colon >= 0 ? colon + 1 : split, digits.Length)..];
        var hours = PublicationDates.Number(digits[..split]);
        var minutes = minutePart.IsEmpty ? 0 : PublicationDates.Number(minutePart);
        if (hours is < 0 or > 15 || minutes is < 0 or > 59 || minutePart.Length is not (0 or 2))
            return null;
        var offset = new TimeSpan(hours, minutes, 0);
        return text[0] == '+' ? offset : -offset;
    }
}
