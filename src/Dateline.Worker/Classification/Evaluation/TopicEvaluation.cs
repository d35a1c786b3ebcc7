using Dateline.Worker.Classification.Topics;
using Dateline.Worker.Classification.Training;

namespace Dateline.Worker.Classification.Evaluation;

/// <summary>Topic scores of one file.</summary>
internal sealed record TopicReport(
    string Data, int Texts, IReadOnlyList<TopicCounts> Topics, TopicCounts Micro, double MacroF1, double TopRight, double Tagged, double CalibrationError);

/// <summary>Scores topics on rows with <c>topics</c> (or one <c>label</c>), leaving out those that train.</summary>
internal static class TopicEvaluation
{
    /// <param name="classifier">What is scored.</param>
    /// <param name="input">What it is scored on.</param>
    /// <param name="begin">Hears how many texts there are and gives what is called after each.</param>
    public static TopicReport Run(Classifier classifier, EvaluationInput input, Func<int, Action> begin)
    {
        var scores = new TopicScores();
        var rows = CorpusFiles.Rows(input.Path).Where(row => row.Split != "train" && (row.Topics is not null || row.Label is not null)).ToArray();
        var scored = begin(rows.Length);
        foreach (var row in rows)
        {
            int[] gold = [.. (row.Topics ?? [row.Label!]).Select(TopicCatalog.IndexOf).Where(topic => topic >= 0)];
            var probabilities = classifier.TopicProbabilities(new ClassifierInput(row.Title ?? "", Text: row.Text, Language: row.Language));
            scores.Add(gold, TopicDecision.Choose(probabilities), probabilities);
            scored();
        }

        return new TopicReport(
            input.Path, scores.Texts, scores.PerTopic, scores.Micro, scores.MacroF1, scores.TopRight, scores.Answered, scores.CalibrationError);
    }
}
