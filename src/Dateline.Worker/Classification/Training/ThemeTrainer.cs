using Dateline.Worker.Classification.Lexicons;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Training;

/// <summary>Learns what themes say of topics, from English texts with all their topics and from what the teacher says of others.</summary>
internal static class ThemeTrainer
{
    private const double Cost = .5, TeacherTrust = .3;

    /// <summary>Weight of a longer text that is put together of labelled ones: articles of other languages are read to 8,000 characters (French .782 to .815 right of five).</summary>
    private const float LongTextTrust = 1;

    /// <param name="labelled">With all their topics.</param>
    /// <param name="others">Without; what the teacher has not judged is left out.</param>
    /// <param name="teaching">What the teacher says.</param>
    /// <param name="english">Its terms.</param>
    /// <param name="threads">Topics fitted at a time.</param>
    public static ThemeModel Fit(IReadOnlyList<TrainingText> labelled, IEnumerable<(string Title, string Text)> others, Teaching teaching, LanguageTerms english, int threads)
    {
        var rows = new SparseRows();
        var reading = new LexiconReading();
        TrainingText[] known = [.. labelled, .. LongTexts.Of(labelled, LongTextTrust)];
        foreach (var text in known)
            Encode(reading, english, text.Title, text.Text, rows);
        var judged = new List<(int Row, byte[] Shares)>();
        foreach (var (title, text) in others)
        {
            if (teaching.JudgementOf(title, text) is not { } shares)
                continue;
            judged.Add((rows.Count, shares));
            Encode(reading, english, title, text, rows);
        }

        var regression = new LogisticRegression(rows, ThemeModel.FeatureCount, Cost);
        var fitted = new double[TopicCatalog.Count][];
        Parallel.For(0, fitted.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, topic => fitted[topic] = regression.Fit(
        [
            .. known.Select((text, row) => new Example(row, text.Targets[topic] > 0 ? 1 : 0, text.Trust)),
            .. judged.Select(text => new Example(text.Row, text.Shares[topic] / (double)byte.MaxValue, TeacherTrust)),
        ]));
        return new ThemeModel(
            [.. Enumerable.Range(0, ThemeModel.FeatureCount).SelectMany(feature => fitted.Select(weights => (float)weights[feature]))],
            [.. fitted.Select(weights => (float)weights[^1])]);
    }

    private static void Encode(LexiconReading reading, LanguageTerms english, string title, string text, SparseRows rows)
    {
        reading.Read(english, title, text);
        ThemeModel.Features(reading.Sums, reading.Features);
        foreach (var (feature, value) in reading.Features)
            rows.Add(feature, value);
        rows.EndRow();
    }
}
