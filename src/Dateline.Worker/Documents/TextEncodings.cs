using System.Buffers;
using System.Text;
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

    private static readonly Encoding Windows1252 = Register();

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
    public static (ReadOnlyMemory<byte> Text, string Encoding) ToUtf8(
        ReadOnlyMemory<byte> document, string? contentType, string? declared, ProblemLog problems)
    {
        if (IsUtf8(document.Span, contentType, declared, out var markLength))
            return (document[markLength..], "utf-8");
        using var text = new TextBuffer(document.Length);
        var encoding = Decode(document.Span, contentType, declared, problems, text);
        var utf8 = new byte[Encoding.UTF8.GetByteCount(text.Written)];
        Encoding.UTF8.GetBytes(text.Written, utf8);
        return (utf8, encoding);
    }

    /// Whether decoding would find UTF-8 and nothing to repair
    private static bool IsUtf8(ReadOnlySpan<byte> bytes, string? contentType, string? declared, out int markLength)
    {
        markLength = 0;
        if (ByteOrderMark(bytes) is var (marked, length))
        {
            markLength = length;
            return marked is UTF8Encoding && Utf8Text.IsValid(bytes);
        }

        var claim = MediaTypes.Charset(contentType) ?? declared;
        return WideWithoutMark(bytes) is null && (claim is null || Find(claim) is UTF8Encoding) && Utf8Text.IsValid(bytes);
    }

    /// <summary>Appends the text to a buffer and gives the encoding's name.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? contentType, string? declared, ProblemLog problems, TextBuffer text)
    {
        if (ByteOrderMark(bytes) is var (marked, length))
            return marked is UTF8Encoding ? Utf8(bytes[length..], text, problems) : Read(marked, bytes[length..], text);

        if (WideWithoutMark(bytes) is { } wide)
            return Read(wide, bytes, text);

        var transport = MediaTypes.Charset(contentType);
        foreach (var claim in (ReadOnlySpan<string?>)[transport, declared])
        {
            if (claim is null)
                continue;
            if (Find(claim) is not { } encoding)
                problems.Note("unknown_encoding", $"The encoding \"{Shorten(claim)}\" is not known.");
            else if (Fits(encoding, claim, bytes))
                return encoding is UTF8Encoding ? Utf8(bytes, text, problems) : ReadAs(encoding, claim, bytes, text, problems);
            else
                problems.Broken("wrong_encoding", $"The bytes are not {Shorten(claim)}.");
        }

        return Utf8(bytes, text, problems, transport is null && declared is null);
    }

    private static (Encoding Encoding, int Length)? ByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (new UTF8Encoding(), 3),
        [0xFF, 0xFE, 0, 0, ..] => (new UTF32Encoding(false, false), 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(true, false), 4),
        [0xFF, 0xFE, ..] => (new UnicodeEncoding(false, false), 2),
        [0xFE, 0xFF, ..] => (new UnicodeEncoding(true, false), 2),
        _ => null,
    };

    private static Encoding? WideWithoutMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [(byte)'<', 0, 0, 0, ..] => new UTF32Encoding(false, false),
        [0, 0, 0, (byte)'<', ..] => new UTF32Encoding(true, false),
        [(byte)'<', 0, not 0, 0, ..] => new UnicodeEncoding(false, false),
        [0, (byte)'<', 0, not 0, ..] => new UnicodeEncoding(true, false),
        _ => null,
    };

    /// Whether the bytes can be what they are claimed to be; single-byte encodings always can
    private static bool Fits(Encoding encoding, string claim, ReadOnlySpan<byte> bytes) => encoding switch
    {
        UnicodeEncoding or UTF32Encoding => false,
        ASCIIEncoding => Ascii.IsValid(bytes),
        UTF8Encoding => true,
        _ => claim.Length > 0,
    };

    private static string Read(Encoding encoding, ReadOnlySpan<byte> bytes, TextBuffer text)
    {
        text.Advance(encoding.GetChars(bytes, text.Room(encoding.GetMaxCharCount(bytes.Length))));
        return Name(encoding);
    }

    private static string ReadAs(Encoding encoding, string claim, ReadOnlySpan<byte> bytes, TextBuffer text, ProblemLog problems)
    {
        // What calls itself Latin-1 on the web is windows-1252 (WHATWG Encoding Standard)
        Read(encoding.CodePage is 28591 ? Windows1252 : encoding, bytes, text);
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

    private static Encoding? Find(string name)
    {
        try
        {
            return name.Trim().ToLowerInvariant() switch
            {
                "utf-8" or "utf8" or "unicode-1-1-utf-8" => Encoding.UTF8,
                "gb2312" or "gbk" or "gb_2312-80" or "x-gbk" => Encoding.GetEncoding("gb18030"),
                "ks_c_5601-1987" or "ks_c_5601" => Encoding.GetEncoding("euc-kr"),
                "utf-7" => null,
                var other => Encoding.GetEncoding(other),
            };
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string Label(string claim, Encoding encoding) =>
        encoding.CodePage == 54936 ? "gb18030" : claim.Trim().ToLowerInvariant();

    private static string Name(Encoding encoding) => encoding switch
    {
        UnicodeEncoding => encoding.CodePage == 1201 ? "utf-16be" : "utf-16le",
        UTF32Encoding => encoding.CodePage == 12001 ? "utf-32be" : "utf-32le",
        _ => encoding.WebName,
    };

    private static string Shorten(string claim) => claim.Length <= 40 ? claim : claim[..40];

    private static Encoding Register()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(1252);
    }
}
