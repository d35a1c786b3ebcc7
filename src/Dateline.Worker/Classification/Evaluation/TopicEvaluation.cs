using Dateline.Worker.Classification.Topics;
using Dateline.Worker.Classification.Training;

namespace Dateline.Worker.Classification.Evaluation;

/// <summary>Topic scores of one file; <c>Choice</c> has a line a language where every text has one label.</summary>
internal sealed record TopicReport(
    string Data, int Texts, IReadOnlyList<TopicCounts> Topics, TopicCounts Micro, double MacroF1, double TopRight, double Tagged, double CalibrationError,
    IReadOnlyList<ReliabilityBin> Reliability, IReadOnlyList<ChoiceReport> Choice);

/// <summary>Scores topics on rows with <c>topics</c> (or one <c>label</c>), leaving out those that train.</summary>
internal static class TopicEvaluation
{
    /// <param name="classifier">What is scored.</param>
    /// <param name="input">What it is scored on.</param>
    /// <param name="begin">Hears how many texts there are and gives what is called after each.</param>
    public static TopicReport Run(Classifier classifier, EvaluationInput input, Func<int, Action> begin)
    {
        var (scores, choice) = (new TopicScores(), new ChoiceScores());
        var rows = CorpusFiles.Rows(input.Path).Where(row => row.Split != "train" && (row.Topics is not null || TopicCatalog.IndexOf(row.Label) >= 0)).ToArray();
        var scored = begin(rows.Length);
        foreach (var row in rows)
        {
            int[] gold = [.. (row.Topics ?? [row.Label!]).Select(TopicCatalog.IndexOf).Where(topic => topic >= 0)];
            var probabilities = classifier.TopicProbabilities(new ClassifierInput(row.Title ?? "", Text: row.Text, Language: row.Language));
            scores.Add(gold, TopicDecision.Choose(probabilities, row.Text?.Length ?? 0, row.Language ?? "en"), probabilities);
            if (row.Topics is null)
                choice.Add(row.Language ?? "", gold[0], probabilities);
            scored();
        }

        return new TopicReport(
            input.Path, scores.Texts, scores.PerTopic, scores.Micro, scores.MacroF1, scores.TopRight, scores.Answered, scores.CalibrationError,
            scores.Reliability, choice.Report());
    }
}
