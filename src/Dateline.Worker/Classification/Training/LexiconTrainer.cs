using Dateline.Worker.Classification.Lexicons;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Training;

/// <summary>Learns the scale that turns a lexicon's sums into probabilities, from rows labelled with all their topics.</summary>
internal static class LexiconTrainer
{
    private const int SumColumn = 0, ShareColumn = 1, FirstShift = 2;

    /// <summary>Weak penalty: three thousand samples a parameter.</summary>
    private const double Cost = 10;

    public static LexiconScale Fit(IEnumerable<TrainingText> texts, TopicLexicon lexicon)
    {
        var rows = new SparseRows();
        var samples = new List<Example>();
        var reading = new TopicReading();
        foreach (var text in texts)
        {
            var sums = reading.Sums(text.Title, text.Text, lexicon);
            var all = 0f;
            foreach (var sum in sums)
                all += Math.Max(0, sum);
            for (var t = 0; t < sums.Length; t++)
            {
                if (sums[t] <= 0)
                    continue;
                rows.Add(SumColumn, LexiconScale.LogSum(sums[t]));
                rows.Add(ShareColumn, sums[t] / all);
                rows.Add(FirstShift + t, 1);
                rows.EndRow();
                samples.Add(new Example(rows.Count - 1, text.Targets[t] > 0 ? 1 : 0, 1));
            }
        }

        var weights = new LogisticRegression(rows, FirstShift + TopicCatalog.Count, Cost).Fit(samples);
        return new LexiconScale(
            (float)weights[SumColumn], (float)weights[ShareColumn],
            [.. Enumerable.Range(0, TopicCatalog.Count).Select(t => (float)(weights[FirstShift + t] + weights[^1]))]);
    }
}
