using System.Buffers;
using System.Text;

namespace Dateline.Worker.Documents;

/// <summary>Bytes as text, the name of the encoding they were read in, and whether a mark at their start said so.</summary>
internal readonly record struct DecodedText(string Text, string Encoding);

/// <summary>
/// Finds a document's encoding in the order of RFC 7303: byte order mark, charset of the Content-Type, the document's own
/// declaration, then what the bytes look like. A wrong claim is corrected, never believed to the loss of the text.
/// </summary>
internal static class TextEncodings
{
    private static readonly Encoding Windows1252 = Register();

    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? contentType, Func<string, string?> declared, ProblemLog problems)
    {
        if (ByteOrderMark(bytes) is var (marked, length))
            return marked is UTF8Encoding ? Utf8(bytes[length..], problems) : new(marked.GetString(bytes[length..]), Name(marked));

        if (WideWithoutMark(bytes) is { } wide)
            return new(wide.GetString(bytes), Name(wide));

        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)]);
        var claims = new[] { MediaTypes.Charset(contentType), declared(head) };
        foreach (var claim in claims)
        {
            if (claim is null)
                continue;
            if (Find(claim) is not { } encoding)
                problems.Note("unknown_encoding", $"The encoding \"{Shorten(claim)}\" is not known.");
            else if (Fits(encoding, claim, bytes))
                return encoding is UTF8Encoding ? Utf8(bytes, problems) : new(ReadAs(encoding, bytes, problems), Label(claim, encoding));
            else
                problems.Broken("wrong_encoding", $"The bytes are not {Shorten(claim)}.");
        }

        return Utf8(bytes, problems, claims[0] is null && claims[1] is null);
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

    private static string ReadAs(Encoding encoding, ReadOnlySpan<byte> bytes, ProblemLog problems)
    {
        // What calls itself Latin-1 on the web is windows-1252 (WHATWG Encoding Standard)
        var text = (encoding.CodePage is 28591 ? Windows1252 : encoding).GetString(bytes);
        if (text.Contains('\uFFFD'))
            problems.Broken("undecodable_bytes", $"Some bytes are not {Name(encoding)}.");
        return text;
    }

    private static DecodedText Utf8(ReadOnlySpan<byte> bytes, ProblemLog problems, bool guessed = false)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
            return new(Encoding.UTF8.GetString(bytes), "utf-8");

        problems.Broken("undecodable_bytes", "Some bytes are not UTF-8; they were read as windows-1252.");
        return new(Mixed(bytes, out var multibyte), guessed && !multibyte ? "windows-1252" : "utf-8");
    }

    /// UTF-8 where it is, windows-1252 for each byte that is not
    private static string Mixed(ReadOnlySpan<byte> bytes, out bool multibyte)
    {
        multibyte = false;
        var text = new StringBuilder(bytes.Length);
        Span<char> pair = stackalloc char[2];
        while (bytes.Length > 0)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var consumed);
            if (status == OperationStatus.Done)
            {
                multibyte |= consumed > 1;
                text.Append(pair[..rune.EncodeToUtf16(pair)]);
            }
            else
            {
                consumed = 1;
                Windows1252.GetChars(bytes[..1], pair);
                text.Append(pair[0]);
            }

            bytes = bytes[consumed..];
        }

        return text.ToString();
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
