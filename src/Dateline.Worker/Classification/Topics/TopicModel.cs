using System.Numerics;
using System.Runtime.Intrinsics;

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

    /// <summary>Topics that are scored at once.</summary>
    private const int Together = 16;

    private Dictionary<string, int>? ids;
    private int[]? pairTable;

    /// <summary>The vocabulary's number of a word; -1 when it is not in it.</summary>
    public int WordId(ReadOnlySpan<char> word) =>
        (ids ??= Number(Words)).GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var id) ? id : -1;

    /// <summary>The number of two words side by side, by theirs; -1 when the pair is not in the vocabulary.</summary>
    public int PairId(int first, int second)
    {
        var table = pairTable ??= Table();
        for (var slot = Slot(first, second, table.Length); table[slot] > 0; slot = (slot + 1) & (table.Length - 1))
        {
            if (Pairs[table[slot] - 1] is var pair && pair.First == first && pair.Second == second)
                return Words.Length + table[slot] - 1;
        }

        return -1;
    }

    /// <summary>Whether a number is a pair's, and the numbers of its words.</summary>
    public bool IsPair(int id, out int first, out int second)
    {
        var isPair = id >= Words.Length;
        (first, second) = isPair ? Pairs[id - Words.Length] : (id, id);
        return isPair;
    }

    /// <summary>A word or a pair as it is written.</summary>
    public string Text(int id) => IsPair(id, out var first, out var second) ? $"{Words[first]} {Words[second]}" : Words[id];

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
        var done = 0;
        for (; done + Together <= topics; done += Together)
            ScoreTogether(words, values, done, scores[done..]);
        for (var i = 0; i < words.Length; i++)
        {
            for (var t = done; t < topics; t++)
                scores[t] += values[i] * Weights[(words[i] * topics) + t];
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

    /// <summary>Sixteen topics' sums at once: the same sums in the same order as one by one.</summary>
    private void ScoreTogether(ReadOnlySpan<int> words, ReadOnlySpan<float> values, int topic, Span<float> scores)
    {
        var topics = Biases.Length;
        var (first, second, third, fourth) = (Vector128<float>.Zero, Vector128<float>.Zero, Vector128<float>.Zero, Vector128<float>.Zero);
        for (var i = 0; i < words.Length; i++)
        {
            var (low, high) = Vector128.Widen(Vector128.Create<sbyte>(Weights.AsSpan((words[i] * topics) + topic, Together)));
            var (a, b) = Vector128.Widen(low);
            var (c, d) = Vector128.Widen(high);
            first += values[i] * Vector128.ConvertToSingle(a);
            second += values[i] * Vector128.ConvertToSingle(b);
            third += values[i] * Vector128.ConvertToSingle(c);
            fourth += values[i] * Vector128.ConvertToSingle(d);
        }

        first.CopyTo(scores);
        second.CopyTo(scores[4..]);
        third.CopyTo(scores[8..]);
        fourth.CopyTo(scores[12..]);
    }

    private static Dictionary<string, int> Number(string[] words)
    {
        var ids = new Dictionary<string, int>(words.Length, StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i++)
            ids[words[i]] = i;
        return ids;
    }

    /// <summary>The pairs' numbers from 1 by their hash, open addressed and a third full: most of a text's pairs are none of the vocabulary, which the first slot tells.</summary>
    private int[] Table()
    {
        var table = new int[BitOperations.RoundUpToPowerOf2((uint)(3 * Pairs.Length) + 1)];
        for (var i = 0; i < Pairs.Length; i++)
        {
            var slot = Slot(Pairs[i].First, Pairs[i].Second, table.Length);
            while (table[slot] > 0)
                slot = (slot + 1) & (table.Length - 1);
            table[slot] = i + 1;
        }

        return table;
    }

    private static int Slot(int first, int second, int size) =>
        (int)((((ulong)(uint)first << 32) | (uint)second) * 0x9E37_79B9_7F4A_7C15 >> 32) & (size - 1);
}
