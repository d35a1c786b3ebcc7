using System.Runtime.InteropServices;
using Dateline.Worker.Classification.Subjects;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Lexicons;

/// <summary>
/// From what a text's terms say to the topics' probabilities: a regression over the sum of each theme's terms and its share of all. Learned on English texts and
/// used in every language, since a theme is the same in all: what floods have to do with weather needs no translation. Immutable.
/// </summary>
/// <param name="weights">A row of topics for each theme's sum, then for each theme's share.</param>
/// <param name="biases">A value a topic.</param>
internal sealed class ThemeModel(float[] weights, float[] biases)
{
    private const float SumScale = .4f;

    /// <summary>A sum and a share for each theme.</summary>
    public static int FeatureCount => 2 * Themes.Count;

    public float[] Weights => weights;

    public float[] Biases => biases;

    /// <summary>The feature of a theme's sum.</summary>
    public static float Value(float sum) => sum > 0 ? SumScale * MathF.Log(1 + sum) : 0;

    /// <summary>What is not zero of a text's features: a theme's sum, and its share among the topics or the subjects.</summary>
    /// <param name="sums">The terms' summed weights, a value a theme.</param>
    /// <param name="into">Filled.</param>
    public static void Features(ReadOnlySpan<float> sums, List<(int Feature, float Value)> into)
    {
        into.Clear();
        var (topics, subjects) = (Whole(sums[..TopicCatalog.Count]), Whole(sums[TopicCatalog.Count..]));
        for (var theme = 0; theme < sums.Length; theme++)
        {
            if (sums[theme] <= 0)
                continue;
            into.Add((theme, Value(sums[theme])));
            into.Add((Themes.Count + theme, sums[theme] / (theme < TopicCatalog.Count ? topics : subjects)));
        }
    }

    /// <param name="features">Of a text.</param>
    /// <param name="probabilities">Filled with a value a topic.</param>
    public void Probabilities(List<(int Feature, float Value)> features, Span<double> probabilities)
    {
        for (var topic = 0; topic < probabilities.Length; topic++)
            probabilities[topic] = biases[topic];
        foreach (var (feature, value) in CollectionsMarshal.AsSpan(features))
        {
            var row = weights.AsSpan(feature * TopicCatalog.Count, TopicCatalog.Count);
            for (var topic = 0; topic < probabilities.Length; topic++)
                probabilities[topic] += value * row[topic];
        }

        foreach (ref var probability in probabilities)
            probability = 1 / (1 + Math.Exp(-probability));
    }

    /// <summary>How much a term of a theme speaks for a topic; 0 or less when it does not.</summary>
    public float Speaks(int theme, int topic) => weights[(theme * TopicCatalog.Count) + topic] + weights[((Themes.Count + theme) * TopicCatalog.Count) + topic];

    private static float Whole(ReadOnlySpan<float> sums)
    {
        var whole = 0f;
        foreach (var sum in sums)
            whole += Math.Max(0, sum);
        return whole;
    }
}
