using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Training;

/// <summary>The words that a model knows, chosen by the number of rows that they stand in, with their inverse document frequency.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);

    private Vocabulary(string[] words, float[] idf)
    {
        (Words, Idf) = (words, idf);
        for (var i = 0; i < words.Length; i++)
            ids[words[i]] = i;
    }

    public string[] Words { get; }

    public float[] Idf { get; }

    public int Count => Words.Length;

    public static Vocabulary Of(IEnumerable<(string Title, string Text)> texts, int most, int minimumRows)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = 0;
        foreach (var (title, text) in texts)
        {
            rows++;
            foreach (var word in Split(title, text).Distinct(StringComparer.Ordinal))
                counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        var chosen = counts.Where(entry => entry.Value >= minimumRows)
            .OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Take(most).OrderBy(entry => entry.Key, StringComparer.Ordinal).ToArray();
        return new Vocabulary(
            [.. chosen.Select(entry => entry.Key)],
            [.. chosen.Select(entry => (float)(Half)(Math.Log((1.0 + rows) / (1 + entry.Value)) + 1))]);
    }

    /// <summary>Adds a text as a row: tf-idf values of length one, then the lexicon's features behind the words.</summary>
    public void Encode(string title, string text, ReadOnlySpan<float> lexiconSums, SparseRows rows)
    {
        var counts = Split(title, text).Where(ids.ContainsKey).GroupBy(word => ids[word]).OrderBy(group => group.Key)
            .Select(group => (Id: group.Key, Value: TopicFeatures.Frequency(group.Count()) * Idf[group.Key])).ToArray();
        var norm = MathF.Sqrt(counts.Sum(entry => entry.Value * entry.Value));
        foreach (var (id, value) in counts)
            rows.Add(id, value / norm);
        for (var t = 0; t < lexiconSums.Length; t++)
        {
            if (TopicFeatures.Lexicon(lexiconSums[t]) is > 0 and var value)
                rows.Add(Count + t, value);
        }

        rows.EndRow();
    }

    /// <summary>The numbers of a text's known words, in their order.</summary>
    public int[] Ids(string title, string text) => [.. Split(title, text).Where(ids.ContainsKey).Select(word => ids[word])];

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

