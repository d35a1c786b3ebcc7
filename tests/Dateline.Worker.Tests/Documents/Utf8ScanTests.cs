using System.Text;
using System.Text.Unicode;
using Dateline.Worker.Documents;
using Dateline.Worker.Feeds.Parsing;

namespace Dateline.Worker.Tests.Documents;

public class Utf8ScanTests
{
    /// Where blocks of the scan meet, and what is shorter than one
    private static readonly int[] Places = [3, 4, 13, 14, 15, 16, 17, 18, 30, 31, 32, 33, 34, 35, 36, 50];

    [Fact]
    public void Of_EveryPairOfBytes_IsValidWhereTheRuntimeSaysSo()
    {
        var bytes = new byte[40];
        for (var pair = 0; pair < 1 << 16; pair++)
        {
            Array.Fill(bytes, (byte)'a');
            (bytes[17], bytes[18]) = ((byte)(pair >> 8), (byte)pair);
            Assert.Equal(Utf8.IsValid(bytes), Utf8Scan.Of(bytes).IsValid);
        }
    }

    [Fact]
    public void Of_EdgesOfEveryLength_AtEveryPlaceAndCutAnywhere_AreValidWhereTheRuntimeSaysSo()
    {
        byte[] edges = [0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF];
        foreach (var place in Places)
        {
            foreach (var lead in edges)
            {
                foreach (var second in edges)
                {
                    foreach (var third in edges)
                    {
                        byte[] bytes = [.. Enumerable.Repeat((byte)'a', place), lead, second, third, 0x80, .. "aaaaaaaaaaaaaaaaaaaa"u8];
                        for (var end = place + 1; end <= place + 5; end++)
                            Assert.Equal(Utf8.IsValid(bytes.AsSpan(0, end)), Utf8Scan.Of(bytes.AsSpan(0, end)).IsValid);
                    }
                }
            }
        }
    }

    [Fact]
    public void Of_TextsOfManyScriptsWithBytesChanged_AgreesWithTheRuntimeAndMissesNothing()
    {
        const string Scripts = "<p>Grüße, “Łódź” Привет 東京 한국어 😀 עברית \u00C3\u00BCber \uFFFE \u0085 naïve plain text that goes on for a while</p>";
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++)
        {
            var start = random.Next(Scripts.Length);
            var bytes = Encoding.UTF8.GetBytes("<a>" + Scripts[start..] + Scripts[..random.Next(Scripts.Length)]);
            for (var changes = random.Next(3); changes > 0; changes--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            var scan = Utf8Scan.Of(bytes);

            Assert.Equal(Utf8.IsValid(bytes), scan.IsValid);
            if (!scan.IsValid)
                continue;
            Assert.True(scan.MayBeDoubled || DoubledBytes.FirstIn(bytes) < 0);
            Assert.True(scan.MayHoldNonCharacters || !XmlEntities.HoldsNonCharacters(bytes));
        }
    }

    [Theory]
    [InlineData("<a>Viele Wünsche aus Zürich, naïve café, und so weiter</a>")]
    [InlineData("<a>Привет, как дела? Хорошо, спасибо; а у тебя?</a>")]
    [InlineData("<a>東京、「大阪」：名古屋！。한국어 기사입니다</a>")]
    public void Of_CommonText_SaysThatNothingNeedsALookBehindIt(string text)
    {
        Assert.Equal(new Utf8Scan(true, false, false), Utf8Scan.Of(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData("<a>some text that is longer than a block \u00C3\u00BC</a>")]
    [InlineData("<a>some text that is longer than a block \u0092s</a>")]
    public void Of_TextEncodedTwice_SaysSo(string text)
    {
        Assert.True(Utf8Scan.Of(Encoding.UTF8.GetBytes(text)).MayBeDoubled);
    }
}
