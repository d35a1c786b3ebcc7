using Dateline.Worker.Classification.Lexicons;
using Dateline.Worker.Classification.Subjects;
using Dateline.Worker.Classification.Topics;
using Dateline.Worker.Classification.Training;

namespace Dateline.Worker.Tests.Classification.Training;

public class ThemeTrainerTests
{
    private static readonly int Disaster = TopicCatalog.IndexOf("disaster"), Sport = TopicCatalog.IndexOf("sport");

    /// <summary>No topic's own term is known here, only the subjects'.</summary>
    [Fact]
    public void Fit_LabelledTexts_TeachWhatSubjectsSay()
    {
        var model = ThemeTrainer.Fit(Labelled(), [], Taught([]), new LanguageTerms("en", []), threads: 1);

        Assert.True(model.Speaks(Theme("earthquake"), Disaster) > 0 && model.Speaks(Theme("earthquake"), Sport) < 0);
        Assert.Equal(0, model.Speaks(Theme("vaccine"), TopicCatalog.IndexOf("health")));
    }

    [Fact]
    public void Fit_JudgedTexts_TeachToo()
    {
        var (judged, unjudged) = (("", "A vaccine against measles"), ("", "A budget for the museum"));
        var shares = new byte[TopicCatalog.Count];
        shares[TopicCatalog.IndexOf("health")] = byte.MaxValue;

        var model = ThemeTrainer.Fit(Labelled(), [judged, unjudged], Taught([(judged, shares)]), new LanguageTerms("en", []), threads: 2);

        Assert.True(model.Speaks(Theme("vaccine"), TopicCatalog.IndexOf("health")) > 0);
        Assert.Equal(0, model.Speaks(Theme("museum"), TopicCatalog.IndexOf("arts")));
    }

    private static TrainingText[] Labelled() =>
    [
        .. Enumerable.Range(0, 20).Select(i => new TrainingText(
            "", i % 2 == 0 ? "An earthquake shook the village" : "A tennis tournament ended", TrainingText.AllKnown([i % 2 == 0 ? "disaster" : "sport"]), 1)),
    ];

    private static Teaching Taught(((string Title, string Text) Text, byte[] Shares)[] judged) =>
        new(judged.ToDictionary(entry => Teaching.Key(entry.Text.Title, entry.Text.Text), entry => entry.Shares), new Dictionary<string, sbyte[]>(), 0);

    private static int Theme(string subject) => Themes.OfSubject(SubjectCatalog.IndexOf(subject));
}
