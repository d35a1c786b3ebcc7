using System.Buffers;
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
        var repaired = new StringBuilder(text.Length);
        return TryRepair(text, repaired, new StringBuilder()) ? repaired.ToString() : null;
    }

    /// <summary>
    /// A document whose texts were repaired one by one, between its tags and quotes; the same when there is nothing to repair.
    /// </summary>
    /// <param name="utf8">Valid UTF-8.</param>
    public static ReadOnlyMemory<byte> RepairIn(ReadOnlyMemory<byte> utf8)
    {
        var document = utf8.Span;
        ArrayBufferWriter<byte>? whole = null;
        var (taken, passed) = (0, 0);
        while (DoubledBytes.FirstIn(document[passed..]) is >= 0 and var found)
        {
            var (start, end) = TextAround(document, passed, passed + found);
            var repaired = Repair(Encoding.UTF8.GetString(document[start..end]));
            passed = end;
            if (repaired is null)
                continue;
            whole ??= new ArrayBufferWriter<byte>(document.Length);
            whole.Write(document[taken..start]);
            Encoding.UTF8.GetBytes(repaired, whole);
            taken = end;
        }

        whole?.Write(document[taken..]);
        return whole?.WrittenMemory ?? utf8;
    }

    private static (int Start, int End) TextAround(ReadOnlySpan<byte> document, int from, int at)
    {
        var length = document[at..].IndexOfAny((byte)'<', (byte)'>', (byte)'"');
        return (from + document[from..at].LastIndexOfAny((byte)'<', (byte)'>', (byte)'"') + 1, length < 0 ? document.Length : at + length);
    }

    /// Appends the text as it was meant; false, with nothing appended, when that is as it stands
    private static bool TryRepair(ReadOnlySpan<char> text, StringBuilder repaired, StringBuilder meant)
    {
        if (!text.ContainsAnyInRange('\u0080', '\u009F') && !text.ContainsAnyInRange('\u00C2', '\u00F4'))
            return false;

        var (start, isOther, hasOwnLetters) = (repaired.Length, false, HasOwnLetters(text, meant));
        for (var at = 0; at < text.Length;)
        {
            var length = RunLength(text, at);
            var run = text.Slice(at, Math.Max(length, 1));
            if (length > 0 && Decode(run, meant, out var isCertain) && (isCertain || !hasOwnLetters && !EndsQuotation(run, text[(at + length)..])))
                (isOther, _) = (true, repaired.Append(meant));
            else
                isOther |= AppendWithSigns(repaired, run);
            at += run.Length;
        }

        if (!isOther)
            repaired.Length = start;
        return isOther;
    }

    /// Whether the text has accents, or letters of another script, that are certainly meant
    private static bool HasOwnLetters(ReadOnlySpan<char> text, StringBuilder meant)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = RunLength(text, at);
            if (length > 0 && text.Slice(at, length).ContainsAnyInRange('\u00C0', '\u024F') && !Decode(text.Slice(at, length), meant, out _)
                || length == 0 && text[at] > LastByte && char.IsLetter(text[at]))
                return true;
            at += Math.Max(length, 1);
        }

        return false;
    }

    /// How many characters beyond ASCII stand together, each of which a byte can have become
    private static int RunLength(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && ByteOf(text[end]) >= 0x80)
            end++;
        return end - start;
    }

    /// <param name="run">Characters that bytes can have become.</param>
    /// <param name="meant">Filled with what they say as UTF-8.</param>
    /// <param name="isCertain">By chance no text has it: more than one character, or one of three bytes.</param>
    private static bool Decode(ReadOnlySpan<char> run, StringBuilder meant, out bool isCertain)
    {
        meant.Clear();
        var (characters, hasMeaning) = (0, false);
        isCertain = false;
        Span<byte> bytes = stackalloc byte[LongestSequence];
        while (!run.IsEmpty)
        {
            var count = Math.Min(run.Length, LongestSequence);
            for (var index = 0; index < count; index++)
                bytes[index] = (byte)ByteOf(run[index]);
            if (Rune.DecodeFromUtf8(bytes[..count], out var rune, out var length) != OperationStatus.Done || !IsText(rune))
                return false;
            characters++;
            hasMeaning |= !Rune.IsWhiteSpace(rune);
            isCertain |= length > 2 || characters > 1;
            if (characters == 1 && run.Length == length && !StandsAlone(rune, length))
                return false;
            meant.Append(rune);
            run = run[length..];
        }

        return hasMeaning;
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

    /// Whether a control character became a sign
    private static bool AppendWithSigns(StringBuilder text, ReadOnlySpan<char> run)
    {
        var any = false;
        foreach (var character in run)
        {
            var isSign = character is >= '\u0080' and <= '\u009F' && Signs[character - 0x80] > LastByte;
            text.Append(isSign ? Signs[character - 0x80] : character);
            any |= isSign;
        }

        return any;
    }

    /// <summary>The byte that became this character, or -1.</summary>
    public static int ByteOf(char character) => character <= LastByte ? character : BytesOfSigns.TryGetValue(character, out var value) ? value : -1;
}
