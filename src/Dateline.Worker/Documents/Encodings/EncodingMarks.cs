using System.Text;

namespace Dateline.Worker.Documents.Encodings;

/// <summary>What the first bytes of a document say of its encoding: a byte order mark, or where the zeros stand (XML 1.0, appendix F).</summary>
internal static class EncodingMarks
{
    private const int EbcdicOfTheUnitedStates = 37;

    public static (Encoding Encoding, int Length)? ByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (new UTF8Encoding(), 3),
        [0xFF, 0xFE, 0, 0, ..] => (new UTF32Encoding(false, false), 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(true, false), 4),
        [0xFF, 0xFE, ..] => (new UnicodeEncoding(false, false), 2),
        [0xFE, 0xFF, ..] => (new UnicodeEncoding(true, false), 2),
        _ => null,
    };

    /// <summary>UTF-16, UTF-32 or EBCDIC, for each of which a document cannot be read as ASCII at all.</summary>
    public static Encoding? NotAscii(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0x4C, 0x6F, 0xA7, 0x94, ..])
            return Ebcdic(bytes);
        if (bytes.Length < 4 || bytes[0] != 0 && bytes[1] != 0)
            return null;
        return IsDocument(bytes, 4, 0) ? new UTF32Encoding(false, false)
            : IsDocument(bytes, 4, 3) ? new UTF32Encoding(true, false)
            : IsDocument(bytes, 2, 0) ? new UnicodeEncoding(false, false)
            : IsDocument(bytes, 2, 1) ? new UnicodeEncoding(true, false)
            : null;
    }

    /// <summary>Whether an encoding reads the document's start as one: EBCDIC reads nothing that is ASCII, nor the other way.</summary>
    public static bool ReadsStart(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        if (encoding.GetString("<?"u8) == "<?")
            return true;
        var start = encoding.GetString(bytes[..Math.Min(bytes.Length, 64)]).AsSpan().TrimStart();
        return start is ['<' or '{' or '[', ..];
    }

    /// Whether the document, in units of so many bytes of which one is not zero, is markup or JSON behind some space
    private static bool IsDocument(ReadOnlySpan<byte> bytes, int unit, int significant)
    {
        var last = Math.Min(bytes.Length, TextEncodings.HeadLength) - 2 * unit;
        for (var at = 0; at <= last; at += unit)
        {
            var character = Unit(bytes.Slice(at, unit), significant);
            if (character is '<' or '{' or '[')
                return Unit(bytes.Slice(at + unit, unit), significant) is not '\0';
            if (character is not (' ' or '\t' or '\r' or '\n'))
                return false;
        }

        return false;
    }

    /// The character of Latin-1, or U+0000 for another
    private static char Unit(ReadOnlySpan<byte> unit, int significant) =>
        unit[..significant].ContainsAnyExcept((byte)0) || unit[(significant + 1)..].ContainsAnyExcept((byte)0) ? '\0' : (char)unit[significant];

    /// The letters and signs of a declaration are the same in all of its code pages
    private static Encoding Ebcdic(ReadOnlySpan<byte> bytes)
    {
        var common = EncodingLabels.OfCodePage(EbcdicOfTheUnitedStates);
        var declared = XmlDeclaration.EncodingOf(common.GetString(bytes[..Math.Min(bytes.Length, TextEncodings.HeadLength)]));
        return declared is not null && EncodingLabels.Find(declared) is { } encoding && encoding.GetString(bytes[..4]) == "<?xm" ? encoding : common;
    }
}
