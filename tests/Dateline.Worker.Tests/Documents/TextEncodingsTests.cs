using System.Text;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Tests.Documents;

public class TextEncodingsTests
{
    private const string Text = "<?xml version=\"1.0\"?><t>Grüße, “Łódź” 東京</t>";

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-16", "utf-16le")]
    [InlineData("utf-16BE", "utf-16be")]
    [InlineData("utf-32", "utf-32le")]
    public void Decode_ByteOrderMark_StandsBeforeEveryClaim(string encoding, string name)
    {
        var chosen = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. chosen.Preamble, .. chosen.GetBytes(Text)];

        var decoded = TextEncodings.Decode(bytes, "text/xml; charset=iso-8859-1", _ => "koi8-r", new ProblemLog());

        Assert.Equal(new DecodedText(Text, name), decoded);
    }

    [Theory]
    [InlineData("utf-16", "utf-16le")]
    [InlineData("utf-16BE", "utf-16be")]
    [InlineData("utf-32", "utf-32le")]
    public void Decode_WideBytesWithoutMark_AreSeenByTheirFirstBracket(string encoding, string name)
    {
        var decoded = TextEncodings.Decode(Encoding.GetEncoding(encoding).GetBytes(Text), "text/xml; charset=utf-8", _ => "utf-8", new ProblemLog());

        Assert.Equal(new DecodedText(Text, name), decoded);
    }

    [Theory]
    [InlineData("iso-8859-2", "iso-8859-2", "Łódź")]
    [InlineData("windows-1251", "windows-1251", "Москва")]
    [InlineData("shift_jis", "shift_jis", "東京")]
    [InlineData("euc-kr", "euc-kr", "서울")]
    [InlineData("ks_c_5601-1987", "ks_c_5601-1987", "서울")]
    [InlineData("gb2312", "gb18030", "北京")]
    [InlineData("big5", "big5", "臺北")]
    public void Decode_ContentType_NamesTheEncoding(string charset, string name, string text)
    {
        var bytes = Bytes(charset, $"<t>{text}</t>");

        var decoded = TextEncodings.Decode(bytes, $"application/rss+xml; charset=\"{charset}\"", _ => "utf-8", new ProblemLog());

        Assert.Equal(new DecodedText($"<t>{text}</t>", name), decoded);
    }

    [Fact]
    public void Decode_DeclarationOnly_NamesTheEncoding()
    {
        const string Document = "<?xml version='1.0' encoding='koi8-r'?><t>Москва</t>";

        Assert.Equal(new DecodedText(Document, "koi8-r"), TextEncodings.Decode(Bytes("koi8-r", Document), "text/xml", XmlDeclaration.EncodingOf, new ProblemLog()));
    }

    [Fact]
    public void Decode_DocumentSavedAsUtf8ThatDeclaresUtf16_IsReadAsUtf8()
    {
        const string Document = "<?xml version='1.0' encoding='utf-16'?><t>Grüße</t>";
        var problems = new ProblemLog();

        Assert.Equal(new DecodedText(Document, "utf-8"), TextEncodings.Decode(Encoding.UTF8.GetBytes(Document), null, XmlDeclaration.EncodingOf, problems));
        Assert.True(problems.Has("wrong_encoding"));
    }

    [Fact]
    public void Decode_UnknownCharset_FallsBackToTheDeclaration()
    {
        var problems = new ProblemLog();

        var decoded = TextEncodings.Decode(Bytes("iso-8859-15", "<t>5 €</t>"), "text/xml; charset=no-such-thing", _ => "iso-8859-15", problems);

        Assert.Equal("<t>5 €</t>", decoded.Text);
        Assert.True(problems.Has("unknown_encoding"));
        Assert.True(problems.WellFormed);
    }

    [Theory]
    [InlineData("us-ascii")]
    [InlineData("utf-8")]
    [InlineData(null)]
    public void Decode_Windows1252UnderAnotherName_IsReadAllTheSame(string? claim)
    {
        var problems = new ProblemLog();

        var decoded = TextEncodings.Decode(Bytes("windows-1252", "<t>“It’s – fine”</t>"), null, _ => claim, problems);

        Assert.Equal("<t>“It’s – fine”</t>", decoded.Text);
        Assert.False(problems.WellFormed);
    }

    [Fact]
    public void Decode_Utf8WithSomeWindows1252_KeepsBoth()
    {
        byte[] bytes = [.. "Łódź "u8, 0x93, .. "quoted"u8, 0x94];

        Assert.Equal("Łódź “quoted”", TextEncodings.Decode(bytes, null, _ => null, new ProblemLog()).Text);
    }

    [Fact]
    public void Decode_Latin1_IsWindows1252AsOnTheWeb() =>
        Assert.Equal("5 €", TextEncodings.Decode([.. "5 "u8, 0x80], "text/html; charset=iso-8859-1", _ => null, new ProblemLog()).Text);

    [Theory]
    [InlineData("", null, 0)]
    [InlineData("\uFEFF", "text/xml; charset=koi8-r", 3)]
    [InlineData("", "text/xml; charset=UTF-8", 0)]
    public void ToUtf8_ValidUtf8_IsTheCallersOwnMemory(string mark, string? contentType, int start)
    {
        var document = Encoding.UTF8.GetBytes(mark + Text);

        var (text, encoding) = TextEncodings.ToUtf8(document, contentType, null, new ProblemLog());

        Assert.True(System.Runtime.InteropServices.MemoryMarshal.TryGetArray(text, out var array));
        Assert.Same(document, array.Array);
        Assert.Equal(("utf-8", start), (encoding, array.Offset));
    }

    [Theory]
    [InlineData("utf-16", null)]
    [InlineData("shift_jis", "text/xml; charset=shift_jis")]
    public void ToUtf8_AnotherEncoding_IsTurnedIntoUtf8(string encoding, string? contentType)
    {
        var (text, _) = TextEncodings.ToUtf8(Bytes(encoding, "<t>東京</t>"), contentType, null, new ProblemLog());

        Assert.Equal("<t>東京</t>", Encoding.UTF8.GetString(text.Span));
    }

    private static byte[] Bytes(string charset, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(charset).GetBytes(text);
    }
}
