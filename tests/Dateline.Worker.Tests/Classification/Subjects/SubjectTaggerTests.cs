using Dateline.Contracts;
using Dateline.Worker.Classification;
using Dateline.Worker.Classification.Subjects;
using Dateline.Worker.Classification.Topics;
using Dateline.Worker.Classification.Training;

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

    [Fact]
    public void Read_TaxonomyThatIsNamedLikeTheSubjects_IsRefused()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "labels.json");
        File.WriteAllText(file, """{"taxonomy": "subject", "labels": ["a"]}""");

        Assert.Contains("another name", Assert.Throws<CorpusException>(() => LabelsFile.Read(file)).Message, StringComparison.Ordinal);
    }

    private static List<ArticleLabel> Subjects(string title, string text, string language, params string[] topics)
    {
        var labels = new List<ArticleLabel>();
        SubjectTagger.Add(title, text, language, [.. topics.Select(topic => TopicCatalog.Tag(TopicCatalog.IndexOf(topic), 1, []))], labels);
        return labels;
    }
}
