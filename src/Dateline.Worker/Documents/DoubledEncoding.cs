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
        if (!MayStandIn(utf8.Span))
            return utf8;
        var document = Encoding.UTF8.GetString(utf8.Span).AsSpan();
        var (repaired, meant, any) = (new StringBuilder(document.Length), new StringBuilder(), false);
        while (!document.IsEmpty)
        {
            var length = document.IndexOfAny('<', '>', '"');
            var text = length < 0 ? document : document[..length];
            if (TryRepair(text, repaired, meant))
                any = true;
            else
                repaired.Append(text);
            document = document[text.Length..];
            if (document.IsEmpty)
                break;
            repaired.Append(document[0]);
            document = document[1..];
        }

        return any ? Encoding.UTF8.GetBytes(repaired.ToString()) : utf8;
    }

    /// Whether a letter from Â to ô stands before the characters that its byte would lead, or a control character of Latin-1
    private static bool MayStandIn(ReadOnlySpan<byte> utf8)
    {
        const byte Letter = 0xC3, Sign = 0xC2;
        for (var next = utf8.IndexOfAny(Letter, Sign); next >= 0; next = utf8.IndexOfAny(Letter, Sign))
        {
            utf8 = utf8[next..];
            if (utf8.Length < 3)
                return false;
            if (utf8[0] == Sign ? utf8[1] < 0xA0 : utf8[1] is >= 0x82 and <= 0xB4 && LeadsOthers(utf8))
                return true;
            utf8 = utf8[2..];
        }

        return false;
    }

    private static bool LeadsOthers(ReadOnlySpan<byte> utf8)
    {
        var followers = utf8[1] < 0xA0 ? 1 : utf8[1] < 0xB0 ? 2 : 3;
        for (utf8 = utf8[2..]; followers > 0; followers--)
        {
            if (Rune.DecodeFromUtf8(utf8, out var rune, out var length) != System.Buffers.OperationStatus.Done || !rune.IsBmp || ByteOf((char)rune.Value) is not (>= 0x80 and < 0xC0))
                return false;
            utf8 = utf8[length..];
        }

        return true;
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
            if (Rune.DecodeFromUtf8(bytes[..count], out var rune, out var length) != System.Buffers.OperationStatus.Done || !IsText(rune))
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

    /// The byte that became this character, or -1
    private static int ByteOf(char character) => character <= LastByte ? character : BytesOfSigns.TryGetValue(character, out var value) ? value : -1;
}
