namespace Dateline.Worker.Classification.Topics;

/// <summary>
/// The letter sequences of a text: three to five letters within a word and its edges, one to three where words are short or not parted
/// (Chinese, Japanese, Korean), each hashed into a bucket. A unit is what stands as evidence: a word, or two letters where words are not parted.
/// </summary>
internal sealed class GramReading
{
    /// <summary>Buckets: 16,384; twice as many gain nothing (SIB-200 .865 and .862 right of the surest .65).</summary>
    public const int Buckets = 1 << 14;

    private readonly List<(string Unit, int[] Buckets)> units = [];
    private readonly SortedDictionary<int, int> counts = [];

    public GramReading(string language, ReadOnlySpan<char> title, ReadOnlySpan<char> text)
    {
        Read(language, title);
        Read(language, text);
        foreach (var bucket in units.SelectMany(unit => unit.Buckets))
            counts[bucket] = counts.GetValueOrDefault(bucket) + 1;
    }

    public IReadOnlyList<(string Unit, int[] Buckets)> Units => units;

    public IEnumerable<int> Distinct => counts.Keys;

    /// <summary>Bucket and value, tf-idf of length one; <paramref name="idf"/> is in steps of <see cref="GramModel.IdfStep"/> over 1.</summary>
    public List<(int Bucket, float Value)> Values(byte[] idf)
    {
        var values = counts.Select(entry => (entry.Key, Value: TopicFeatures.Frequency(entry.Value) * (1 + (idf[entry.Key] * GramModel.IdfStep)))).ToList();
        var norm = MathF.Sqrt(values.Sum(entry => entry.Value * entry.Value));
        return values.ConvertAll(entry => (entry.Key, entry.Value / norm));
    }

    private void Read(string language, ReadOnlySpan<char> text)
    {
        var words = new WordBuffer(new char[text.Length], new int[(text.Length / 2) + 1]);
        words.Add(text, splitAtApostrophe: true);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i].ToString();
            if (language is "zh" or "ja")
            {
                for (var at = 0; at < word.Length; at++)
                    units.Add((word.Substring(at, Math.Min(2, word.Length - at)), Grams(word.AsSpan(at, Math.Min(3, word.Length - at)), 1, 3, onlyFirst: true)));
            }
            else
            {
                units.Add((word, Grams($" {word} ", language == "ko" ? 1 : 3, language == "ko" ? 3 : 5, onlyFirst: false)));
            }
        }
    }

    private static int[] Grams(ReadOnlySpan<char> letters, int shortest, int longest, bool onlyFirst)
    {
        var buckets = new List<int>();
        for (var length = shortest; length <= longest; length++)
        {
            for (var at = 0; at + length <= letters.Length && !(onlyFirst && at > 0); at++)
                buckets.Add(Bucket(letters.Slice(at, length)));
        }

        return [.. buckets];
    }

    /// <summary>FNV-1a, folded.</summary>
    private static int Bucket(ReadOnlySpan<char> letters)
    {
        var hash = 2_166_136_261u;
        foreach (var c in letters)
            hash = unchecked((hash ^ c) * 16_777_619u);
        return (int)((hash ^ (hash >> 16)) % Buckets);
    }
}
