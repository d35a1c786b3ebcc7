using Dateline.Worker.Classification.Topics;
using Dateline.Worker.Classification.Training;

namespace Dateline.Worker.Tests.Classification.Training;

public class LongTextsTests
{
    private static readonly int Sport = TopicCatalog.IndexOf("sport"), Arts = TopicCatalog.IndexOf("arts"), Health = TopicCatalog.IndexOf("health");

    [Fact]
    public void Of_EnoughTextsOfATopic_JoinsSomeAndLeavesTheOthersTopicsOpen()
    {
        TrainingText[] texts = [.. Enumerable.Range(0, 20).Select(i => Text(i, i % 3 == 1 ? ["sport", "arts"] : ["sport"], fold: 0))];

        var made = LongTexts.Of(texts, .5f).ToArray();

        Assert.Equal(10, made.Length);
        Assert.All(made, text => Assert.True(text.Text.Split("story").Length > 3));
        Assert.All(made, text => Assert.Equal((1, -1, .5f), (text.Targets[Sport], text.Targets[Health], text.Trust)));
        Assert.All(made, text => Assert.NotEqual(text.Text.StartsWith("story 4 ", StringComparison.Ordinal) ? -1 : 2, text.Targets[Arts]));
        Assert.Contains(made, text => text.Targets[Arts] == 0);
    }

    [Fact]
    public void Of_Folds_AreNotMixed()
    {
        TrainingText[] texts = [.. Enumerable.Range(0, 60).Select(i => Text(i, ["sport"], fold: i % 2))];

        Assert.All(LongTexts.Of(texts, 1), text => Assert.All(
            text.Text.Split(' ').Where(word => int.TryParse(word, out _)), number => Assert.Equal(text.Fold, int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) % 2)));
    }

    [Fact]
    public void Of_TooFew_MakesNone() => Assert.Empty(LongTexts.Of([Text(0, ["sport"], 0), Text(1, ["sport"], 0)], 1));

    private static TrainingText Text(int number, string[] topics, int fold) =>
        new("", $"story {number}", TrainingText.AllKnown(topics), 1, TopicCatalog.IndexOf(topics[0]), fold);
}
