using System.Globalization;

namespace Dateline.Worker.Documents.Dates;

/// <summary>The day in the forms of ISO 8601: by month, by week, by the day of the year; the century or parts from the right may be missing.</summary>
internal static class IsoDay
{
    // What is digits alone is a day only in the years of the web and a margin: other numbers are no dates
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    public static (int Year, int Month, int Day)? Parse(ReadOnlySpan<char> date)
    {
        if (IsWeek(date))
            return OfWeek(date);
        return date switch
        {
            _ when !date.ContainsAnyExceptInRange('0', '9') => OfDigits(date),
            // -0312 and -03-12 are December 2003 with the century left out
            ['-', _, _, _, _] => OfMonth(Year(date[1..3]), Number(date[3..]), 1),
            ['-', _, _, '-', _, _] => OfMonth(Year(date[1..3]), Number(date[4..]), 1),
            [_, _, '-', _, _, '-', _, _] => OfMonth(Year(date[..2]), Number(date[3..5]), Number(date[6..])),
            [_, _, '-', _, _, _] => OfYear(Year(date[..2]), Number(date[3..])),
            [_, _, _, _, '-' or '/', ..] => WithSeparators(date),
            _ => null,
        };
    }

    /// <summary>Whether the text begins like the week date <c>2003-W01-1</c> or <c>2003W011</c>: no other date does.</summary>
    public static bool IsWeek(ReadOnlySpan<char> text)
    {
        if (text.Length < 7 || Number(text[..4]) < 0)
            return false;
        var week = text[4] == '-' ? 5 : 4;
        return text[week] is 'W' or 'w' && char.IsAsciiDigit(text[week + 1]);
    }

    private static (int Year, int Month, int Day)? OfDigits(ReadOnlySpan<char> date) => date.Length switch
    {
        4 => OfMonth(Number(date), 1, 1),
        // A year with a stray digit in front is no day of a year
        5 => IsOfOurTime(Number(date[1..])) ? null : OfYear(Year(date[..2]), Number(date[2..])),
        6 => OfMonth(Year(date[..2]), Number(date[2..4]), Number(date[4..])),
        7 => IsOfOurTime(Number(date[..4])) ? OfYear(Number(date[..4]), Number(date[4..])) : null,
        8 => OfMonth(Number(date[..4]), Number(date[4..6]), Number(date[6..])),
        _ => null,
    };

    private static (int Year, int Month, int Day)? WithSeparators(ReadOnlySpan<char> date)
    {
        var year = Number(date[..4]);
        var rest = date[5..];
        var dash = rest.IndexOf(date[4]);
        if (dash < 0)
            return rest.Length == 3 ? OfYear(year, Number(rest)) : rest.Length <= 2 ? OfMonth(year, Number(rest), 1) : null;
        return dash > 2 || rest.Length - dash - 1 > 2 ? null : OfMonth(year, Number(rest[..dash]), Number(rest[(dash + 1)..]));
    }

    /// Without a day the week's Monday
    private static (int Year, int Month, int Day)? OfWeek(ReadOnlySpan<char> date)
    {
        var year = Number(date[..4]);
        var rest = date[4] == '-' ? date[6..] : date[5..];
        var week = Number(rest[..Math.Min(rest.Length, 2)]);
        var day = rest.Length switch
        {
            2 => 1,
            3 when date[4] != '-' => Number(rest[2..]),
            4 when rest[2] == '-' => Number(rest[3..]),
            _ => 0,
        };
        if (year is < 1 or > 9998 || day is < 1 or > 7 || week < 1 || week > ISOWeek.GetWeeksInYear(year))
            return null;
        // The first week of the year 1 begins with its first day, so none is before the calendar
        var named = ISOWeek.ToDateTime(year, week, day == 7 ? DayOfWeek.Sunday : (DayOfWeek)day);
        return (named.Year, named.Month, named.Day);
    }

    private static (int Year, int Month, int Day)? OfYear(int year, int dayOfYear)
    {
        if (year is < 1 or > 9998 || dayOfYear < 1 || dayOfYear > (DateTime.IsLeapYear(year) ? 366 : 365))
            return null;
        var day = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(dayOfYear - 1);
        return (year, day.Month, day.Day);
    }

    private static (int Year, int Month, int Day)? OfMonth(int year, int month, int day) =>
        year > 0 && month > 0 && day > 0 ? (year, month, day) : null;

    private static bool IsOfOurTime(int year) => year is >= FirstYear and < LastYear;

    /// Of two digits, or 0 where they are none
    private static int Year(ReadOnlySpan<char> digits) => Number(digits) is >= 0 and var year ? PublicationDates.FullYear(year, 2) : 0;

    private static int Number(ReadOnlySpan<char> digits) => PublicationDates.Number(digits);
}
