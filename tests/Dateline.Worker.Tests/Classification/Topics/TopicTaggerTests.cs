using Dateline.Worker.Classification;
using Dateline.Worker.Classification.Lexicons;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Tests.Classification.Topics;

public class TopicTaggerTests
{
    [Theory]
    [InlineData("arts", "New exhibition of watercolours opens at the national museum", "The painter's works hang beside sculptures lent by galleries; the film about her premieres at the festival.")]
    [InlineData("crime", "Man charged with murder after body found in canal", "Police arrested the suspect, who will appear in court on Friday. Prosecutors say he robbed the victim.")]
    [InlineData("disaster", "Landslide buries village after earthquake", "Rescue teams dug for survivors; at least thirty people were killed when the mudslide hit.")]
    [InlineData("economy", "Shares fall as central bank raises interest rates", "Investors fear that inflation will hurt profits; the stock market lost two per cent.")]
    [InlineData("education", "Universities to drop entrance exams for teachers", "Students and professors welcomed the plan for schools and colleges.")]
    [InlineData("environment", "Oil spill threatens seabirds on protected coast", "Conservationists warn that pollution and habitat loss endanger the species.")]
    [InlineData("health", "Hospitals run out of measles vaccine as cases rise", "Doctors urge parents to have children vaccinated against the disease.")]
    [InlineData("labour", "Nurses' union calls strike over pay", "Workers will walk out for three days after talks with employers on wages failed.")]
    [InlineData("lifestyle", "Ten recipes for a summer picnic", "Pack a salad, bake the cookies the night before, and choose a hotel with a garden for your holiday.")]
    [InlineData("politics", "Prime minister loses vote of confidence in parliament", "The opposition party called for an early election; the cabinet will meet the president.")]
    [InlineData("religion", "Pope to meet imams and rabbis at cathedral", "Bishops and Muslim clerics will pray together; churches and mosques open their doors.")]
    [InlineData("science", "Astronomers detect water on a distant planet", "Scientists using the space telescope published the study; researchers measured molecules.")]
    [InlineData("sport", "Striker scores twice as hosts win cup final", "The team beat the champions 3-1; the coach praised the goalkeeper.")]
    [InlineData("conflict", "Army shells rebel positions as ceasefire collapses", "Troops and militants fought near the border; air strikes killed soldiers.")]
    [InlineData("weather", "Heatwave to bring record temperatures before storms", "Forecasters expect 40 degrees on Sunday, then heavy rain and strong winds.")]
    public void Tag_PlainStory_PutsItsTopicFirst(string topic, string title, string text)
    {
        var first = BuiltIn.Classify(title, text).Topics[0];

        Assert.Equal(topic, first.Slug);
        Assert.NotEmpty(first.Evidence);
        Assert.All(first.Evidence, word => Assert.Contains(word.Replace("0", "", StringComparison.Ordinal), $"{title} {text}", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("fr", "conflict", "L'armée bombarde les positions des rebelles malgré le cessez-le-feu, des soldats tués dans les combats")]
    [InlineData("de", "sport", "Nach dem Tor in der Nachspielzeit gewinnt die Mannschaft das Finale der Fußball-Meisterschaft")]
    [InlineData("es", "health", "Los hospitales se quedan sin vacunas contra el sarampión mientras suben los casos, advierten los médicos")]
    [InlineData("pt", "economy", "Banco central sobe os juros para conter a inflação e a bolsa cai com medo dos investidores")]
    [InlineData("ru", "politics", "Парламент проголосовал за отставку правительства, оппозиция требует досрочных выборов президента")]
    [InlineData("ar", "sport", "فاز المنتخب بكأس العالم لكرة القدم بعد هدف في الدقيقة الأخيرة من المباراة النهائية")]
    [InlineData("zh", "disaster", "四川发生强烈地震，造成多人死亡，救援队正在搜寻幸存者")]
    [InlineData("ja", "economy", "日本銀行は金利を引き上げ、株価は大幅に下落した。投資家はインフレを懸念している")]
    public void Tag_OtherLanguage_ReadsItsLexicon(string language, string topic, string text)
    {
        var tags = BuiltIn.Classify(text, language: language);

        Assert.Equal(language, tags.Language);
        Assert.Equal(topic, tags.Topics[0].Slug);
    }

    [Fact]
    public void Tag_NoNewsAtAll_IsEmpty() => Assert.Empty(BuiltIn.Classify("Zzyzx qwrtp", "Flurb gnarl.", "en").Topics);

    [Fact]
    public void Tag_LanguageWithoutLexicon_IsEmpty() => Assert.Empty(BuiltIn.Classify("รัฐบาลแถลงเมื่อวันจันทร์ว่าทีมฟุตบอลชนะการแข่งขัน").Topics);

    /// <summary>The news model knows titles with leads; of a sentence without a title the model of sentences is asked, too.</summary>
    [Theory]
    [InlineData("", "en", true)]
    [InlineData("Chameleons", "en", false)]
    [InlineData("", "und", false)]
    public void Tag_EnglishWithoutTitle_AsksTheSentences(string title, string language, bool asked)
    {
        const string Text = "Crystals in the skin of a chameleon move apart and so reflect light of another wavelength.";
        var sentences = BuiltInData.Read("sentences.bin", GramArchive.Read);
        var (with, without) = (Tagger(sentences), Tagger(null));
        var science = TopicCatalog.IndexOf("science");

        var (more, less) = (with.Probabilities(title, Text, language)[science], without.Probabilities(title, Text, language)[science]);
        Assert.True(asked ? more > less + .05 : more == less, $"{more} {less}");
    }

    private static TopicTagger Tagger(GramArchive? sentences) => new(BuiltInData.Read("topics.model", TopicModelFile.Read), BuiltIn.Lexicons, sentences);
}
