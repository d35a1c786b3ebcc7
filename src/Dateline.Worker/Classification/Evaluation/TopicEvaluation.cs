using Dateline.Worker.Classification.Topics;
using Dateline.Worker.Classification.Training;

namespace Dateline.Worker.Classification.Evaluation;

/// <summary>Topic scores of one file; <c>Choice</c> has a line a language where every text has one label.</summary>
internal sealed record TopicReport(
    string Data, int Texts, IReadOnlyList<TopicCounts> Topics, TopicCounts Micro, double MacroF1, double TopRight, double Tagged, double CalibrationError,
    IReadOnlyList<ReliabilityBin> Reliability, IReadOnlyList<ChoiceReport> Choice);

/// <summary>Scores topics, or the labels of a taxonomy of the user's own, on rows with <c>topics</c> (or one <c>label</c>), leaving out those that train.</summary>
internal static class TopicEvaluation
{
    /// <summary>The level that nothing reaches.</summary>
    private const double Never = 1;

    /// <param name="classifier">What is scored: its first taxonomy if it has any, else the topics.</param>
    /// <param name="input">What it is scored on.</param>
    /// <param name="begin">Hears how many texts there are and gives what is called after each.</param>
    public static TopicReport Run(Classifier classifier, EvaluationInput input, Func<int, Action> begin)
    {
        var own = classifier.Taxonomies.Count > 0 ? classifier.Taxonomies[0] : null;
        var labels = own?.Labels ?? TopicCatalog.Labels;
        var (scores, choice) = (new TopicScores(labels), new ChoiceScores());
        var rows = CorpusFiles.Rows(input.Path)
            .Where(row => row.Split != "train" && ((row.Topics ?? row.Labels) is not null || labels.IndexOf(row.Label) >= 0)).ToArray();
        var scored = begin(rows.Length);
        foreach (var row in rows)
        {
            int[] gold = [.. row.AllLabels!.Select(labels.IndexOf).Where(label => label >= 0)];
            var probabilities = own?.Probabilities(row.Title ?? "", row.Text ?? "")
                ?? classifier.TopicProbabilities(new ClassifierInput(row.Title ?? "", Text: row.Text, Language: row.Language));
            var kept = TopicDecision.Kept(row.Language ?? "en", row.Title, row.Text);
            scores.Add(gold, TopicDecision.Choose(probabilities, row.Text?.Length ?? 0, own is null ? kept : Never), probabilities);
            if ((row.Topics ?? row.Labels) is null)
                choice.Add(row.Language ?? "", gold[0], probabilities, kept);
            scored();
        }

        return new TopicReport(
            input.Path, scores.Texts, scores.PerTopic, scores.Micro, scores.MacroF1, scores.TopRight, scores.Answered, scores.CalibrationError,
            scores.Reliability, choice.Report());
    }
}
