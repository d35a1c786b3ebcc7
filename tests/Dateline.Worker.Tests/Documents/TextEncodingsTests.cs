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

        var (text, encoding, _) = TextEncodings.ToUtf8(document, contentType, null, new ProblemLog());

        Assert.True(System.Runtime.InteropServices.MemoryMarshal.TryGetArray(text, out var array));
        Assert.Same(document, array.Array);
        Assert.Equal(("utf-8", start), (encoding, array.Offset));
    }

    [Theory]
    [InlineData("utf-16", null)]
    [InlineData("shift_jis", "text/xml; charset=shift_jis")]
    public void ToUtf8_AnotherEncoding_IsTurnedIntoUtf8(string encoding, string? contentType)
    {
        var (text, _, _) = TextEncodings.ToUtf8(Bytes(encoding, "<t>東京</t>"), contentType, null, new ProblemLog());

        Assert.Equal("<t>東京</t>", Encoding.UTF8.GetString(text.Span));
    }

    [Theory]
    [InlineData("koi8-r", "Привет")]
    [InlineData("windows-1251", "Привет")]
    [InlineData("shift_jis", "日本語テスト")]
    [InlineData("iso-8859-1", "Zürich")]
    public void Decode_CharsetUtf8OverOtherBytes_GivesWayToTheDeclaration(string declared, string text)
    {
        var problems = new ProblemLog();

        var decoded = TextEncodings.Decode(Bytes(declared, $"<t>{text}</t>"), "text/xml; charset=utf-8", _ => declared, problems);

        Assert.Equal(new DecodedText($"<t>{text}</t>", declared), decoded);
        Assert.True(problems.Has("wrong_encoding"));
    }

    [Theory]
    [InlineData("iso-8859-1", "Zürich")]
    [InlineData("windows-1251", "Привет")]
    [InlineData("shift_jis", "Łódź, 東京都")]
    [InlineData("gb2312", "Grüße, 東京")]
    [InlineData("ebcdic-cp-us", "Zürich")]
    [InlineData("cp037", "plain")]
    [InlineData("iso-2022-kr", "Zürich")]
    [InlineData("iso-2022-jp", "Zürich")]
    public void Decode_Utf8UnderAnotherName_IsReadAsUtf8(string claim, string text)
    {
        var problems = new ProblemLog();

        Assert.Equal(new DecodedText($"<t>{text}</t>", "utf-8"), TextEncodings.Decode(Encoding.UTF8.GetBytes($"<t>{text}</t>"), null, _ => claim, problems));
        Assert.True(problems.Has("wrong_encoding"));
        Assert.Equal("utf-8", TextEncodings.Decode(Encoding.UTF8.GetBytes($"<t>{text}</t>"), $"text/xml; charset={claim}", _ => null, new ProblemLog()).Encoding);
    }

    [Fact]
    public void Decode_TwoCharactersThatCouldBeUtf8_AreWhatTheyAreDeclared() =>
        Assert.Equal("<t>联通</t>", TextEncodings.Decode(Bytes("gb2312", "<t>联通</t>"), null, _ => "gbk", new ProblemLog()).Text);

    [Theory]
    [InlineData("IBM037")]
    [InlineData("IBM500")]
    [InlineData("none")]
    public void Decode_Ebcdic_IsSeenByItsDeclaration(string declared)
    {
        var document = $"<?xml version='1.0' encoding='{declared}'?><t>plain</t>";

        Assert.Equal(document, TextEncodings.Decode(Bytes(declared == "none" ? "IBM037" : declared, document), null, XmlDeclaration.EncodingOf, new ProblemLog()).Text);
    }

    [Theory]
    [InlineData("utf-16", "\n <t>東京</t>")]
    [InlineData("utf-16BE", "\r\n<t>東京</t>")]
    [InlineData("utf-32", "\n<t>東京</t>")]
    [InlineData("utf-32BE", " <t>東京</t>")]
    [InlineData("utf-16", "{\"title\":\"東京\"}")]
    [InlineData("utf-16BE", "[\n{}]")]
    public void Decode_WideBytesWithoutMark_AreSeenBehindSpaceAndInJson(string encoding, string text) =>
        Assert.Equal(text, TextEncodings.Decode(Encoding.GetEncoding(encoding).GetBytes(text), null, _ => null, new ProblemLog()).Text);

    [Theory]
    [InlineData("<?xml version=1.0 encoding=windows-1251?><t>Привет</t>")]
    [InlineData("<?xml version=\"1.0\" encoding = windows-1251 standalone=\"no\"?><t>Привет</t>")]
    public void Decode_DeclarationWithoutQuotes_IsRead(string document) =>
        Assert.Equal(document, TextEncodings.Decode(Bytes("windows-1251", document), null, XmlDeclaration.EncodingOf, new ProblemLog()).Text);

    [Theory]
    [InlineData("<?xml encoding=?>")]
    [InlineData("<?xml encoding=  ?>")]
    [InlineData("<?xml encoding=\"utf-8?>")]
    public void EncodingOf_NoName_IsNull(string declaration) => Assert.Null(XmlDeclaration.EncodingOf(declaration));

    [Theory]
    [InlineData("iso-8859-1", true)]
    [InlineData("utf-8", false)]
    [InlineData("bogus", false)]
    public void ToUtf8_MarkAgainstTheDeclaration_IsTold(string declared, bool told)
    {
        var problems = new ProblemLog();

        TextEncodings.ToUtf8(Encoding.UTF8.GetBytes("\uFEFF" + Text), null, declared, problems);

        Assert.Equal(told, problems.Has("wrong_encoding"));
        Assert.True(problems.WellFormed);
    }

    private static byte[] Bytes(string charset, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(charset).GetBytes(text);
    }
}
