using Dateline.Worker.Classification.Languages;

namespace Dateline.Worker.Tests.Classification.Languages;

public class LanguageDetectorTests
{
    private static readonly LanguageDetector Detector = new();

    public static TheoryData<string, string> Sentences => new()
    {
        { "en", "The government said on Monday that it would publish the report by the end of the year." },
        { "fr", "Le gouvernement a annoncé lundi que le rapport serait publié avant la fin de l'année." },
        { "de", "Die Regierung teilte am Montag mit, dass der Bericht bis Ende des Jahres erscheinen soll." },
        { "es", "El gobierno anunció el lunes que publicará el informe antes de que termine el año." },
        { "pt", "O governo anunciou na segunda-feira que vai publicar o relatório até o fim do ano." },
        { "it", "Il governo ha annunciato lunedì che pubblicherà il rapporto entro la fine dell'anno." },
        { "nl", "De regering maakte maandag bekend dat het rapport voor het einde van het jaar verschijnt." },
        { "sv", "Regeringen meddelade på måndagen att rapporten ska offentliggöras före årets slut." },
        { "da", "Regeringen oplyste mandag, at rapporten bliver offentliggjort inden udgangen af året." },
        { "nb", "Regjeringen opplyste mandag at rapporten skal offentliggjøres før utgangen av året." },
        { "fi", "Hallitus ilmoitti maanantaina, että raportti julkaistaan ennen vuoden loppua." },
        { "pl", "Rząd poinformował w poniedziałek, że raport zostanie opublikowany do końca roku." },
        { "cs", "Vláda v pondělí oznámila, že zprávu zveřejní do konce letošního roku." },
        { "hu", "A kormány hétfőn közölte, hogy a jelentést az év végéig nyilvánosságra hozza." },
        { "ro", "Guvernul a anunțat luni că va publica raportul până la sfârșitul anului." },
        { "tr", "Hükümet pazartesi günü raporun yıl sonuna kadar yayımlanacağını açıkladı." },
        { "id", "Pemerintah mengumumkan pada hari Senin bahwa laporan itu akan diterbitkan sebelum akhir tahun." },
        { "vi", "Chính phủ cho biết hôm thứ Hai rằng báo cáo sẽ được công bố trước cuối năm." },
        { "sw", "Serikali ilitangaza Jumatatu kwamba ripoti hiyo itachapishwa kabla ya mwisho wa mwaka." },
        { "ru", "Правительство сообщило в понедельник, что доклад будет опубликован до конца года." },
        { "uk", "Уряд повідомив у понеділок, що звіт буде оприлюднено до кінця року." },
        { "bg", "Правителството съобщи в понеделник, че докладът ще бъде публикуван до края на годината." },
        { "ar", "أعلنت الحكومة يوم الاثنين أن التقرير سينشر قبل نهاية العام." },
        { "fa", "دولت روز دوشنبه اعلام کرد که این گزارش تا پایان سال منتشر می‌شود." },
        { "ur", "حکومت نے پیر کو کہا کہ رپورٹ سال کے آخر تک شائع کی جائے گی۔" },
        { "hi", "सरकार ने सोमवार को कहा कि रिपोर्ट साल के अंत तक प्रकाशित होगी।" },
        { "el", "Η κυβέρνηση ανακοίνωσε τη Δευτέρα ότι η έκθεση θα δημοσιευθεί έως το τέλος του έτους." },
        { "he", "הממשלה הודיעה ביום שני כי הדוח יפורסם עד סוף השנה." },
        { "th", "รัฐบาลแถลงเมื่อวันจันทร์ว่ารายงานจะเผยแพร่ก่อนสิ้นปี" },
        { "ko", "정부는 월요일 보고서를 연말까지 공개하겠다고 밝혔다." },
        { "ja", "政府は月曜日、報告書を年末までに公表すると発表した。" },
        { "zh", "政府周一表示，报告将在年底前公布。" },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Detect_Sentence_TellsItsLanguage(string language, string text) => Assert.Equal(language, Detector.Detect(text, null));

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Detect_FeedSaysOtherwise_BelievesTheText(string language, string text) => Assert.Equal(language, Detector.Detect(text, language == "en" ? "fr" : "en"));

    [Theory]
    [InlineData("Wahl in Wien", "de", "de")]
    [InlineData("Paris", "fr-CA", "fr")]
    [InlineData("Paris", "FR_ca", "fr")]
    [InlineData("2026", "es", "es")]
    [InlineData("Turkey raises the retirement age", "en", "en")]
    [InlineData("Chitetsu Watanabe dies at 112", "en-GB", "en")]
    public void Detect_TooShortToTell_BelievesTheFeed(string text, string declared, string expected) => Assert.Equal(expected, Detector.Detect(text, declared));

    [Theory]
    [InlineData("en", "What to know about the vote in Iran")]
    [InlineData("en", "Who will win the cup, and how they play it")]
    [InlineData("fr", "Les élections au Sénégal et la presse")]
    [InlineData("de", "Der Streit um die Rente und das Klima")]
    [InlineData("es", "El papel de la mujer en los Andes")]
    public void Detect_Headline_CountsItsSmallWords(string language, string text) => Assert.Equal(language, Detector.Detect(text, null));

    [Theory]
    [InlineData("ro", "Cutremur de 6,8 grade pe coastă. Salvatorii caută supraviețuitori sub clădirile prăbușite. Cel puțin 31 de morți.")]
    [InlineData("pl", "Pożar zniszczył halę targową w Łodzi")]
    [InlineData("tr", "Karayolu çalışması nedeniyle ulaşım aksıyor")]
    [InlineData("uk", "Їдемо додому: потяги знову курсують")]
    [InlineData("en", "New café opens on the pier after years of protégé chefs")]
    [InlineData("de", "Das neue Café im alten Varieté öffnet wieder")]
    [InlineData("en", "Erdoğan hosts leaders of Romania and Hungary in Ankara")]
    public void Detect_LettersThatOnlySomeLanguagesHave_Tell(string language, string text) => Assert.Equal(language, Detector.Detect(text, null));

    [Theory]
    [InlineData("", null)]
    [InlineData("12:30 - 14:00", null)]
    [InlineData("", "und")]
    [InlineData("", "english")]
    [InlineData("", "1")]
    public void Detect_NoLettersAndNoFeedLanguage_IsUndetermined(string text, string? declared) => Assert.Equal("und", Detector.Detect(text, declared));

    [Fact]
    public void Detect_EnglishWithForeignNames_IsEnglish() =>
        Assert.Equal("en", Detector.Detect("Le Monde and Die Zeit reported that the deal between El País and La Repubblica was off.", "fr"));
}
