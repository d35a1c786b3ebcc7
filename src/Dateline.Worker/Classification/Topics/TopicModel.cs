namespace Dateline.Worker.Classification.Topics;

/// <summary>
/// One-vs-rest logistic regression over tf-idf words and the themes of a text's terms, for the 17 topics or labels of a user's own. Weights are
/// 8-bit with a scale a topic; each topic has a Platt scale that turns its score into a probability. Immutable.
/// </summary>
internal sealed class TopicModel
{
    public LabelSet Labels { get; init; } = TopicCatalog.Labels;

    /// <summary>The languages that labels of a user's own were learned in; empty for the built-in ones.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public required string[] Words { get; init; }

    /// <summary>Two words side by side, numbered behind the words.</summary>
    public (int First, int Second)[] Pairs { get; init; } = [];

    /// <summary>Inverse document frequency of each word and pair.</summary>
    public required float[] Idf { get; init; }

    /// <summary>Word or pair by topic, row after row.</summary>
    public required sbyte[] Weights { get; init; }

    /// <summary>What a topic's 8-bit weight is multiplied with.</summary>
    public required float[] Scales { get; init; }

    /// <summary>Theme by topic, row after row; the first themes alone where the model knows no others.</summary>
    public required float[] ThemeWeights { get; init; }

    public required float[] Biases { get; init; }

    /// <summary>A row a topic: a weight for every topic's score, and a shift. See <see cref="Probabilities"/>.</summary>
    public required float[] Calibration { get; init; }

    private Dictionary<string, int>? ids;
    private Dictionary<(int First, int Second), int>? pairIds;

    /// <summary>The vocabulary's number of a word; -1 when it is not in it.</summary>
    public int WordId(ReadOnlySpan<char> word) =>
        (ids ??= Number(Words, 0, StringComparer.Ordinal)).GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var id) ? id : -1;

    /// <summary>The number of two words side by side, by theirs; -1 when the pair is not in the vocabulary.</summary>
    public int PairId(int first, int second) => (pairIds ??= Number(Pairs, Words.Length)).TryGetValue((first, second), out var id) ? id : -1;

    /// <summary>A word or a pair as it is written.</summary>
    public string Text(int id) => id < Words.Length ? Words[id] : $"{Words[Pairs[id - Words.Length].First]} {Words[Pairs[id - Words.Length].Second]}";

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

    /// <summary>Adds up every topic's score of a text.</summary>
    public void Score(TopicFeatures features, Span<float> scores)
    {
        var topics = Biases.Length;
        var words = features.Ids;
        var values = features.Values;
        var themes = features.Themes[..(ThemeWeights.Length / topics)];
        scores.Clear();
        for (var i = 0; i < words.Length; i++)
        {
            var row = Weights.AsSpan(words[i] * topics, topics);
            for (var t = 0; t < topics; t++)
                scores[t] += values[i] * row[t];
        }

        for (var t = 0; t < topics; t++)
            scores[t] = (scores[t] * Scales[t]) + Biases[t];
        for (var theme = 0; theme < themes.Length; theme++)
        {
            if (themes[theme] == 0)
                continue;
            for (var t = 0; t < topics; t++)
                scores[t] += themes[theme] * ThemeWeights[(theme * topics) + t];
        }
    }

    private static Dictionary<T, int> Number<T>(T[] entries, int first, IEqualityComparer<T>? comparer = null)
        where T : notnull
    {
        var ids = new Dictionary<T, int>(entries.Length, comparer);
        for (var i = 0; i < entries.Length; i++)
            ids[entries[i]] = first + i;
        return ids;
    }
}
