using Dateline.Worker.Documents;
using Dateline.Worker.Documents.Encodings;

namespace Dateline.Worker.Tests.Documents.Encodings;

public class EncodingGuessTests
{
    private const string Russian = "Президент России провёл совещание по экономическим вопросам";
    private const string Japanese = "政府は、新しい経済対策を閣議で決定した。カメラの販売も";
    private const string Chinese = "国务院总理在北京会见了来访的外国代表团，双方就经济合作交换了意见";
    private const string Taiwanese = "總統府今天表示，政府將會繼續推動經濟發展的計畫，並且與各國合作";
    private const string Korean = "정부는 오늘 국회에서 새로운 경제 정책을 발표했다고 밝혔다";

    [Theory]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("windows-1251", "Прем’єр-міністр України провів нараду щодо економіки")]
    [InlineData("windows-1251", "Министър-председателят на България откри новата магистрала")]
    [InlineData("windows-1253", "Ο πρωθυπουργός της Ελλάδας ανακοίνωσε νέα μέτρα για την οικονομία")]
    [InlineData("windows-1255", "ראש הממשלה הודיע היום על תוכנית כלכלית חדשה")]
    [InlineData("windows-1256", "أعلن رئيس الوزراء اليوم عن خطة اقتصادية جديدة للبلاد")]
    [InlineData("windows-874", "นายกรัฐมนตรีแถลงข่าวเกี่ยวกับเศรษฐกิจของประเทศไทย")]
    [InlineData("shift_jis", Japanese)]
    [InlineData("euc-jp", Japanese)]
    [InlineData("gb18030", Chinese)]
    [InlineData("big5", Taiwanese)]
    [InlineData("euc-kr", Korean)]
    [InlineData("euc-kr", "“a” “b” “c” “d” “e” “f” “g” “h” “i” 헌법재판소는 법률 제정 이래 가장 오래 해결되지 않은 문제")]
    public void Decode_NothingDeclared_IsTheEncodingOfTheLanguage(string encoding, string text)
    {
        var problems = new ProblemLog();
        var document = $"<rss version=\"2.0\"><channel><title>News</title><item><title>{text}</title></item></channel></rss>";

        var decoded = TextEncodings.Decode(EncodingLabels.Find(encoding)!.GetBytes(document), null, XmlDeclaration.EncodingOf, problems);

        Assert.Equal(new DecodedText(document, encoding), decoded);
        Assert.True(problems.Has("undecodable_bytes"));
    }

    [Theory]
    [InlineData("text/xml; charset=utf-8", null)]
    [InlineData("text/xml", "utf-8")]
    [InlineData("text/xml; charset=bogus", "us-ascii")]
    public void Decode_WrongClaims_GiveWayToTheGuess(string contentType, string? declared) =>
        Assert.Equal(Japanese, TextEncodings.Decode(EncodingLabels.Find("shift_jis")!.GetBytes(Japanese), contentType, _ => declared, new ProblemLog()).Text);

    [Theory]
    [InlineData("“Où êtes-vous ?” — l’été à Nîmes, « Noël » à Besançon, où l’on fête Pâques")]
    [InlineData("Über „Größe“ – Änderungen, Müßiggang, Öl und Übel; Straße & Fußgänger")]
    [InlineData("¿Dónde está el niño? ¡Mañana! – señor, «Año Nuevo»")]
    [InlineData("SÃO PAULO – AÇÃO, INFORMAÇÕES, EDUCAÇÃO; NÃO É POSSÍVEL")]
    [InlineData("På grønne øer – Ærø, Læsø; blåbærgrød “Ål”")]
    [InlineData("Ítarleg umfjöllun um það að ríkisstjórnin hafi samþykkt þingsályktun")]
    [InlineData("ÀÉÈÙÂÊÎÔÛ")]
    [InlineData("Größe, größer, am größten: Vergrößerung, Größenwahn, Großmaß, Maßstab")]
    [InlineData("––––––––––––––––––––––––––––––––––– año ––––––––––––––––––––––––––")]
    [InlineData("it’s … “—” – 5 €")]
    public void Decode_WesternText_StaysWindows1252(string text) =>
        Assert.Equal(new DecodedText(text, "windows-1252"), TextEncodings.Decode(EncodingLabels.OfCodePage(1252).GetBytes(text), null, _ => null, new ProblemLog()));

    [Fact]
    public void Decode_EveryPairOfBytesBeyondAscii_IsReadWithoutFault()
    {
        for (var value = 0; value < 0x10000; value += 7)
        {
            byte[] bytes = [.. Enumerable.Repeat(new[] { (byte)(value >> 8), (byte)value }, 8).SelectMany(pair => pair)];
            Assert.NotEmpty(TextEncodings.Decode(bytes, null, _ => null, new ProblemLog()).Encoding);
        }
    }
}
