using Dateline.Worker.Documents;
using Dateline.Worker.Documents.Encodings;

namespace Dateline.Worker.Tests.Documents.Encodings;

public class EncodingLabelsTests
{
    [Theory]
    [InlineData("cp1251", 1251)]
    [InlineData("win-1251", 1251)]
    [InlineData("Windows1251", 1251)]
    [InlineData("x-cp1251", 1251)]
    [InlineData("windows-31j", 932)]
    [InlineData("cp932", 932)]
    [InlineData("MS_Kanji", 932)]
    [InlineData("x-sjis", 932)]
    [InlineData("x-euc-jp", 51932)]
    [InlineData("euc-kr", 949)]
    [InlineData("ks_c_5601-1987", 949)]
    [InlineData("korean", 949)]
    [InlineData("gb2312", 54936)]
    [InlineData("chinese", 54936)]
    [InlineData("Big5-HKSCS", 950)]
    [InlineData("cn-big5", 950)]
    [InlineData("latin-9", 28605)]
    [InlineData("l9", 28605)]
    [InlineData("iso_8859-2:1987", 28592)]
    [InlineData("iso-8859-1", 1252)]
    [InlineData("ISO8859_1", 1252)]
    [InlineData("cp819", 1252)]
    [InlineData("iso-8859-9", 1254)]
    [InlineData("latin5", 1254)]
    [InlineData("iso-8859-11", 874)]
    [InlineData("TIS-620", 874)]
    [InlineData("x-mac-roman", 10000)]
    [InlineData("koi8-ru", 21866)]
    [InlineData("logical", 28598)]
    [InlineData("cp850", 850)]
    [InlineData("ebcdic-cp-us", 37)]
    [InlineData(" UTF_8 ", 65001)]
    public void Find_Label_IsTheEncodingOfBrowsers(string label, int codePage) => Assert.Equal(codePage, EncodingLabels.Find(label)?.CodePage);

    [Theory]
    [InlineData("")]
    [InlineData("bogus")]
    [InlineData("utf-7")]
    [InlineData("cp99999")]
    [InlineData("cp123456789012345678901234567890")]
    [InlineData("–")]
    public void Find_OtherWords_IsNone(string label) => Assert.Null(EncodingLabels.Find(label));

    [Theory]
    [InlineData("iso-8859-10", new byte[] { 0xDE, 0xF3, 0x72, 0xBD, 0xFF }, "Þór―ĸ")]
    [InlineData("latin8", new byte[] { 0xA8, 0x20, 0xFE, 0x85 }, "Ẁ ŷ\u0085")]
    [InlineData("ISO-8859-16", new byte[] { 0xBA, 0x20, 0xFE, 0xA4 }, "ș ț€")]
    public void Decode_PartOfIso8859ThatTheFrameworkLacks_IsRead(string label, byte[] bytes, string text)
    {
        var problems = new ProblemLog();

        Assert.Equal(text, TextEncodings.Decode(bytes, $"text/xml; charset={label}", _ => null, problems).Text);
        Assert.Empty(problems.Problems);
        Assert.Equal(bytes, EncodingLabels.Find(label)!.GetBytes(text));
    }

    [Fact]
    public void Decode_BytesThatAKoreanExtensionHas_AreRead() =>
        Assert.Equal("똠", TextEncodings.Decode([0x8C, 0x63], "text/xml; charset=euc-kr", _ => null, new ProblemLog()).Text);
}
