using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Training;

/// <summary>
/// The words that a model knows, and the pairs of words that stand side by side, chosen by the number of rows that they stand in, with their inverse document
/// frequency. Pairs are numbered behind the words.
/// </summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<(int First, int Second), int> pairIds = [];

    private Vocabulary(string[] words, (int First, int Second)[] pairs)
    {
        (Words, Pairs) = (words, pairs);
        for (var i = 0; i < words.Length; i++)
            ids[words[i]] = i;
        for (var i = 0; i < pairs.Length; i++)
            pairIds[pairs[i]] = words.Length + i;
    }

    public string[] Words { get; }

    public (int First, int Second)[] Pairs { get; }

    public float[] Idf { get; private init; } = [];

    public int Count => Words.Length + Pairs.Length;

    /// <summary>Words, then pairs as they are written.</summary>
    public IReadOnlyList<string> Texts => [.. Words, .. Pairs.Select(pair => $"{Words[pair.First]} {Words[pair.Second]}")];

    /// <param name="texts">What they are chosen from.</param>
    /// <param name="words">Words at most.</param>
    /// <param name="minimumRows">Rows that a word stands in at least.</param>
    /// <param name="pairs">Pairs at most.</param>
    /// <param name="minimumPairRows">Rows that a pair stands in at least.</param>
    public static Vocabulary Of(IEnumerable<(string Title, string Text)> texts, int words, int minimumRows, int pairs = 0, int minimumPairRows = 0)
    {
        string[][] rows = [.. texts.Select(text => Split(text.Title, text.Text))];
        var wordRows = RowsOf(rows.Select(row => row.Distinct(StringComparer.Ordinal)), StringComparer.Ordinal);
        var chosen = new Vocabulary(Most(wordRows, words, minimumRows, StringComparer.Ordinal), []);
        var pairRows = pairs == 0 ? [] : RowsOf(rows.Select(row => chosen.PairsOf(row).Distinct()), EqualityComparer<(int, int)>.Default);
        var chosenPairs = Most(pairRows, pairs, minimumPairRows, Comparer<(int First, int Second)>.Default);
        return new Vocabulary(chosen.Words, chosenPairs)
        {
            Idf = [.. chosen.Words.Select(word => Rarity(wordRows[word], rows.Length)), .. chosenPairs.Select(pair => Rarity(pairRows[pair], rows.Length))],
        };
    }

    /// <summary>Adds a text as a row: tf-idf values of length one, then the themes' features behind the words.</summary>
    public void Encode(string title, string text, ReadOnlySpan<float> themes, SparseRows rows)
    {
        var counts = Ids(title, text).GroupBy(id => id).OrderBy(group => group.Key)
            .Select(group => (Id: group.Key, Value: TopicFeatures.Frequency(group.Count()) * Idf[group.Key])).ToArray();
        var norm = MathF.Sqrt(counts.Sum(entry => entry.Value * entry.Value));
        foreach (var (id, value) in counts)
            rows.Add(id, value / norm);
        for (var theme = 0; theme < themes.Length; theme++)
        {
            if (themes[theme] > 0)
                rows.Add(Count + theme, themes[theme]);
        }

        rows.EndRow();
    }

    /// <summary>The numbers of a text's known words, in their order, then of its pairs.</summary>
    public int[] Ids(string title, string text)
    {
        var words = Split(title, text);
        return [.. words.Where(ids.ContainsKey).Select(word => ids[word]), .. PairsOf(words).Where(pairIds.ContainsKey).Select(pair => pairIds[pair])];
    }

    private static Dictionary<T, int> RowsOf<T>(IEnumerable<IEnumerable<T>> rows, IEqualityComparer<T> comparer)
        where T : notnull
    {
        var counts = new Dictionary<T, int>(comparer);
        foreach (var entry in rows.SelectMany(row => row))
            counts[entry] = counts.GetValueOrDefault(entry) + 1;
        return counts;
    }

    private static T[] Most<T>(Dictionary<T, int> counts, int most, int minimumRows, IComparer<T> comparer)
        where T : notnull =>
        [.. counts.Where(entry => entry.Value >= minimumRows).OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, comparer).Take(most).Select(entry => entry.Key).Order(comparer)];

    private static float Rarity(int rows, int all) => (float)(Half)(Math.Log((1.0 + all) / (1 + rows)) + 1);

    /// <summary>Known words side by side; a letter or a figure alone makes no pair.</summary>
    private IEnumerable<(int First, int Second)> PairsOf(string[] words)
    {
        for (var i = 1; i < words.Length; i++)
        {
            if (words[i - 1].Length > 1 && words[i].Length > 1 && ids.TryGetValue(words[i - 1], out var first) && ids.TryGetValue(words[i], out var second))
                yield return (first, second);
        }
    }

    private static string[] Split(string title, string text)
    {
        var words = new WordBuffer(new char[TopicFeatures.MaxChars], new int[TopicFeatures.MaxWords]);
        words.Add(TopicFeatures.Head(title, TopicFeatures.TitleChars), splitAtApostrophe: false);
        words.Add(TopicFeatures.Head(text, TopicFeatures.TextChars), splitAtApostrophe: false);
        var result = new string[words.Count];
        for (var i = 0; i < result.Length; i++)
            result[i] = words[i].ToString();
        return result;
    }
}
