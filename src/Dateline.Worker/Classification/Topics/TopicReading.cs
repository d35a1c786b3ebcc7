namespace Dateline.Worker.Classification.Topics;

/// <summary>An article read for the topic model: its known words with tf-idf values of length one, and the lexicon's features.</summary>
internal sealed class TopicReading
{
    private readonly int[] ids = new int[TopicFeatures.MaxWords];
    private readonly float[] values = new float[TopicFeatures.MaxWords];
    private readonly float[] sums = new float[TopicCatalog.Count];
    private readonly char[] letters = new char[TopicFeatures.MaxChars];
    private readonly int[] ends = new int[TopicFeatures.MaxWords];
    private readonly WordTrie<LexiconTerm>.Found addTerm;

    public TopicReading() => addTerm = (term, _, _) => sums[term.Topic] += term.Weight;

    public int Count { get; private set; }

    public ReadOnlySpan<int> Ids => ids.AsSpan(0, Count);

    public ReadOnlySpan<float> Values => values.AsSpan(0, Count);

    /// <summary>Features after <see cref="Read"/>: a value a topic.</summary>
    public ReadOnlySpan<float> Lexicon => sums;

    public void Read(ReadOnlySpan<char> title, ReadOnlySpan<char> text, TopicModel model, TopicLexicon lexicon)
    {
        var words = Split(title, text);
        LexiconSums(words, lexicon);
        for (var t = 0; t < sums.Length; t++)
            sums[t] = TopicFeatures.Lexicon(sums[t]);

        var known = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var id = model.WordId(words[i]);
            if (id >= 0)
                ids[known++] = id;
        }

        Count = Fold(known, model.Idf);
    }

    /// <summary>The lexicon's summed weights, a value a topic, not yet features.</summary>
    public ReadOnlySpan<float> Sums(ReadOnlySpan<char> title, ReadOnlySpan<char> text, TopicLexicon lexicon)
    {
        LexiconSums(Split(title, text), lexicon);
        return sums;
    }

    private WordBuffer Split(ReadOnlySpan<char> title, ReadOnlySpan<char> text)
    {
        var words = new WordBuffer(letters, ends);
        words.Add(TopicFeatures.Head(title, TopicFeatures.TitleChars), splitAtApostrophe: false);
        words.Add(TopicFeatures.Head(text, TopicFeatures.TextChars), splitAtApostrophe: false);
        return words;
    }

    private void LexiconSums(in WordBuffer words, TopicLexicon lexicon)
    {
        Array.Clear(sums);
        lexicon.Match(words, addTerm);
    }

    /// <summary>Sorts the ids, counts repeats and weighs them; gives the number of different words.</summary>
    private int Fold(int known, float[] idf)
    {
        Array.Sort(ids, 0, known);
        var (distinct, norm) = (0, 0f);
        for (var i = 0; i < known;)
        {
            var (id, first) = (ids[i], i);
            while (i < known && ids[i] == id)
                i++;
            var value = TopicFeatures.Frequency(i - first) * idf[id];
            norm += value * value;
            (ids[distinct], values[distinct++]) = (id, value);
        }

        var scale = norm > 0 ? 1 / MathF.Sqrt(norm) : 0;
        for (var i = 0; i < distinct; i++)
            values[i] *= scale;
        return distinct;
    }
}
