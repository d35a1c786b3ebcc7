using System.Buffers;

namespace Dateline.Worker.Documents.Dates;

/// <summary>RFC 3339, W3CDTF and the forms of ISO 8601 that feeds use: parts may be missing from the right.</summary>
internal static class Iso8601
{
    private static readonly SearchValues<char> ClockCharacters = SearchValues.Create("0123456789:.,");

    public static DateTimeOffset? Parse(ReadOnlySpan<char> text)
    {
        var separator = text.IndexOfAny('T', 't', ' ');
        var date = separator < 0 ? text : text[..separator];
        var clock = separator < 0 ? default : text[(separator + 1)..].TrimStart();
        if (ParseDate(date) is not { } day)
            return null;
        if (clock.IsEmpty)
            return separator < 0 ? PublicationDates.Instant(day.Year, day.Month, day.Day, 0, 0, 0, 0, TimeSpan.Zero) : null;

        var zoneAt = clock.IndexOfAnyExcept(ClockCharacters);
        var zone = zoneAt < 0 ? default : clock[zoneAt..].Trim();
        var time = zoneAt < 0 ? clock : clock[..zoneAt];
        TimeSpan? offset = zone.IsEmpty ? TimeSpan.Zero : DateZones.Parse(zone);
        if (offset is null || ParseTime(time) is not { } moment)
            return null;
        return PublicationDates.Instant(day.Year, day.Month, day.Day, moment.Hour, moment.Minute, moment.Second, moment.Ticks, offset.Value);
    }

    private static (int Year, int Month, int Day)? ParseDate(ReadOnlySpan<char> date)
    {
        var digits = date.IndexOfAnyExceptInRange('0', '9');
        if (digits < 0)
        {
            return date.Length switch
            {
                4 => Valid(PublicationDates.Number(date), 1, 1),
                8 => Valid(PublicationDates.Number(date[..4]), PublicationDates.Number(date[4..6]), PublicationDates.Number(date[6..])),
                _ => null,
            };
        }

        // -0312 is December 2003 with the century left out
        if (date is ['-', _, _, _, _])
            return Valid(PublicationDates.FullYear(PublicationDates.Number(date[1..3]), 2), PublicationDates.Number(date[3..]), 1);
        if (digits != 4 || date[4] is not ('-' or '/'))
            return null;

        var year = PublicationDates.Number(date[..4]);
        var rest = date[5..];
        var dash = rest.IndexOf(date[4]);
        if (dash < 0)
            return rest.Length == 3 ? Ordinal(year, PublicationDates.Number(rest)) : rest.Length <= 2 ? Valid(year, PublicationDates.Number(rest), 1) : null;
        return dash > 2 || rest.Length - dash - 1 > 2 ? null : Valid(year, PublicationDates.Number(rest[..dash]), PublicationDates.Number(rest[(dash + 1)..]));
    }

    private static (int Year, int Month, int Day)? Valid(int year, int month, int day) =>
        year > 0 && month > 0 && day > 0 ? (year, month, day) : null;

    private static (int Year, int Month, int Day)? Ordinal(int year, int dayOfYear)
    {
        if (year is < 1 or > 9998 || dayOfYear < 1 || dayOfYear > (DateTime.IsLeapYear(year) ? 366 : 365))
            return null;
        var day = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(dayOfYear - 1);
        return (year, day.Month, day.Day);
    }

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
