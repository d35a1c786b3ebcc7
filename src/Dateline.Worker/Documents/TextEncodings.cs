using System.Buffers;
using System.Text;
using Dateline.Worker.Documents.Encodings;
using Utf8Text = System.Text.Unicode.Utf8;

namespace Dateline.Worker.Documents;

/// <summary>Bytes as text, the name of the encoding they were read in, and whether a mark at their start said so.</summary>
internal readonly record struct DecodedText(string Text, string Encoding);

/// <summary>
/// Finds a document's encoding in the order of RFC 7303: byte order mark, charset of the Content-Type, the document's own
/// declaration, then what the bytes look like. A wrong claim is corrected, never believed to the loss of the text.
/// </summary>
internal static class TextEncodings
{
    /// <summary>How far into a document its own word on its encoding is looked for.</summary>
    public const int HeadLength = 4096;

    private const int FewBytes = 8;

    private static readonly Encoding Windows1252 = EncodingLabels.OfCodePage(1252);

    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? contentType, Func<string, string?> declared, ProblemLog problems)
    {
        using var text = new TextBuffer(bytes.Length);
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeadLength)]);
        var encoding = Decode(bytes, contentType, declared(head), problems, text);
        return new(text.ToString(), encoding);
    }

    /// <summary>
    /// The document as valid UTF-8, and the name of the encoding that it was in. What is valid UTF-8 already, as nearly all feeds are, is
    /// taken as it stands and shares the caller's memory.
    /// </summary>
    public static (ReadOnlyMemory<byte> Text, string Encoding, Utf8Scan Scan) ToUtf8(
        ReadOnlyMemory<byte> document, string? contentType, string? declared, ProblemLog problems)
    {
        if (ScanAsUtf8(document.Span, contentType, declared, out var markLength) is { IsValid: true } scan)
        {
            NoteMarkAgainst(markLength > 0 ? declared : null, problems);
            return (document[markLength..], "utf-8", scan);
        }

        using var text = new TextBuffer(document.Length);
        var encoding = Decode(document.Span, contentType, declared, problems, text);
        var utf8 = new byte[Encoding.UTF8.GetByteCount(text.Written)];
        Encoding.UTF8.GetBytes(text.Written, utf8);
        return (utf8, encoding, Utf8Scan.Of(utf8));
    }

    /// Valid when decoding would find UTF-8 and nothing to repair
    private static Utf8Scan ScanAsUtf8(ReadOnlySpan<byte> bytes, string? contentType, string? declared, out int markLength)
    {
        markLength = 0;
        if (EncodingMarks.ByteOrderMark(bytes) is var (marked, length))
        {
            markLength = length;
            return marked is UTF8Encoding ? Utf8Scan.Of(bytes[length..]) : default;
        }

        var claim = MediaTypes.Charset(contentType) ?? declared;
        return EncodingMarks.NotAscii(bytes) is null && (claim is null || EncodingLabels.Find(claim) is UTF8Encoding) ? Utf8Scan.Of(bytes) : default;
    }

    /// <summary>Appends the text to a buffer and gives the encoding's name.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? contentType, string? declared, ProblemLog problems, TextBuffer text)
    {
        if (EncodingMarks.ByteOrderMark(bytes) is var (marked, length))
        {
            NoteMarkAgainst(marked is UTF8Encoding ? declared : null, problems);
            return marked is UTF8Encoding ? Utf8(bytes[length..], text, problems) : Read(marked, bytes[length..], text);
        }

        if (EncodingMarks.NotAscii(bytes) is { } notAscii)
            return Read(notAscii, bytes, text);

        var transport = MediaTypes.Charset(contentType);
        foreach (var claim in (ReadOnlySpan<string?>)[transport, declared])
        {
            if (claim is null)
                continue;
            if (EncodingLabels.Find(claim) is not { } encoding)
                problems.Note("unknown_encoding", $"The encoding \"{Shorten(claim)}\" is not known.");
            else if (Fits(encoding, bytes))
                return encoding is UTF8Encoding ? Utf8(bytes, text, problems) : ReadAs(encoding, claim, bytes, text, problems);
            else
                problems.Broken("wrong_encoding", $"The bytes are not {Shorten(claim)}.");
        }

        if (IsMostlyUtf8(bytes) || EncodingGuess.Of(bytes) is not { } guess)
            return Utf8(bytes, text, problems, transport is null && declared is null);
        problems.Broken("undecodable_bytes", $"The bytes are not UTF-8; they were read as {Name(guess)}.");
        return Read(guess, bytes, text);
    }

    private static void NoteMarkAgainst(string? declared, ProblemLog problems)
    {
        if (declared is not null && EncodingLabels.Find(declared) is not (null or UTF8Encoding))
            problems.Note("wrong_encoding", $"The document declares {Shorten(declared)}; its byte order mark is that of UTF-8.");
    }

    /// Whether the bytes can be what they are claimed to be
    private static bool Fits(Encoding encoding, ReadOnlySpan<byte> bytes) => encoding switch
    {
        UnicodeEncoding or UTF32Encoding => false,
        UTF8Encoding => IsMostlyUtf8(bytes),
        ASCIIEncoding => Ascii.IsValid(bytes),
        _ when EncodingLabels.IsSevenBit(encoding) => Ascii.IsValid(bytes),
        _ when !EncodingMarks.ReadsStart(encoding, bytes) => false,
        // What is valid UTF-8 beyond ASCII is that: by chance no text is, but a word or two in encodings of two bytes a character
        _ when Ascii.IsValid(bytes) || !Utf8Text.IsValid(bytes) => true,
        _ => !encoding.IsSingleByte && CountBeyondAscii(bytes) < FewBytes && !encoding.GetString(bytes).Contains('\uFFFD'),
    };

    private static int CountBeyondAscii(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var value in bytes)
            count += value >> 7;
        return count;
    }

    /// Whether there are more characters of UTF-8 than bytes that are none
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        if (Utf8Text.IsValid(bytes))
            return true;
        var (characters, strays) = (0, 0);
        while (bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is >= 0 and var at)
        {
            var status = Rune.DecodeFromUtf8(bytes[at..], out _, out var length);
            characters += status == OperationStatus.Done ? 1 : 0;
            strays += status == OperationStatus.Done ? 0 : 1;
            bytes = bytes[(at + length)..];
        }

        return characters > strays;
    }

    private static string Read(Encoding encoding, ReadOnlySpan<byte> bytes, TextBuffer text)
    {
        var read = SingleByteText.TryRead(encoding, bytes, text.Room(bytes.Length)) ? bytes.Length : DoubleByteText.Read(encoding, bytes, text.Room(bytes.Length));
        if (read < 0)
            read = encoding.GetChars(bytes, text.Room(encoding.GetMaxCharCount(bytes.Length)));
        text.Advance(read);
        return Name(encoding);
    }

    private static string ReadAs(Encoding encoding, string claim, ReadOnlySpan<byte> bytes, TextBuffer text, ProblemLog problems)
    {
        Read(encoding, bytes, text);
        if (text.Written.Contains('\uFFFD'))
            problems.Broken("undecodable_bytes", $"Some bytes are not {Name(encoding)}.");
        return Label(claim, encoding);
    }

    /// UTF-8 where it is, windows-1252 for each byte that is not
    private static string Utf8(ReadOnlySpan<byte> bytes, TextBuffer text, ProblemLog problems, bool guessed = false)
    {
        var (multibyte, broken) = (false, false);
        while (bytes.Length > 0)
        {
            var status = Utf8Text.ToUtf16(bytes, text.Room(bytes.Length), out var read, out var written, replaceInvalidSequences: false);
            text.Advance(written);
            multibyte |= written < read;
            bytes = bytes[read..];
            if (status == OperationStatus.Done)
                break;
            broken = true;
            text.Advance(Windows1252.GetChars(bytes[..1], text.Room(1)));
            bytes = bytes[1..];
        }

        if (broken)
            problems.Broken("undecodable_bytes", "Some bytes are not UTF-8; they were read as windows-1252.");
        return broken && guessed && !multibyte ? "windows-1252" : "utf-8";
    }

    private static string Label(string claim, Encoding encoding) =>
        encoding.CodePage == 54936 ? "gb18030" : claim.Trim().ToLowerInvariant();

    private static string Name(Encoding encoding) => encoding.CodePage switch
    {
        949 => "euc-kr",
        1200 => "utf-16le",
        1201 => "utf-16be",
        12000 => "utf-32le",
        12001 => "utf-32be",
        54936 => "gb18030",
        _ => encoding.WebName.ToLowerInvariant(),
    };

    private static string Shorten(string claim) => claim.Length <= 40 ? claim : claim[..40];
}
