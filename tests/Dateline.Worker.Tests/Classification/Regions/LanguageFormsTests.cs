using Dateline.Worker.Classification;
using Dateline.Worker.Classification.Regions;

namespace Dateline.Worker.Tests.Classification.Regions;

public class LanguageFormsTests
{
    private static readonly string[] Kinds = ["name", "adj", "capital", "city", "org", "person", "area", "inner", "none", "word"];

    public static TheoryData<string> Languages => [.. LanguageForms.Languages.Order(StringComparer.Ordinal)];

    [Fact]
    public void Languages_HaveThoseOfTheLexicons() =>
        Assert.Empty(BuiltIn.Lexicons.Languages.Where(language => language != "en").Except(LanguageForms.Languages));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Lines_OfEachLanguage_HaveACodeAFormAndAKindAndStandOnce(string language)
    {
        var lines = Lines(language);
        Assert.All(lines, line => Assert.True(line.Split('\t') is [{ Length: 2 }, { Length: > 0 }, _], line));
        Assert.Equal(lines.Count, lines.Distinct().Count());

        var gazetteer = BuiltInData.Read("places.bin", GazetteerFile.Read);
        foreach (var line in lines)
        {
            var (code, form, kind) = (line.Split('\t')[0], line.Split('\t')[1], line.Split('\t')[2]);
            Assert.Contains(kind, Kinds);
            Assert.Equal(form.Trim(), form);
            Assert.True(form.TrimEnd('*').IndexOf('*') < 0, line);
            Assert.Equal(kind is "none" or "word", code == "--");
            Assert.True(code == "--" || gazetteer.Number(code) >= 0, line);
        }
    }

    [Theory]
    [InlineData("de", "Essen und Trinken werden teurer", "")]
    [InlineData("de", "Im Norden bleibt die Lage ruhig", "")]
    [InlineData("de", "Mailand und Neapel kämpfen um den Titel", "IT")]
    [InlineData("de", "Kalifornien verbietet neue Benziner", "US")]
    [InlineData("fr", "Été chaud, la mer monte", "")]
    [InlineData("fr", "Manifestation monstre à Varsovie et à Moscou", "PL RU")]
    [InlineData("fr", "Un missile nord-coréen tombe en mer", "KP")]
    [InlineData("es", "Este año el norte tendrá menos lluvia", "")]
    [InlineData("es", "Una empresa coreana abre una planta en Pensilvania", "KR US")]
    [InlineData("it", "Una giornata al mare, poi il campo", "")]
    [InlineData("it", "Sciopero degli autobus a Parigi e a Francoforte", "DE FR")]
    [InlineData("pt", "Vitória da equipa no campo de sempre", "")]
    [InlineData("pt", "Neve fecha os aeroportos de Moscou e Genebra", "CH RU")]
    [InlineData("nl", "Worden de huizen duurder?", "")]
    [InlineData("nl", "Brand in een flat in Keulen", "DE")]
    [InlineData("pl", "Rok bez śniegu, ale nie bez mrozu", "")]
    [InlineData("pl", "Pożary w Kalifornii i w Sycylii", "IT US")]
    [InlineData("cs", "Rok bez sněhu, ale ne bez mrazu", "")]
    [InlineData("cs", "Sněmovna schválila rozpočet", "CZ")]
    [InlineData("cs", "Jihokorejský prezident letí do Mnichova", "DE KR")]
    [InlineData("ro", "Este frig, nord sau est", "")]
    [InlineData("ro", "Ninge la Varșovia și la Viena", "AT PL")]
    [InlineData("hu", "Során minden kell, este is", "")]
    [InlineData("hu", "Észak-koreai rakéta a tengerben", "KP")]
    [InlineData("sv", "Medan många väntar, finns det hopp", "")]
    [InlineData("sv", "Riksdagen röstar om budgeten", "SE")]
    [InlineData("tr", "Eğer sanat varsa, hatta ordu da", "")]
    [InlineData("tr", "Şampiyonlar belli oldu", "")]
    [InlineData("tr", "Venedik'te sel, Cenevre'de kar", "CH IT")]
    [InlineData("id", "Anda suka kota itu?", "")]
    [InlineData("id", "Gempa di Amerika Serikat, warga Korea Selatan pulang", "KR US")]
    [InlineData("vi", "Anh Tuấn nói về Pháp luật", "")]
    [InlineData("vi", "Bão lớn đổ bộ vào Bắc Mỹ và Nam Mỹ", "")]
    [InlineData("vi", "Đội bóng của Đức gặp đội bóng của Pháp", "DE FR")]
    [InlineData("da", "Mange bor uden varme", "")]
    [InlineData("fi", "Jos sataa, olen kotona", "")]
    [InlineData("nb", "Mange bor uten varme", "")]
    [InlineData("sk", "Rok bez snehu", "")]
    [InlineData("hr", "Još nema snijega", "")]
    [InlineData("ru", "Лесные пожары в Орегоне и Неваде", "US")]
    [InlineData("ru", "Наводнение в Болонье, снег в Зальцбурге", "AT IT")]
    [InlineData("ru", "Страны Латинской Америки просят помощи", "")]
    [InlineData("uk", "Лісові пожежі в Орегоні, повінь у Болоньї", "IT US")]
    [InlineData("uk", "Зустріч у Тайбеї перенесли", "TW")]
    [InlineData("el", "Φωτιές στο Κολοράντο και στη Βαυαρία", "DE US")]
    [InlineData("el", "Βροχές στη Λατινική Αμερική", "")]
    [InlineData("ar", "فيضانات في ولاية ميزوري وفي بافاريا", "DE US")]
    [InlineData("ar", "جفاف في أمريكا اللاتينية", "")]
    [InlineData("fa", "سیل در میزوری و تاسمانی", "AU US")]
    [InlineData("fa", "زلزله در مجمع‌الجزایر", "")]
    [InlineData("he", "שריפות באורגון ובטסמניה", "AU US")]
    [InlineData("he", "בכיוון אחר, כיוון שירד גשם", "")]
    [InlineData("hi", "मिसौरी और तस्मानिया में बाढ़", "AU US")]
    [InlineData("hi", "हिंद महासागर में तूफान", "")]
    [InlineData("hi", "रूसी विमान न्यूज़ीलैंड पहुंचा", "NZ RU")]
    [InlineData("ko", "세계 대전 기록 전시", "")]
    [InlineData("ko", "몬태나와 태즈메이니아 산불", "AU US")]
    [InlineData("ko", "국회의장이 남아프리카를 찾았다", "KR ZA")]
    [InlineData("ja", "モンタナとタスマニアで山火事", "AU US")]
    [InlineData("ja", "南米とインド洋で大雨", "")]
    [InlineData("ja", "米上院と日銀が発表", "JP US")]
    [InlineData("zh", "发展中国家的粮食价格上涨", "")]
    [InlineData("zh", "蒙大拿和塔斯马尼亚发生山火", "AU US")]
    [InlineData("zh", "罗马帝国的历史", "")]
    public void Classify_HeadlineOfTheLanguage_NamesItsCountries(string language, string title, string codes) =>
        Assert.Equal(codes, string.Join(' ', BuiltIn.Classify(title, "", language).Regions.Select(region => region.Code).Order(StringComparer.Ordinal)));

    [Fact]
    public void Of_LanguageWithoutAFile_IsEmpty()
    {
        var none = LanguageForms.Of("tlh");
        Assert.Empty(none.Forms);
        Assert.Empty(none.Words);
    }

    private static List<string> Lines(string language)
    {
        using var stream = typeof(LanguageForms).Assembly.GetManifestResourceStream($"regions/{language}.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
