using System.Globalization;

namespace Dateline.Worker.Documents.Dates;

/// <summary>Dates of digits alone: <c>yyyyMMddHH</c>, with minutes, with seconds, else seconds or milliseconds since 1970.</summary>
internal static class CompactDates
{
    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    public static DateTimeOffset? Parse(ReadOnlySpan<char> digits)
    {
        if (digits.Length is 10 or 12 or 14 && Written(digits) is { Year: >= FirstYear and < LastYear } written)
            return written;
        DateTimeOffset? passed = digits.Length switch
        {
            9 or 10 => DateTimeOffset.FromUnixTimeSeconds(long.Parse(digits, CultureInfo.InvariantCulture)),
            12 or 13 => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(digits, CultureInfo.InvariantCulture)),
            _ => null,
        };
        return passed is { Year: >= FirstYear and < LastYear } ? passed : null;
    }

    private static DateTimeOffset? Written(ReadOnlySpan<char> digits) => PublicationDates.Instant(
        Part(digits, 0, 4), Part(digits, 4, 2), Part(digits, 6, 2), Part(digits, 8, 2), Part(digits, 10, 2), Part(digits, 12, 2), 0, TimeSpan.Zero);

    private static int Part(ReadOnlySpan<char> digits, int start, int length) => start < digits.Length ? PublicationDates.Number(digits.Slice(start, length)) : 0;
}
