using Dateline.Worker.Classification.Lexicons;
using Dateline.Worker.Classification.Subjects;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Training;

/// <summary>
/// Fits a topic model, for the built-in topics or labels of a user's own: vocabulary, word vectors, one regression a topic, and a Platt scale a topic from labelled rows that
/// were held out in turn, each time from a fresh start. The same rows and options give the same model, byte for byte.
/// </summary>
/// <param name="labels">What is to be told.</param>
/// <param name="english">Whose themes are features beside the words.</param>
/// <param name="options">How it is fitted.</param>
/// <param name="report">Takes each step as it is done.</param>
/// <param name="teaching">What is known of texts without full labels and of words, if anything is.</param>
internal sealed class TopicTrainer(LabelSet labels, LanguageTerms english, TrainingOptions options, Action<string> report, Teaching? teaching = null)
{
    private readonly TopicReading reading = new();

    public TopicModel Train(
        IReadOnlyList<TrainingText> labelled, IReadOnlyList<TrainingText> others, IReadOnlyList<(string Title, string Text)> unlabelled)
    {
        report($"{labelled.Count} rows with all labels, {others.Count} with one, {unlabelled.Count} with none");
        var folded = labelled.Select((text, row) => text with { Fold = FoldOf(row) }).ToArray();
        (string Title, string Text)[] read = [.. labelled.Concat(others).Select(text => (text.Title, text.Text)), .. unlabelled];
        var vocabulary = VocabularyOf(labelled, others, unlabelled, options);
        var vectors = options.Dimensions == 0 || vocabulary.Count < options.Dimensions
            ? null
            : WordVectors.Of(read.Select(text => vocabulary.Ids(text.Title, text.Text)), vocabulary.Count, options);
        if (teaching is not null)
            vectors = vectors?.With(vocabulary.Texts, teaching, options.TaughtSharing);
        report($"{vocabulary.Words.Length} words, {vocabulary.Pairs.Length} pairs{(vectors is null ? "" : " with vectors")}");

        var nothingKnown = new sbyte[labels.Count];
        TrainingText[] texts =
        [
            .. folded, .. others, .. LongTexts.Of(folded, options.LongTextTrust),
            .. teaching is null ? [] : unlabelled.Select(text => new TrainingText(text.Title, text.Text, nothingKnown, 0)),
        ];
        var rows = new SparseRows();
        foreach (var text in texts)
            Encode(vocabulary, text.Title, text.Text, rows);

        var regression = new LogisticRegression(rows, vocabulary.Count + Themes.Count, options.Cost, vectors);
        var samples = texts.Select((text, row) => new Sample(row, text.Targets, text.Trust, text.Fold, text.Fold < 0 ? teaching?.JudgementOf(text.Title, text.Text) : null)).ToList();
        var weights = Fit(regression, samples);
        report("fitted on the labelled sources");
        var scales = Calibrate(regression, rows, samples, labelled.Count);
        return Quantise(vocabulary, weights, scales, labels.IsBuiltIn ? [] : OwnTexts.LanguagesOf(labelled));
    }

    public static Vocabulary VocabularyOf(
        IEnumerable<TrainingText> labelled, IEnumerable<TrainingText> others, IEnumerable<(string Title, string Text)> unlabelled, TrainingOptions options) =>
        Vocabulary.Of([.. labelled.Concat(others).Select(text => (text.Title, text.Text)), .. unlabelled], options.Words, options.MinimumRows, options.Pairs, options.MinimumPairRows);

    /// <summary>Scattered, since labelled files often stand in an order that goes round the topics.</summary>
    private int FoldOf(int row) => (int)(((uint)row * 2_654_435_769u) >> 16) % options.Folds;

    private void Encode(Vocabulary vocabulary, string title, string text, SparseRows rows) =>
        vocabulary.Encode(title, text, reading.ThemesOf(title, text, english), rows);

