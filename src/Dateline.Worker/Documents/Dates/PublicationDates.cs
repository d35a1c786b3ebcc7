using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dateline.Worker.Documents.Dates;

/// <summary>
/// Reads dates as feeds write them: RFC 822 in its wild forms, RFC 3339 and W3CDTF, asctime, and dates written out in many
/// languages. The result is in UTC; a date without a zone is taken to be in UTC; what is no date is null.
/// </summary>
internal static partial class PublicationDates
{
    /// Longer text is no date
    private const int Longest = 120;

    /// <param name="text">A date, or anything else.</param>
    /// <param name="dayFirst">Whether 3/4/2015 is in April; 3/14/2015 is in March either way.</param>
    public static DateTimeOffset? Parse(string? text, bool dayFirst = false)
    {
        if (text is null)
            return null;
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length is 0 or > Longest)
            return null;
        trimmed = WithoutWrapping(trimmed);
        if (!Ascii.IsValid(trimmed))
            trimmed = LocalDates.InCommonForm(trimmed.ToString());
        return trimmed.IndexOfAny('(', '[') >= 0 ? Read(BracketedText.LeftOut(trimmed), dayFirst) ?? Read(trimmed, dayFirst) : Read(trimmed, dayFirst);
    }

    /// What programs write around a date: /Date(1714990272000)/, the parts of a second since 1970, a second zone behind the first (+00:00Z)
    private static ReadOnlySpan<char> WithoutWrapping(ReadOnlySpan<char> date)
    {
        const string Opening = "/Date(", Closing = ")/";
        if (date.StartsWith(Opening) && date.EndsWith(Closing))
            return date[Opening.Length..^Closing.Length];
        if (date is [.., '+' or '-', >= '0' and <= '9', >= '0' and <= '9', ':', >= '0' and <= '9', >= '0' and <= '9', 'Z'])
            return date[..^1];
        var point = date.IndexOf('.');
        return point is 9 or 10 && !date[..point].ContainsAnyExceptInRange('0', '9') && !date[(point + 1)..].ContainsAnyExceptInRange('0', '9') && date.Length > point + 1 ? date[..point] : date;
    }

    private static DateTimeOffset? Read(ReadOnlySpan<char> trimmed, bool dayFirst)
    {
        if (trimmed.IsEmpty)
            return null;
        if (!trimmed.ContainsAnyExceptInRange('0', '9') && trimmed.Length > 8)
            return CompactDates.Parse(trimmed);
        // What has this form and is no such date is a mistake, not another way to write one
        if (trimmed.Length > 11 && trimmed[4] == '-' && trimmed[10] == 'T' && char.IsAsciiDigit(trimmed[11]))
            return Iso8601.Parse(trimmed);
        if (IsoDay.IsWeek(trimmed) || trimmed[0] == '-' && trimmed.Length > 1 && char.IsAsciiDigit(trimmed[1]))
            return Iso8601.Parse(trimmed);
        return char.IsAsciiDigit(trimmed[0]) ? Iso8601.Parse(trimmed) ?? WrittenDates.Parse(trimmed, dayFirst)
            : Rfc822Dates.Parse(trimmed) ?? WrittenDates.Parse(trimmed, dayFirst);
    }

    /// <summary>Whether readers of a language write the day first; American ones do not.</summary>
    public static bool IsDayFirst(string? language) => language is not null && !language.Equals("en", StringComparison.OrdinalIgnoreCase) && !language.StartsWith("en-US", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a date of three numbers can only have the day first (13/5/2024), or only the month (5/13/2024); null where it can have either, or is another.</summary>
    public static bool? ShowsDayFirst(string? date)
    {
        const int LastMonth = 12;
        if (date?.Contains('/', StringComparison.Ordinal) != true || Slashed().Match(date) is not { Success: true } match)
            return null;
        var (first, second) = (int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture));
        return first > LastMonth == second > LastMonth ? null : first > LastMonth;
    }

    [GeneratedRegex(@"(?<![0-9/])([0-9]{1,2})/([0-9]{1,2})/[0-9]{2,4}(?![0-9/])", RegexOptions.CultureInvariant)]
    private static partial Regex Slashed();

    /// <summary>The instant, or null when its parts name none. An hour of 24 is the next midnight, a leap second the one before.</summary>
    public static DateTimeOffset? Instant(int year, int month, int day, int hour, int minute, int second, int fraction, TimeSpan offset)
    {
        if (year is < 1 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || minute is < 0 or > 59 || second is < 0 or > 60 || hour is < 0 or > 24 || hour == 24 && (minute > 0 || second > 0))
            return null;

        var local = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified)
            .AddTicks(hour * TimeSpan.TicksPerHour + minute * TimeSpan.TicksPerMinute + Math.Min(second, 59) * TimeSpan.TicksPerSecond + fraction);
        var ticks = local.Ticks - offset.Ticks;
        return ticks < 0 ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    /// <summary>Two digits mean 1970 to 2069, as everywhere since POSIX; three count from 1900 (RFC 5322, 4.3).</summary>
    public static int FullYear(int year, int digits) => digits > 3 ? year : digits == 3 ? 1900 + year : year < 70 ? 2000 + year : 1900 + year;

    /// <summary>The number that up to eight digits say, or -1.</summary>
    public static int Number(ReadOnlySpan<char> digits)
    {
        if (digits.Length is 0 or > 8)
            return -1;
        var number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
                return -1;
            number = number * 10 + (digit - '0');
        }

        return number;
    }
}
