using System.Text;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Tests.Documents;

public class DoubledEncodingTests
{
    [Theory]
    [InlineData("Zürich café naïve “quoted” — señor")]
    [InlineData("Привет, мир")]
    [InlineData("日本語テスト")]
    [InlineData("cœur")]
    [InlineData("I ❤ 5 € – 😀")]
    [InlineData("« Noël » à\u00A0Nîmes")]
    public void Repair_DoubledText_IsAsItWasMeant(string meant)
    {
        var latin = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(meant));
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var windows = Encoding.GetEncoding(1252).GetString(Encoding.UTF8.GetBytes(meant));

        Assert.Equal(meant, DoubledEncoding.Repair(latin));
        Assert.Equal(meant, DoubledEncoding.Repair(windows));
    }

    [Theory]
    [InlineData("cafÃ©", "café")]
    [InlineData("Łódź: itâ€™s fine", "Łódź: it’s fine")]
    [InlineData("été â€“ Ã©tÃ©", "été – Ã©tÃ©")]
    [InlineData("日本 Ð¼Ð¸Ñ€", "日本 мир")]
    [InlineData("it\u0092s \u0093q\u0094 \u0096 x", "it’s “q” – x")]
    [InlineData("Ã‰cole", "École")]
    public void Repair_DoubledRun_IsRepairedAlone(string text, string meant) => Assert.Equal(meant, DoubledEncoding.Repair(text));

    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("SÃO PAULO Â")]
    [InlineData("« Noël » à Nîmes")]
    [InlineData("“Å” och „Ä“ på “É”")]
    [InlineData("PÅ”")]
    [InlineData("été: Ã© is doubled")]
    [InlineData("CAFÉ®")]
    [InlineData("Â\u00A0")]
    [InlineData("Łódź, Привет, 日本語, 😀")]
    [InlineData("\uD83D Ã")]
    [InlineData("\u0081")]
    public void Repair_TextAsItIsMeant_IsLeft(string text) => Assert.Null(DoubledEncoding.Repair(text));

    [Theory]
    [InlineData("Il a d\u00E9j\u00E0 parl\u00E9\u00A0\u00BB")]
    [InlineData("voil\u00E0\u00A0\u00BB")]
    [InlineData("\u00AB\u00A0No\u00EBl\u00A0\u00BB")]
    public void Repair_LetterBeforeASpaceAndABracket_IsNoChineseCharacter(string text) => Assert.Null(DoubledEncoding.Repair(text));

    [Fact]
    public void RepairIn_OneTextOfTheDocument_LeavesTheOthers()
    {
        var document = Encoding.UTF8.GetBytes("<a x=\"Z\u00C3\u00BCrich\">caf\u00E9 \u00AB\u00A0No\u00EBl\u00A0\u00BB</a><b>it\u0092s</b>");

        Assert.Equal("<a x=\"Z\u00FCrich\">caf\u00E9 \u00AB\u00A0No\u00EBl\u00A0\u00BB</a><b>it\u2019s</b>", Encoding.UTF8.GetString(DoubledEncoding.RepairIn(document).Span));
    }

    [Fact]
    public void RepairIn_SeveralTexts_AreFoundWhereverTheyStand()
    {
        for (var padding = 0; padding < 70; padding++)
        {
            var space = new string('x', padding);
            var document = Encoding.UTF8.GetBytes($"{space}<a>{space}Z\u00C3\u00BCrich</a><b>Gr\u00FC\u00DFe</b>{space}<c t=\"{space}it\u0092s{space}\"/>\u00E2\u20AC\u201C");

            Assert.Equal(
                $"{space}<a>{space}Z\u00FCrich</a><b>Gr\u00FC\u00DFe</b>{space}<c t=\"{space}it\u2019s{space}\"/>\u2013", Encoding.UTF8.GetString(DoubledEncoding.RepairIn(document).Span));
        }
    }

    [Fact]
    public void RepairIn_NothingToRepair_GivesTheSameBytes()
    {
        ReadOnlyMemory<byte> document = Encoding.UTF8.GetBytes("<a>caf\u00E9 \u00AB\u00A0\u00E9t\u00E9\u00A0\u00BB S\u00C3O</a>");

        Assert.Equal(document, DoubledEncoding.RepairIn(document));
    }
}