    private double[][] Fit(LogisticRegression regression, List<Sample> samples)
    {
        var weights = new double[labels.Count][];
        Parallel.For(0, weights.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Threads },
            topic => weights[topic] = regression.Fit(Balanced(samples, topic)));
        return weights;
    }

    /// <summary>The samples that say something about a topic; the rarer side weighs more.</summary>
    private List<Example> Balanced(List<Sample> samples, int topic)
    {
        var known = samples.Where(sample => sample.Targets[topic] != 0).ToList();
        var positive = known.Where(sample => sample.Targets[topic] > 0).Sum(sample => (double)sample.Trust);
        var negative = known.Where(sample => sample.Targets[topic] < 0).Sum(sample => (double)sample.Trust);
        var boost = positive > 0 && negative > 0 ? Math.Pow(negative / positive, options.Balance) : 1;
        var examples = known.ConvertAll(sample => sample.Targets[topic] > 0 ? new Example(sample.Row, 1, sample.Trust * boost) : new Example(sample.Row, 0, sample.Trust));
        examples.AddRange(samples.Where(sample => sample.Judged is not null).Select(sample => Judged(sample, topic, boost)));
        return examples;
    }

    private Example Judged(Sample sample, int topic, double boost)
    {
        var share = sample.Judged![topic] / (double)byte.MaxValue;
        var (positive, negative) = (share * boost, 1 - share);
        return new Example(sample.Row, positive / (positive + negative), options.TeacherTrust * (positive + negative));
    }

    private double[][] Calibrate(LogisticRegression fit, SparseRows rows, List<Sample> samples, int labelled)
    {
        var held = new SparseRows();
        var targets = new List<sbyte[]>();
        for (var fold = 0; fold < options.Folds; fold++)
        {
            var weights = Fit(fit, [.. samples.Where(sample => sample.Fold != fold)]);
            foreach (var sample in samples.Where(sample => sample.Row < labelled && sample.Fold == fold))
            {
                for (var t = 0; t < labels.Count; t++)
                    held.Add(t, (float)Score(rows, sample.Row, weights[t]));
                held.EndRow();
                targets.Add(sample.Targets);
            }

            report($"calibration, part {fold + 1} of {options.Folds}");
        }

        var regression = new LogisticRegression(held, labels.Count, options.CalibrationCost);
        return [.. Enumerable.Range(0, labels.Count).Select(t => regression.Fit([.. targets.Select((target, row) => new Example(row, target[t] > 0 ? 1 : 0, 1))]))];
    }

    private static double Score(SparseRows rows, int row, double[] weights) => rows.Dot(row, weights) + weights[^1];

    private TopicModel Quantise(Vocabulary vocabulary, double[][] weights, double[][] calibration, string[] languages)
    {
        var topics = labels.Count;
        var scales = weights.Select(row => (float)(row.Take(vocabulary.Count).Max(Math.Abs) / sbyte.MaxValue)).ToArray();
        var small = new sbyte[vocabulary.Count * topics];
        var themes = new float[Themes.Count * topics];
        for (var t = 0; t < topics; t++)
        {
            for (var word = 0; word < vocabulary.Count; word++)
                small[(word * topics) + t] = scales[t] > 0 ? (sbyte)Math.Round(weights[t][word] / scales[t]) : (sbyte)0;
            for (var theme = 0; theme < Themes.Count; theme++)
                themes[(theme * topics) + t] = (float)weights[t][vocabulary.Count + theme];
        }

        return new TopicModel
        {
            Labels = labels, Languages = languages, Words = vocabulary.Words, Pairs = vocabulary.Pairs, Idf = vocabulary.Idf, Weights = small, Scales = scales, ThemeWeights = themes,
            Biases = [.. weights.Select(row => (float)row[^1])],
            Calibration = [.. calibration.SelectMany(row => row.Select(value => (float)value))],
        };
    }

    private sealed record Sample(int Row, sbyte[] Targets, float Trust, int Fold, byte[]? Judged);
}
