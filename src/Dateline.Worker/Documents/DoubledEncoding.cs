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

    /// <summary>
    /// A document whose texts were repaired one by one, between its tags and quotes; the same when there is nothing to repair.
    /// </summary>
    /// <param name="utf8">Valid UTF-8.</param>
    public static ReadOnlyMemory<byte> RepairIn(ReadOnlyMemory<byte> utf8)
    {
        if (!MayStandIn(utf8.Span))
            return utf8;
        var document = Encoding.UTF8.GetString(utf8.Span);
        StringBuilder? repaired = null;
        var copied = 0;
        for (var at = 0; at < document.Length;)
        {
            var length = document.AsSpan(at).IndexOfAny('<', '>', '"');
            var end = length < 0 ? document.Length : at + length;
            if (end > at && Repair(document[at..end]) is { } meant)
            {
                (repaired ??= new StringBuilder(document.Length)).Append(document, copied, at - copied).Append(meant);
                copied = end;
            }

            at = end + 1;
        }

        repaired?.Append(document, copied, document.Length - copied);
        return repaired is null ? utf8 : Encoding.UTF8.GetBytes(repaired.ToString());
    }

    /// Whether a letter from Â to ô stands before as many characters beyond ASCII as its byte would lead, or a control character of Latin-1
    private static bool MayStandIn(ReadOnlySpan<byte> utf8)
    {
        const byte Lead = 0xC3;
        for (var next = utf8.IndexOfAny(Lead, (byte)0xC2); next >= 0; next = utf8.IndexOfAny(Lead, (byte)0xC2))
        {
            var isLetter = utf8[next] == Lead;
            utf8 = utf8[next..];
            if (utf8.Length < 3)
                return false;
            if (isLetter ? utf8[1] is >= 0x82 and <= 0xB4 && utf8[2] >= 0xC2 : utf8[1] < 0xA0)
                return true;
            utf8 = utf8[2..];
        }

        return false;
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
            if (characters == 1 && run.Length == length && !StandsAlone(rune, length))
                return null;
            meant.Append(rune);
            run = run[length..];
        }

        return hasMeaning ? meant.ToString() : null;
    }

    /// One of two bytes alone is a letter or a sign of western Europe, one of three a sign: the é, the space and the bracket in « été » would be a Chinese character
    private static bool StandsAlone(Rune rune, int length) => length switch
    {
        2 => rune.Value <= 0x17F,
        3 => rune.Value is >= 0x2010 and <= 0x27BF,
        _ => true,
    };

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
