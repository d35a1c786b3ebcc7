namespace Dateline.Worker.Classification.Topics;

/// <summary>
/// What the topic model sees of a text: its known words and pairs of words with tf-idf values of length one, and a value for each theme of its terms. The same for training and
/// for use. Reused from text to text: sums and words are added, then <see cref="End"/> makes features of them.
/// </summary>
internal sealed class TopicFeatures
{
    /// <summary>Characters of the title that are read.</summary>
    public const int TitleChars = 300;

    /// <summary>Characters of the text that are read: the news is in the head; more adds nothing (GWN180: .717 at 900, .722 for all).</summary>
    public const int TextChars = 900;

    /// <summary>
    /// Characters of the lead, which is also read alone and counts for half of a longer text's score: the labelled texts are short, and what comes
    /// later is background (LGL .691 to .724 micro-F1; 200 to 600 characters all gain).
    /// </summary>
    public const int LeadChars = 350;

    /// <summary>Characters that a lexicon reads: it knows few words, so it wants many (French articles, right of five: .70 at 350, .74 at 900, .78 whole).</summary>
    public const int LexiconChars = 8_000;

    /// <summary>Buffer sizes that hold both.</summary>
    public const int MaxChars = TitleChars + TextChars, MaxWords = MaxChars / 2;

    /// <summary>On the scale of a tf-idf value: a topic's sum, and all subjects together.</summary>
    private const float TopicScale = .25f, SubjectScale = 1;

    /// <summary>Subjects that are less than this together, as one weak term is, stay small.</summary>
    private const float LeastSubjects = 1.5f;

    // words and the pairs of them
    private readonly int[] ids = new int[2 * MaxWords];
    private readonly float[] values = new float[2 * MaxWords], sums = new float[Subjects.Themes.Count], themes = new float[Subjects.Themes.Count];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Ids => ids.AsSpan(0, Count);

    public ReadOnlySpan<float> Values => values.AsSpan(0, Count);

    /// <summary>The terms' summed weights, a value a theme.</summary>
    public Span<float> Sums => sums;

    /// <summary>The features of the sums.</summary>
    public ReadOnlySpan<float> Themes => themes;

    public static ReadOnlySpan<char> Head(ReadOnlySpan<char> text, int chars) => text.Length > chars ? text[..chars] : text;

    /// <summary>Sublinear term frequency.</summary>
    public static float Frequency(int count) => 1 + MathF.Log(count);

    /// <summary>Forgets the words.</summary>
    public void Begin() => Count = 0;

    public void Add(int word) => ids[Count++] = word;

    /// <summary>Sorts the words, counts repeats and weighs them, and makes features of the sums.</summary>
    public void End(float[] idf)
    {
        Array.Sort(ids, 0, Count);
        var (distinct, norm) = (0, 0f);
        for (var i = 0; i < Count;)
        {
            var (id, first) = (ids[i], i);
            while (i < Count && ids[i] == id)
                i++;
            var value = Frequency(i - first) * idf[id];
            norm += value * value;
            (ids[distinct], values[distinct++]) = (id, value);
        }

        Scale(values.AsSpan(0, distinct), norm > 0 ? 1 / MathF.Sqrt(norm) : 0);
        Count = distinct;
        WeighThemes();
    }

    private void WeighThemes()
    {
        var all = 0f;
        for (var theme = 0; theme < sums.Length; theme++)
        {
            var value = themes[theme] = sums[theme] > 0 ? MathF.Log(1 + sums[theme]) : 0;
            if (theme < TopicCatalog.Count)
                themes[theme] *= TopicScale;
            else
                all += value * value;
        }

        Scale(themes.AsSpan(TopicCatalog.Count), SubjectScale / MathF.Sqrt(Math.Max(all, LeastSubjects)));
    }

    private static void Scale(Span<float> values, float factor)
    {
        foreach (ref var value in values)
            value *= factor;
    }
}
