using Dateline.Contracts;
using Dateline.Worker.Classification;

namespace Dateline.Worker.Tests.Classification.Subjects;

public class SubjectTaggerTests
{
    [Theory]
    [InlineData("disaster", "Strong earthquake shakes the capital", "Several buildings collapsed.", "earthquake")]
    [InlineData("sport", "Striker signs for Premier League champions", "The midfielder joins him on loan.", "soccer")]
    [InlineData("politics", "Polls close in Kenya", "Voters queued at polling stations; ballots are being counted.", "election")]
    [InlineData("conflict", "Suicide bomber kills nine in Kabul", "Nobody claimed the attack.", "terrorism")]
    public void Add_English_FindsTheSubjectOfTheTopic(string topic, string title, string text, string expected)
    {
        var labels = Subjects(title, text, "en", topic);

        Assert.Equal(expected, labels[0].Slug);
        Assert.Equal(("subject", $"subject:{expected}"), (labels[0].Taxonomy, labels[0].Id));
        Assert.NotEmpty(labels[0].Evidence);
        Assert.All(labels, label => Assert.InRange(label.Confidence, .55, 1));
    }

    [Theory]
    [InlineData("de", "disaster", "Schweres Erdbeben erschüttert die Westküste", "earthquake")]
    [InlineData("fr", "politics", "Présidentielle : les électeurs votent au second tour", "election")]
    [InlineData("es", "economy", "La inflación interanual sube por el precio de los alimentos", "inflation")]
    [InlineData("it", "sport", "Serie A, la Juventus batte la Roma con un gol nel finale", "soccer")]
    [InlineData("pt", "environment", "Desmatamento na Amazônia bate recorde", "forests")]
    [InlineData("nl", "health", "Vaccinatie tegen mazelen begint in maart", "vaccine")]
    [InlineData("sv", "politics", "Väljarna går till valurnorna i riksdagsvalet", "election")]
    [InlineData("ro", "disaster", "Cutremur puternic în zona Vrancea", "earthquake")]
    [InlineData("hu", "economy", "Tovább nőtt az infláció", "inflation")]
    [InlineData("el", "disaster", "Ισχυρός σεισμός στην Κρήτη", "earthquake")]
    [InlineData("id", "disaster", "Gunung Semeru meletus, warga mengungsi", "volcanic-eruption")]
    [InlineData("vi", "disaster", "Động đất mạnh rung chuyển miền trung", "earthquake")]
    [InlineData("pl", "disaster", "Powódź zalała wsie nad Odrą", "flood")]
    [InlineData("cs", "economy", "Inflace zpomalila, ceny potravin klesly", "inflation")]
    [InlineData("ru", "conflict", "Стороны договорились о прекращении огня", "peace-process")]
    [InlineData("uk", "disaster", "Виверження вулкана в Ісландії", "volcanic-eruption")]
    [InlineData("tr", "economy", "Merkez Bankası faiz kararını açıkladı", "monetary-policy")]
    [InlineData("ar", "disaster", "ضحايا بالزلزال الذي ضرب المدينة", "earthquake")]
    [InlineData("fa", "disaster", "زلزله شدید غرب کشور را لرزاند", "earthquake")]
    [InlineData("he", "politics", "המצביעים מגיעים לקלפיות בבחירות לכנסת", "election")]
    [InlineData("hi", "disaster", "उत्तर भारत में भूकंप के तेज झटके", "earthquake")]
    [InlineData("zh", "disaster", "四川发生强烈地震", "earthquake")]
    [InlineData("ja", "disaster", "能登で震度6強の地震", "earthquake")]
    [InlineData("ko", "disaster", "경주에서 규모 5의 지진이 발생했다", "earthquake")]
    public void Add_OtherLanguages_FindTheSubjectByTheirOwnWords(string language, string topic, string title, string expected) =>
        Assert.Contains(Subjects(title, "", language, topic), label => label.Slug == expected);

    [Fact]
    public void Add_SubjectOfATopicThatTheArticleHasNot_IsLeftAlone() =>
        Assert.DoesNotContain(Subjects("Striker signs for Premier League champions", "", "en", "weather"), label => label.Slug == "soccer");

    [Fact]
    public void Add_NoTopicOrNoSuchLanguage_HasNone()
    {
        Assert.Empty(Subjects("Strong earthquake shakes the capital", "", "en"));
        Assert.Empty(Subjects("Strong earthquake shakes the capital", "", "xx", "disaster"));
    }

    [Fact]
    public void Add_WordByTheWay_WeighsLessThanTheOneThatTheTextIsAbout()
    {
        var labels = Subjects("Volcano erupts in Iceland", "The eruption sent lava towards the town. A volcanologist recalled an earthquake last year.", "en", "disaster");

        Assert.Equal("volcanic-eruption", labels[0].Slug);
        Assert.DoesNotContain(labels, label => label.Slug == "earthquake" && label.Confidence >= labels[0].Confidence);
    }

    [Fact]
    public void Add_TheSameText_GivesTheSameTwice()
    {
        const string Title = "Fed raises interest rates as inflation climbs";
        Assert.Equal(
            Subjects(Title, "Wall Street fell.", "en", "economy").Select(label => (label.Slug, label.Confidence)),
            Subjects(Title, "Wall Street fell.", "en", "economy").Select(label => (label.Slug, label.Confidence)));
    }

    [Fact]
    public void Classify_Subjects_AreLabelsWithAKeyOnlyWhereTheyAreAskedFor()
    {
        var input = new ClassifierInput("Earthquake kills hundreds in Turkey", Text: "The magnitude 7.8 quake destroyed buildings across the south.", Language: "en");
        var tags = Classifier.Load(new ClassificationOptions { Subjects = true }).Classify(input);

        Assert.Contains("label.subject.earthquake", RoutingKeys.For(tags.Topics, tags.Regions, tags.Language, [], tags.Labels));
        Assert.Empty(BuiltIn.Classifier.Classify(input).Labels);
    }

    private static List<ArticleLabel> Subjects(string title, string text, string language, params string[] topics) => BuiltIn.Subjects(title, text, language, topics);
}
