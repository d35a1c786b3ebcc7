using Dateline.Worker.Classification;
using Dateline.Worker.Classification.Lexicons;
using Dateline.Worker.Classification.Subjects;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Tests.Classification.Lexicons;

public class ThemeModelTests
{
    private static readonly int Sport = TopicCatalog.IndexOf("sport"), Soccer = Themes.OfSubject(SubjectCatalog.IndexOf("soccer")), Tennis = Themes.OfSubject(SubjectCatalog.IndexOf("tennis"));

    [Fact]
    public void Features_OfSums_AreLogarithmsAndSharesAmongTheirKind()
    {
        var sums = new float[Themes.Count];
        (sums[Sport], sums[Soccer], sums[Tennis]) = (3, 6, 2);
        sums[TopicCatalog.IndexOf("crime")] = -2;
        List<(int Feature, float Value)> features = [(0, 99)];

        ThemeModel.Features(sums, features);

        Assert.Equal(
            new Dictionary<int, float>
            {
                [Sport] = ThemeModel.Value(3), [Themes.Count + Sport] = 1,
                [Soccer] = ThemeModel.Value(6), [Themes.Count + Soccer] = .75f,
                [Tennis] = ThemeModel.Value(2), [Themes.Count + Tennis] = .25f,
            },
            features.ToDictionary(feature => feature.Feature, feature => feature.Value));
    }

    [Fact]
    public void Probabilities_ByWeightsAndBias_AreLogistic()
    {
        var weights = new float[ThemeModel.FeatureCount * TopicCatalog.Count];
        (weights[(Soccer * TopicCatalog.Count) + Sport], weights[((Themes.Count + Soccer) * TopicCatalog.Count) + Sport]) = (2, 1);
        var biases = new float[TopicCatalog.Count];
        biases[Sport] = -1;
        var model = new ThemeModel(weights, biases);
        Span<double> probabilities = stackalloc double[TopicCatalog.Count];

        model.Probabilities([(Soccer, .5f), (Themes.Count + Soccer, .5f)], probabilities);

        Assert.Equal(1 / (1 + Math.Exp(-.5)), probabilities[Sport], 6);
        Assert.Equal(.5, probabilities[0], 6);
        Assert.Equal(3, model.Speaks(Soccer, Sport));
    }

    [Theory]
    [InlineData("earthquake", "disaster", "sport")]
    [InlineData("strike", "labour", "science")]
    [InlineData("soccer", "sport", "religion")]
    [InlineData("epidemic-and-pandemic", "health", "lifestyle")]
    public void BuiltIn_ASubject_SpeaksForItsTopic(string subject, string topic, string other)
    {
        var theme = Themes.OfSubject(SubjectCatalog.IndexOf(subject));

        Assert.True(BuiltIn.Lexicons.Themes.Speaks(theme, TopicCatalog.IndexOf(topic)) > 0);
        Assert.True(BuiltIn.Lexicons.Themes.Speaks(theme, TopicCatalog.IndexOf(topic)) > BuiltIn.Lexicons.Themes.Speaks(theme, TopicCatalog.IndexOf(other)));
    }

    /// <summary>The term is in no topic's lexicon, only in a subject's.</summary>
    [Theory]
    [InlineData("de", "sport", "Mikaela Shiffrin fuhr in Kitzbühel am schnellsten", "mikaela shiffrin")]
    [InlineData("es", "disaster", "El epicentro se situó a veinte kilómetros, con magnitud de seis", "epicentro")]
    public void Tag_TermOfASubject_GivesItsTopicWithTheTermAsEvidence(string language, string topic, string text, string evidence)
    {
        var topics = BuiltIn.Classifier.Classify(new ClassifierInput("", Text: text, Language: language)).Topics;

        Assert.Contains(topics, tagged => tagged.Slug == topic && tagged.Evidence.Any(word => word.StartsWith(evidence, StringComparison.Ordinal)));
    }
}
