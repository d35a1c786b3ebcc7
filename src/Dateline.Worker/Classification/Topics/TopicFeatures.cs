namespace Dateline.Worker.Classification.Topics;

/// <summary>
/// What the topic model sees of a text: its known words and pairs of words with tf-idf values of length one, and a value for each theme of its terms. The same for training and
/// for use. Reused from text to text: words and terms are added, then <see cref="End"/> makes features of them.
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
    private readonly int[] keys = new int[2 * MaxWords], ids = new int[2 * MaxWords];
    private readonly float[] values = new float[2 * MaxWords], leadValues = new float[2 * MaxWords];
    private readonly float[] sums = new float[Subjects.Themes.Count], leadSums = new float[Subjects.Themes.Count];
    private readonly float[] themes = new float[Subjects.Themes.Count], leadThemes = new float[Subjects.Themes.Count];
    private int added;

    public int Count { get; private set; }

    public ReadOnlySpan<int> Ids => ids.AsSpan(0, Count);

    public ReadOnlySpan<float> Values => values.AsSpan(0, Count);

    /// <summary>A value a theme.</summary>
    public ReadOnlySpan<float> Themes => themes;

    /// <summary>The terms' summed weights, a value a theme.</summary>
    public ReadOnlySpan<float> Sums => sums;

    public static ReadOnlySpan<char> Head(ReadOnlySpan<char> text, int chars) => text.Length > chars ? text[..chars] : text;

    /// <summary>Sublinear term frequency.</summary>
    public static float Frequency(int count) => 1 + MathF.Log(count);

    /// <summary>Forgets the text before.</summary>
    public void Begin()
    {
        added = 0;
        Array.Clear(sums);
        Array.Clear(leadSums);
    }

    /// <summary>A known word or pair stands in the text.</summary>
    public void Add(int id, bool isLead) => keys[added++] = (id << 1) | (isLead ? 0 : 1);

    /// <summary>A term of a theme does.</summary>
    public void Add(int theme, int weight, bool isLead)
    {
        sums[theme] += weight;
        if (isLead)
            leadSums[theme] += weight;
    }

    /// <summary>Makes features of what was added; of a text that is more than a lead, the mean of its own and its lead's.</summary>
    public void End(float[] idf, bool hasMore)
    {
        Array.Sort(keys, 0, added);
        Count = 0;
        var (norm, leadNorm) = (0f, 0f);
        for (var i = 0; i < added;)
        {
            var (id, first, lead) = (keys[i] >> 1, i, 0);
            for (; i < added && keys[i] >> 1 == id; i++)
                lead += 1 - (keys[i] & 1);
            var value = values[Count] = Frequency(i - first) * idf[id];
            var leadValue = leadValues[Count] = lead > 0 ? Frequency(lead) * idf[id] : 0;
            norm += value * value;
            leadNorm += leadValue * leadValue;
            ids[Count++] = id;
        }

        Scale(values.AsSpan(0, Count), norm);
        Scale(leadValues.AsSpan(0, Count), leadNorm);
        Weigh(sums, themes);
        Weigh(leadSums, leadThemes);
        if (!hasMore)
            return;
        Mean(values.AsSpan(0, Count), leadValues);
        Mean(themes, leadThemes);
    }

    private static void Weigh(float[] sums, float[] features)
    {
        var all = 0f;
        for (var theme = 0; theme < sums.Length; theme++)
        {
            var value = sums[theme] > 0 ? MathF.Log(1 + sums[theme]) : 0;
            features[theme] = theme < TopicCatalog.Count ? TopicScale * value : SubjectScale * value;
            all += theme < TopicCatalog.Count ? 0 : value * value;
        }

        Scale(features.AsSpan(TopicCatalog.Count), Math.Max(all, LeastSubjects));
    }

    /// <summary>To the length of one, by the square of the length.</summary>
    private static void Scale(Span<float> values, float norm)
    {
        var factor = norm > 0 ? 1 / MathF.Sqrt(norm) : 0;
        foreach (ref var value in values)
            value *= factor;
    }

    private static void Mean(Span<float> values, ReadOnlySpan<float> others)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = (values[i] + others[i]) / 2;
    }
}
