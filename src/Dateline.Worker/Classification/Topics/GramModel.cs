using Dateline.Worker.Classification.Lexicons;

namespace Dateline.Worker.Classification.Topics;

/// <summary>
/// What single sentences of a language are about, from their letter sequences and the themes of their terms: one regression a topic.
/// For short texts, where a lexicon finds little. Immutable.
/// </summary>
internal sealed class GramModel
{
    /// <summary>Topics that the sentences are labelled with.</summary>
    public static IReadOnlyList<int> Topics { get; } =
        [.. new[] { "arts", "health", "lifestyle", "politics", "science", "sport" }.Select(slug => TopicCatalog.IndexOf(slug))];

    public const int Classes = 6;

    public const float IdfStep = 1 / 32f;

    /// <summary>How far another topic of the lexicon speaks against those that only the sequences see.</summary>
    private const double Doubt = .5;

    private const int Whole = 250, None = 700;

    public required byte[] Idf { get; init; }

    /// <summary>Bucket by class, row after row.</summary>
    public required sbyte[] Weights { get; init; }

    public required float[] Scales { get; init; }

    /// <summary>Theme by class, row after row.</summary>
    public required float[] ThemeWeights { get; init; }

    public required float[] Biases { get; init; }

    /// <summary>A topic's place among the classes; -1 for one that the sentences do not have.</summary>
    public static int ClassOf(int topic)
    {
        for (var type = 0; type < Topics.Count; type++)
        {
            if (Topics[type] == topic)
                return type;
        }

        return -1;
    }

    /// <summary>How much this model is believed for a text of a length: a sentence wholly, a long text not at all, since it was learned on sentences.</summary>
    public static double Share(int length) => Math.Clamp((double)(None - length) / (None - Whole), 0, 1);

    public float Weight(int bucket, int type) => Weights[(bucket * Classes) + type] * Scales[type];

    /// <summary>
    /// Mixes into the lexicon's <paramref name="probabilities"/> what the sequences say. A topic that the sentences do not have, but the lexicon
    /// sees, speaks against those that only the sequences see.
    /// </summary>
    public void Mix(GramReading reading, List<(int Bucket, float Value)> values, ReadOnlySpan<float> sums, double share, Span<double> probabilities)
    {
        Span<double> own = stackalloc double[Classes];
        reading.Values(Idf, values);
        Score(values, sums, own);
        var other = 0.0;
        for (var t = 0; t < probabilities.Length; t++)
            other = ClassOf(t) >= 0 ? other : Math.Max(other, probabilities[t]);
        for (var i = 0; i < Topics.Count; i++)
        {
            ref var p = ref probabilities[Topics[i]];
            p = (share * own[i] * (1 - (Doubt * other * (1 - p)))) + ((1 - share) * p);
        }
    }

    /// <summary>The classes' probabilities.</summary>
    private void Score(List<(int Bucket, float Value)> values, ReadOnlySpan<float> sums, Span<double> scores)
    {
        for (var type = 0; type < Classes; type++)
            scores[type] = Biases[type];
        foreach (var (bucket, value) in values)
        {
            var row = Weights.AsSpan(bucket * Classes, Classes);
            for (var type = 0; type < Classes; type++)
                scores[type] += value * (row[type] * Scales[type]);
        }

        for (var theme = 0; theme < sums.Length; theme++)
        {
            for (var type = 0; type < Classes && sums[theme] > 0; type++)
                scores[type] += ThemeModel.Value(sums[theme]) * ThemeWeights[(theme * Classes) + type];
        }

        foreach (ref var score in scores)
            score = 1 / (1 + Math.Exp(-score));
    }
}
