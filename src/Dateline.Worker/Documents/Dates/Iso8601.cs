using System.Buffers;

namespace Dateline.Worker.Documents.Dates;

/// <summary>RFC 3339, W3CDTF and the forms of ISO 8601 that feeds use: parts may be missing from the right.</summary>
internal static class Iso8601
{
    private const int DayLength = 10;

    private static readonly SearchValues<char> ClockCharacters = SearchValues.Create("0123456789:.,");

    public static DateTimeOffset? Parse(ReadOnlySpan<char> text)
    {
        var separator = text.IndexOfAny('T', 't', ' ');
        var date = separator < 0 ? text : text[..separator];
        var clock = separator < 0 ? default : text[(separator + 1)..].TrimStart();
        // xs:date may have a zone: 2003-12-31+02:00
        var dateZone = separator < 0 && text.Length > DayLength && text[4] == '-' && text[7] == '-' ? text[DayLength..] : default;
        if (IsoDay.Parse(date[..^dateZone.Length]) is not var (year, month, day))
            return null;
        if (clock.IsEmpty)
            return separator < 0 && ZoneOfDay(dateZone) is { } shift ? PublicationDates.Instant(year, month, day, 0, 0, 0, 0, shift) : null;

        var zoneAt = clock.IndexOfAnyExcept(ClockCharacters);
        if (ParseTime(zoneAt < 0 ? clock : clock[..zoneAt]) is not var (hour, minute, second, ticks))
            return null;
        var local = PublicationDates.Instant(year, month, day, hour, minute, second, ticks, TimeSpan.Zero);
        return zoneAt < 0 ? local : DateZones.InUtc(local, clock[zoneAt..]);
    }

    /// Only with a colon: of 2013-01-27-01 nobody can say what the last part is
    private static TimeSpan? ZoneOfDay(ReadOnlySpan<char> zone) =>
        zone.IsEmpty ? TimeSpan.Zero : zone is "Z" || zone.Length == 6 && zone[3] == ':' ? DateZones.Parse(zone) : null;

    /// <summary><c>hh</c>, <c>hh:mm</c>, <c>hh:mm:ss.fff</c> or <c>hhmmss</c>.</summary>
    public static (int Hour, int Minute, int Second, int Ticks)? ParseTime(ReadOnlySpan<char> time)
    {
        var point = time.IndexOfAny('.', ',');
        var ticks = point < 0 ? 0 : Fraction(time[(point + 1)..]);
        var clock = point < 0 ? time : time[..point];
        if (clock.IndexOf(':') < 0)
        {
            return clock.Length switch
            {
                2 => Clock(clock, "00", "00", ticks),
                4 => Clock(clock[..2], clock[2..], "00", ticks),
                6 => Clock(clock[..2], clock[2..4], clock[4..], ticks),
                _ => null,
            };
        }

        Span<Range> parts = stackalloc Range[5];
        var count = clock.Split(parts, ':');
        return count switch
        {
            2 => Clock(clock[parts[0]], clock[parts[1]], "00", ticks),
            3 => Clock(clock[parts[0]], clock[parts[1]], clock[parts[2]], ticks),
            _ => null,
        };
    }

    private static (int Hour, int Minute, int Second, int Ticks)? Clock(
        ReadOnlySpan<char> hour, ReadOnlySpan<char> minute, ReadOnlySpan<char> second, int ticks) =>
        (PublicationDates.Number(hour), PublicationDates.Number(minute), PublicationDates.Number(second)) is var (h, m, s)
            && h is >= 0 and <= 24 && m is >= 0 and <= 59 && s is >= 0 and <= 60 && ticks >= 0 ? (h, m, s, ticks) : null;

    /// The part of a second in ticks of 100 ns
    private static int Fraction(ReadOnlySpan<char> digits)
    {
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9'))
            return -1;
        var ticks = 0;
        for (var index = 0; index < 7; index++)
            ticks = ticks * 10 + (index < digits.Length ? digits[index] - '0' : 0);
        return ticks;
    }
}
