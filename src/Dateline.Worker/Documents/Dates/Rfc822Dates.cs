namespace Dateline.Worker.Documents.Dates;

/// <summary>The usual form, <c>Thu, 01 Jan 2004 19:48:21 GMT</c>, read without taking memory; anything else is left to <see cref="WrittenDates"/>.</summary>
internal static class Rfc822Dates
{
    /// Day, month, year, clock, with single spaces and digits: 1 Jan 2004 1:2
    private const int Shortest = 14;

    public static DateTimeOffset? Parse(ReadOnlySpan<char> text)
    {
        if (text.Length < 5 || text[3] != ',')
            return null;
        text = text[4..].TrimStart(' ');
        if (text.Length < Shortest || Number(ref text, 2, ' ') is not (>= 0 and var day) || Month(ref text) is not (> 0 and var month)
            || text.IndexOf(' ') != 4 || Number(ref text, 4, ' ') is not (>= 0 and var year)
            || Number(ref text, 2, ':') is not (>= 0 and var hour))
            return null;

        var second = 0;
        if (Number(ref text, 2, ' ') is not (>= 0 and var minute) && ((minute = Number(ref text, 2, ':')) < 0 || (second = Number(ref text, 2, ' ')) < 0))
            return null;
        return DateZones.Parse(text) is { } offset ? PublicationDates.Instant(year, month, day, hour, minute, second, 0, offset) : null;
    }

    /// A number of so many digits at most, and the sign after it; -1, with nothing taken, where it is none
    private static int Number(ref ReadOnlySpan<char> text, int digits, char after)
    {
        var length = text[..Math.Min(text.Length, digits + 1)].IndexOf(after);
        if (length <= 0 || PublicationDates.Number(text[..length]) is not (>= 0 and var number))
            return -1;
        text = text[(length + 1)..];
        return number;
    }

    private static int Month(ref ReadOnlySpan<char> text)
    {
        if (text.Length < 4 || text[3] != ' ')
            return 0;
        var name = text[..3];
        text = text[4..];
        return name switch
        {
            "Jan" => 1, "Feb" => 2, "Mar" => 3, "Apr" => 4, "May" => 5, "Jun" => 6,
            "Jul" => 7, "Aug" => 8, "Sep" => 9, "Oct" => 10, "Nov" => 11, "Dec" => 12,
            _ => 0,
        };
    }
}
