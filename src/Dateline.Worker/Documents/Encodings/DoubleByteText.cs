using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Dateline.Worker.Documents.Encodings;

/// <summary>
/// Text in Shift_JIS, EUC-JP, Big5 and the Korean code, read as the WHATWG Encoding Standard has it. The code pages of .NET have the characters but not all that vendors and
/// Hong Kong added, and a first byte whose second was cut off takes the next character with it, which may be the bracket of a tag.
/// </summary>
internal static class DoubleByteText
{
    private const int ShiftJis = 932, Korean = 949, Big5 = 950, EucJp = 51932;

    /// <summary>The second Japanese set beside the first, its second bytes without their high bit.</summary>
    private const int BothJapaneseSets = 20932;

    private const int FirstLead = 0x81, FirstTrail = 0x40, Trails = 0x100 - FirstTrail;

    /// <summary>Where the narrow katakana begin in Unicode, and in a byte.</summary>
    private const int Katakana = 0xFF61, KatakanaByte = 0xA1, LastKatakanaByte = 0xDF;

    /// <summary>What .NET also gives for pairs that are no character.</summary>
    private const string MiddleDot = "\u30FB";

    private static readonly ConcurrentDictionary<int, string[]> Tables = [];

    /// <summary>Reads all bytes and gives the number of characters; -1, with nothing read, when the encoding is another.</summary>
    /// <param name="encoding">Any encoding.</param>
    /// <param name="bytes">What is to be read.</param>
    /// <param name="characters">Room for as many characters as there are bytes.</param>
    public static int Read(Encoding encoding, ReadOnlySpan<byte> bytes, Span<char> characters)
    {
        if (encoding.CodePage is not (ShiftJis or Korean or Big5 or EucJp))
            return -1;
        var table = TableOf(encoding.CodePage);
        var written = 0;
        while (!bytes.IsEmpty)
        {
            Ascii.ToUtf16(bytes, characters[written..], out var plain);
            bytes = bytes[plain..];
            written += plain;
            if (bytes.IsEmpty)
                break;
            var text = Character(encoding.CodePage, bytes, table, out var length);
            text.CopyTo(characters[written..]);
            bytes = bytes[length..];
            written += text.Length;
        }

        return written;
    }

    private static string Character(int codePage, ReadOnlySpan<byte> bytes, string[] table, out int length)
    {
        const string Nothing = "\uFFFD";
        length = 1;
        if (codePage == ShiftJis && bytes[0] is >= KatakanaByte and <= LastKatakanaByte)
            return Narrow(bytes[0]);
        if (bytes.Length < 2 || bytes[0] < FirstLead)
            return Nothing;
        if (codePage == EucJp && bytes[0] is 0x8E && bytes[1] is >= KatakanaByte and <= LastKatakanaByte)
        {
            length = 2;
            return Narrow(bytes[1]);
        }

        if (codePage == EucJp && bytes[0] is 0x8F && bytes.Length > 2 && bytes[1] >= 0xA1 && bytes[2] >= 0xA1)
        {
            length = 3;
            return TableOf(BothJapaneseSets)[Place(bytes[1], bytes[2])] ?? Nothing;
        }

        // A second byte of ASCII that makes no character is one of its own
        var text = bytes[1] < FirstTrail ? null : table[Place(bytes[0], bytes[1])];
        length = text is not null || bytes[1] >= 0x80 ? 2 : 1;
        return text ?? Nothing;
    }

    private static string Narrow(byte katakana) => ((char)(Katakana + katakana - KatakanaByte)).ToString();

    private static int Place(byte lead, byte trail) => ((lead - FirstLead) * Trails) + trail - FirstTrail;

    private static string[] TableOf(int codePage) => Tables.GetOrAdd(codePage, static page => Build(page));

    private static string[] Build(int codePage)
    {
        var strict = EncodingLabels.OfCodePage(codePage);
        // Without a fallback of our own .NET also reads what vendors encoded twice
        var wide = Encoding.GetEncoding(codePage);
        var table = new string[(0x100 - FirstLead) * Trails];
        for (var lead = FirstLead; lead <= 0xFE; lead++)
        {
            for (var trail = codePage == BothJapaneseSets ? 0xA1 : FirstTrail; trail <= 0xFE; trail++)
            {
                byte[] pair = [(byte)lead, (byte)(codePage == BothJapaneseSets ? trail & 0x7F : trail)];
                if ((One(strict.GetString(pair)) ?? One(wide.GetString(pair))) is { } text)
                    table[Place((byte)lead, (byte)trail)] = text;
            }
        }

        switch (codePage)
        {
            case Big5:
                AddHongKong(table);
                break;
            case ShiftJis:
                table[Place(0x81, 0x45)] = MiddleDot;
                break;
            case EucJp:
                table[Place(0xA1, 0xA6)] = MiddleDot;
                AddVendors(table);
                break;
        }

        return table;
    }

    /// <summary>The rows that NEC and IBM added stand in Shift_JIS too, two of them in one.</summary>
    private static void AddVendors(string[] table)
    {
        var shifted = TableOf(ShiftJis);
        for (var row = 0x21; row <= 0x7E; row++)
        {
            for (var cell = 0x21; cell <= 0x7E; cell++)
            {
                var lead = ((row - 0x21) / 2) + 0x81;
                var trail = row % 2 == 0 ? cell + 0x7E : cell < 0x60 ? cell + 0x1F : cell + 0x20;
                table[Place((byte)(row + 0x80), (byte)(cell + 0x80))] ??= shifted[Place((byte)(lead > 0x9F ? lead + 0x40 : lead), (byte)trail)];
            }
        }
    }

    /// <summary>One character that is none of a vendor's own, and no sign that there is none.</summary>
    private static string? One(string text) => text.Length == 1 && text[0] is not ('\uFFFD' or '?' or '\u30FB' or (>= '\u0080' and <= '\u009F') or (>= '\uE000' and <= '\uF8FF')) ? text : null;

    /// <summary>A line of the file has a code in hexadecimal and the characters of this and the codes after it.</summary>
    private static void AddHongKong(string[] table)
    {
        using var file = new StreamReader(typeof(DoubleByteText).Assembly.GetManifestResourceStream("big5-hkscs.txt") ?? throw new InvalidOperationException("big5-hkscs.txt is not built in."));
        while (file.ReadLine()?.Split('\t') is [var code, var characters])
        {
            var at = int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            foreach (var character in characters.EnumerateRunes())
            {
                table[Place((byte)(at >> 8), (byte)at)] ??= character.ToString();
                at += (at & 0xFF) == 0x7E ? 0xA1 - 0x7E : 1;
            }
        }
    }
}
