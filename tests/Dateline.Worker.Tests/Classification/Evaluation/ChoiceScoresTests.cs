using Dateline.Worker.Classification.Topics;
using Dateline.Worker.Classification.Evaluation;

namespace Dateline.Worker.Tests.Classification.Evaluation;

public class ChoiceScoresTests
{
    [Fact]
    public void Report_ChoosesAmongTheLabelsOfTheFile()
    {
        var scores = new ChoiceScores();
        scores.Add("fr", 0, [.6, .2, .9], kept: .3); // 2 is no label of the file
        scores.Add("fr", 1, [.5, .1, 0], kept: .3);
        scores.Add("fr", 1, [.1, .2, 0], kept: .3);
        scores.Add("xx", 1, [0, 0, 0], kept: .3);

        var report = Assert.Single(scores.Report());

        Assert.Equal(("fr", 3), (report.Language, report.Texts));
        Assert.Equal(2 / 3.0, report.Right, 6);
        Assert.Equal(2 / 3.0, report.Answered, 6);
        Assert.Equal(.5, report.RightWhenAnswered, 6);
        Assert.Equal(.5, report.RightOfSurest, 6);
    }

    [Fact]
    public void Reliability_CountsSaidAndTrue()
    {
        var scores = new TopicScores(TopicCatalog.Labels);
        scores.Add([0], [0], [.92, .41]);
        scores.Add([1], [0], [.98, .44]);

        Assert.Equal([(.4, 2, .425, .5), (.9, 2, .95, .5)], scores.Reliability.Select(bin => (bin.From, bin.Count, Math.Round(bin.Said, 6), bin.True)));
    }
}
