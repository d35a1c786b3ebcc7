namespace Dateline.Worker.Classification.Topics;

/// <summary>
/// One-vs-rest logistic regression over tf-idf words and a lexicon's topic scores, for the 17 topics or labels of a user's own. Weights are
/// 8-bit with a scale a topic; each topic has a Platt scale that turns its score into a probability. Immutable.
/// </summary>
internal sealed class TopicModel
{
    public LabelSet Labels { get; init; } = TopicCatalog.Labels;

    /// <summary>The languages that labels of a user's own were learned in; empty for the built-in ones.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public required string[] Words { get; init; }

    /// <summary>Inverse document frequency of each word.</summary>
    public required float[] Idf { get; init; }

    /// <summary>Word by topic, row after row.</summary>
    public required sbyte[] Weights { get; init; }

    /// <summary>What a topic's 8-bit weight is multiplied with.</summary>
    public required float[] Scales { get; init; }

    /// <summary>Lexicon topic by topic, row after row.</summary>
    public required float[] LexiconWeights { get; init; }

    public required float[] Biases { get; init; }

    /// <summary>A row a topic: a weight for every topic's score, and a shift. See <see cref="Probabilities"/>.</summary>
    public required float[] Calibration { get; init; }

    private Dictionary<string, int>? ids;

    /// <summary>The vocabulary's number of a word; -1 when it is not in it.</summary>
    public int WordId(ReadOnlySpan<char> word) =>
        (ids ??= Number(Words)).GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var id) ? id : -1;

    public float Weight(int word, int topic) => Weights[(word * Biases.Length) + topic] * Scales[topic];

    /// <summary>
    /// Calibrated probabilities: Platt's logistic curve, over all scores instead of one, since topics compete (what is surely crime is less
    /// likely society).
    /// </summary>
    public void Probabilities(ReadOnlySpan<float> scores, Span<double> probabilities)
    {
        var width = Biases.Length + 1;
        for (var t = 0; t < probabilities.Length; t++)
        {
            var row = Calibration.AsSpan(t * width, width);
            var sum = row[^1];
            for (var s = 0; s < scores.Length; s++)
                sum += row[s] * scores[s];
            probabilities[t] = 1 / (1 + Math.Exp(-sum));
        }
    }

    /// <summary>Adds up every topic's score for word values (tf-idf, L2-normed) and lexicon features.</summary>
    public void Score(ReadOnlySpan<int> words, ReadOnlySpan<float> values, ReadOnlySpan<float> lexicon, Span<float> scores)
    {
        var topics = Biases.Length;
        scores.Clear();
        for (var i = 0; i < words.Length; i++)
        {
            var row = Weights.AsSpan(words[i] * topics, topics);
            for (var t = 0; t < topics; t++)
                scores[t] += values[i] * row[t];
        }

        for (var t = 0; t < topics; t++)
            scores[t] = (scores[t] * Scales[t]) + Biases[t];
        for (var l = 0; l < lexicon.Length; l++)
        {
            if (lexicon[l] == 0)
                continue;
            for (var t = 0; t < topics; t++)
                scores[t] += lexicon[l] * LexiconWeights[(l * topics) + t];
        }
    }

    private static Dictionary<string, int> Number(string[] words)
    {
        var ids = new Dictionary<string, int>(words.Length, StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i++)
            ids[words[i]] = i;
        return ids;
    }
}
