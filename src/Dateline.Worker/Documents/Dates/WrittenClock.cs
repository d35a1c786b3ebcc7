namespace Dateline.Worker.Documents.Dates;

/// <summary>The time of day as it stands in a written date.</summary>
internal static class WrittenClock
{
    /// <summary>The length of a clock with full stops, <c>10.20</c> or <c>19.48.21</c>, that a text begins with, or 0.</summary>
    public static int DottedLength(ReadOnlySpan<char> text)
    {
        var hour = DigitsAt(text, 0);
        if (hour > 2 || PublicationDates.Number(text[..hour]) > 24 || !HasPart(text, hour))
            return 0;
        var length = hour + 3;
        if (HasPart(text, length))
            length += 3;
        return text.Length > length + 1 && text[length] == '.' && char.IsAsciiDigit(text[length + 1]) ? 0 : length;
    }

    /// <summary>The clock that a number is part of, with what stands behind it: <c>10:31</c>, <c>10.31</c>, <c>14h30</c>, <c>10時31分</c>.</summary>
    public static (int Hour, int Minute, int Second, int Ticks)? Of(ReadOnlySpan<char> number, ReadOnlySpan<char> rest)
    {
        if (number.Contains(':'))
            return Iso8601.ParseTime(number.TrimEnd(':'));
        if (number.Contains('.'))
            return Iso8601.ParseTime(number.ToString().Replace('.', ':'));
        if (rest.Length > 2 && rest[0] is 'h' or 'H' && char.IsAsciiDigit(rest[1]) && char.IsAsciiDigit(rest[2]))
            return Iso8601.ParseTime(string.Concat(number, ":", rest[1..3]));
        return rest is ['\u6642' or '\u65F6' or '\u70B9' or '\uC2DC', ..]
            ? Iso8601.ParseTime(string.Concat(number, ":", MinutesAfterHour(rest[1..].TrimStart())))
            : null;
    }

    /// <summary>Whether a number has the form of a clock, be there such a time or not.</summary>
    public static bool HasForm(ReadOnlySpan<char> number)
    {
        var hour = DigitsAt(number, 0);
        var minute = hour is 1 or 2 && hour < number.Length && number[hour] == ':' ? DigitsAt(number, hour + 1) : 0;
        return minute == 2 && (number.Length == hour + 3 || number[hour + 3] == ':' && DigitsAt(number, hour + 4) == 2 && number.Length == hour + 6);
    }

    /// <summary>Whether a word says that a clock follows.</summary>
    public static bool Announces(ReadOnlySpan<char> word) => word is "kl" or "Kl" or "klo" or "at" or "um" or "om" or "ore" or "alle" or "ora";

    /// 10時31分, or the hour alone
    private static ReadOnlySpan<char> MinutesAfterHour(ReadOnlySpan<char> rest) =>
        rest.IsEmpty || !char.IsAsciiDigit(rest[0]) ? "00" : rest[..DigitsAt(rest, 0)];

    /// A full stop and two digits, no more, up to 59
    private static bool HasPart(ReadOnlySpan<char> text, int start) =>
        start < text.Length && text[start] == '.' && DigitsAt(text, start + 1) == 2 && text[start + 1] < '6';

    private static int DigitsAt(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end - start;
    }
}
