using System.Globalization;

namespace Dateline.Worker.Documents.Dates;

/// <summary>
/// Dates in any other form: the parts are known by what they look like (a clock, a zone after it, a month's name, a number of
/// four digits) and not by their place. Words that mean nothing, such as the day's name, are passed over.
/// </summary>
internal static class WrittenDates
{
    public static DateTimeOffset? Parse(ReadOnlySpan<char> text, bool dayFirst = false)
    {
        // A lone surrogate cannot be normalised, and no date holds one
        if (text.ContainsAnyInRange('\uD800', '\uDFFF'))
            return null;
        var parts = new WrittenParts(dayFirst);
        while (text.Length > 0)
        {
            var length = TokenLength(text, parts);
            parts.Take(text[..length], text[length..]);
            text = text[length..];
        }

        return parts.Instant();
    }

    private static int TokenLength(ReadOnlySpan<char> text, WrittenParts parts)
    {
        if (char.IsAsciiDigit(text[0]))
            return parts.ExpectsClock && WrittenClock.DottedLength(text) is > 0 and var dotted ? dotted : Length(text, static character => char.IsAsciiDigit(character) || character is ':');
        if (parts.HasClock && text[0] is '+' or '-' && text.Length > 1 && char.IsAsciiDigit(text[1]))
            return 1 + Length(text[1..], static character => char.IsAsciiDigit(character) || character is ':');
        if (!char.IsLetter(text[0]))
            return 1;
        return parts.HasClock && Math.Max(ZoneRegions.NameLength(text), ZoneNames.LengthOfWords(text)) is > 0 and var zone
            ? zone
            : Length(text, static character => IsWord(character) || character is '.');
    }

    private static bool IsWord(char character) =>
        char.IsLetter(character) || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static int Length(ReadOnlySpan<char> text, Func<char, bool> belongs)
    {
        var length = 1;
        while (length < text.Length && belongs(text[length]))
            length++;
        return length;
    }
}
