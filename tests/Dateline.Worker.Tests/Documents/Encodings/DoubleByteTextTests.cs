using System.Text;
using Dateline.Worker.Documents.Encodings;
using Dateline.Worker.Feeds.Parsing;

namespace Dateline.Worker.Tests.Documents.Encodings;

public class DoubleByteTextTests
{
    [Theory]
    [InlineData("shift_jis", "FBFC8BB4 FAB1", "髙橋﨑")]
    [InlineData("shift_jis", "41B1DD42", "AｱﾝB")]
    [InlineData("euc-jp", "C6FCCBDC 8EB1 8FB0A1", "日本ｱ丂")]
    [InlineData("shift_jis", "8145 8740", "・①")]
    [InlineData("euc-jp", "A1A6 ADA1", "・①")]
    [InlineData("big5", "A4A4A4E5", "中文")]
    [InlineData("big5-hkscs", "CA5C 9DEF", "佢嘅")]
    [InlineData("big5", "C6E7C7A1", "ぁゥ")]
    [InlineData("euc-kr", "C7D1B1B9", "한국")]
    public void Decode_CharactersOfVendorsAndHongKong_AreRead(string charset, string bytes, string text) => Assert.Equal(text, Decoded(Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal)), charset));

    [Theory]
    [InlineData("shift_jis", 0x83)]
    [InlineData("euc-kr", 0xB0)]
    [InlineData("euc-jp", 0xB0)]
    [InlineData("big5", 0xA4)]
    public void Parse_TitleCutInsideACharacter_KeepsItsTags(string charset, byte lead)
    {
        byte[] document =
        [
            .. Encoding.ASCII.GetBytes($"<?xml version='1.0' encoding='{charset}'?><rss version='2.0'><channel><item><title>x "), lead,
            .. "</title><link>http://ex.example/1</link></item><item><title>y "u8, lead, .. "<b>z</b></title></item></channel></rss>"u8,
        ];
        var parsed = FeedParser.Parse(document, null, null);

        Assert.Equal(["x \uFFFD", "y \uFFFDz"], parsed.Entries.Select(entry => entry.Title));
        Assert.Equal("http://ex.example/1", parsed.Entries[0].Link);
    }

    [Fact]
    public void Read_EveryCharacterOfTheCodePages_IsAsBefore()
    {
        foreach (var charset in (string[])["shift_jis", "euc-kr", "big5", "euc-jp"])
        {
            var encoding = EncodingLabels.Find(charset)!;
            for (var lead = 0x81; lead <= 0xFE; lead++)
            {
                for (var trail = 0x40; trail <= 0xFE; trail++)
                {
                    if (encoding.GetString([(byte)lead, (byte)trail]) is { Length: 1 } text && text[0] is not ('\uFFFD' or '?' or '\u30FB' or (>= '\uE000' and <= '\uF8FF') or (>= '\u0080' and <= '\u009F')))
                        Assert.Equal(text, Decoded([(byte)lead, (byte)trail], charset));
                }
            }
        }
    }

    [Theory]
    [InlineData("shift_jis")]
    [InlineData("euc-kr")]
    [InlineData("big5")]
    [InlineData("euc-jp")]
    public void Read_AnyBytes_FitsTheRoom(string charset)
    {
        var encoding = EncodingLabels.Find(charset)!;
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var bytes = new byte[random.Next(0, 60)];
            random.NextBytes(bytes);
            Assert.InRange(DoubleByteText.Read(encoding, bytes, new char[bytes.Length]), 0, bytes.Length);
        }

        Assert.Equal(-1, DoubleByteText.Read(Encoding.UTF8, [], []));
    }

    private static string Decoded(byte[] bytes, string charset)
    {
        var room = new char[bytes.Length];
        return new string(room, 0, DoubleByteText.Read(EncodingLabels.Find(charset)!, bytes, room));
    }
}
