using System.Buffers;

namespace Dateline.Worker.Documents;

/// <summary>
/// Others' text without what acts instead of being read: control characters (terminals obey escape sequences, PostgreSQL stores no NUL), the marks
/// that turn a line's direction round, non-characters, and halves of surrogate pairs. Tabs and line ends stay.
/// </summary>
internal static class CleanText
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Where(code => code is < 0x20 and not ('\t' or '\n' or '\r') or >= 0x7F).Select(code => (char)code), '\u202D', '\u202E', '\uFFFE', '\uFFFF']);

    public static string Of(string text) => text.AsSpan().ContainsAny(Suspects) || HasHalfPair(text) ? Cleaned(text) : text;

    /// <summary>The same on one line and not longer than that, as titles and names are: none of them needs more, and each is stored, logged and published.</summary>
    public static string Line(string text, int longest = 1_000)
    {
        var line = HtmlText.Squeeze(Of(text));
        if (line.Length <= longest)
            return line;
        var end = char.IsHighSurrogate(line[longest - 1]) ? longest - 1 : longest;
        return string.Concat(line.AsSpan(0, end), "…");
    }

    public static string? OptionalLine(string? text) => text is null ? null : Line(text);

    public static string? OfOptional(string? text) => text is null ? null : Of(text);

    private static bool HasHalfPair(string text)
    {
        for (var at = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0 && at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
                continue;
            if (!IsPair(text, at))
                return true;
            at++;
        }

        return false;
    }

    private static string Cleaned(string text)
    {
        using var kept = new TextBuffer(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (IsPair(text, at))
            {
                kept.Append(text.AsSpan(at++, 2));
                continue;
            }

            if (!Suspects.Contains(text[at]) && !char.IsSurrogate(text[at]))
                kept.Append(text[at]);
        }

        return kept.ToString();
    }

    private static bool IsPair(string text, int at) => char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
}
