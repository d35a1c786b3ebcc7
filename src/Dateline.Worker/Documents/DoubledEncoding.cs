using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Dateline.Worker.Documents.Encodings;

namespace Dateline.Worker.Documents;

/// <summary>
/// Repairs text whose UTF-8 was taken for windows-1252 or Latin-1 and encoded once more (<c>ZÃ¼rich</c>), and control characters that stand
/// for signs of windows-1252. What can be meant as it stands is left: a lone pair in text that has accents of its own.
/// </summary>
internal static class DoubledEncoding
{
    private const char LastByte = '\u00FF';
    private const int LongestSequence = 4;

    /// The characters of windows-1252 for the bytes 80 to 9F
    private static readonly string Signs = EncodingLabels.OfCodePage(1252).GetString([.. Enumerable.Range(0x80, 0x20).Select(value => (byte)value)]);

    private static readonly FrozenDictionary<char, byte> BytesOfSigns =
        Signs.Select((sign, index) => (Sign: sign, Value: (byte)(0x80 + index))).ToFrozenDictionary(pair => pair.Sign, pair => pair.Value);

    /// <summary>The text as it was meant, or null when there is nothing to repair.</summary>
    public static string? Repair(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0080', '\u009F') && !text.AsSpan().ContainsAnyInRange('\u00C2', '\u00F4'))
            return null;

        var hasOwnLetters = false;
        for (var at = 0; at < text.Length;)
        {
            var length = RunLength(text, at);
            hasOwnLetters |= length > 0 && Decode(text.AsSpan(at, length), out _) is null && text.AsSpan(at, length).ContainsAnyInRange('\u00C0', '\u024F')
                || length == 0 && text[at] > LastByte && char.IsLetter(text[at]);
            at += Math.Max(length, 1);
        }

        return Repair(text, hasOwnLetters);
    }

    private static string? Repair(string text, bool hasOwnLetters)
    {
        var repaired = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var length = RunLength(text, at);
            var run = text.AsSpan(at, Math.Max(length, 1));
            if (length > 0 && Decode(run, out var isCertain) is { } meant && (isCertain || !hasOwnLetters && !EndsQuotation(run, text.AsSpan(at + length))))
                repaired.Append(meant);
            else
                AppendWithSigns(repaired, run);
            at += run.Length;
        }

        return repaired.Equals(text) ? null : repaired.ToString();
    }

    /// How many characters beyond ASCII stand together, each of which a byte can have become
    private static int RunLength(string text, int start)
    {
        var end = start;
        while (end < text.Length && ByteOf(text[end]) >= 0x80)
            end++;
        return end - start;
    }

    /// <param name="isCertain">By chance no text has it: more than one character, or one of three bytes.</param>
    private static string? Decode(ReadOnlySpan<char> run, out bool isCertain)
    {
        var meant = new StringBuilder();
        var (characters, hasMeaning) = (0, false);
        isCertain = false;
        Span<byte> bytes = stackalloc byte[LongestSequence];
        while (!run.IsEmpty)
        {
            var count = Math.Min(run.Length, LongestSequence);
            for (var index = 0; index < count; index++)
                bytes[index] = (byte)ByteOf(run[index]);
            if (Rune.DecodeFromUtf8(bytes[..count], out var rune, out var length) != System.Buffers.OperationStatus.Done || !IsText(rune))
                return null;
            characters++;
            hasMeaning |= !Rune.IsWhiteSpace(rune);
            isCertain |= length > 2 || characters > 1;
            // One of two bytes alone is a letter or a sign of western Europe
            if (run.Length == 2 && characters == 1 && rune.Value > 0x17F)
                return null;
            meant.Append(rune);
            run = run[length..];
        }

        return hasMeaning ? meant.ToString() : null;
    }

    private static bool IsText(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate);

    /// Whether the second character is a quotation mark or dash that can stand behind a capital letter, as in “Å”
    private static bool EndsQuotation(ReadOnlySpan<char> run, ReadOnlySpan<char> rest) =>
        run is [_, > LastByte] && char.IsPunctuation(run[1]) && run[1] is not '\u2030' && (rest.IsEmpty || !char.IsLetterOrDigit(rest[0]));

    private static void AppendWithSigns(StringBuilder text, ReadOnlySpan<char> run)
    {
        foreach (var character in run)
            text.Append(character is >= '\u0080' and <= '\u009F' && Signs[character - 0x80] is > LastByte and var sign ? sign : character);
    }

    /// The byte that became this character, or -1
    private static int ByteOf(char character) => character <= LastByte ? character : BytesOfSigns.TryGetValue(character, out var value) ? value : -1;
}
