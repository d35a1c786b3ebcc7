namespace Dateline.Worker.Classification.Topics;

/// <summary>A text read with a language's lexicon: the sums of each topic, the terms found, its letter sequences. Reused from text to text; not for two threads at once.</summary>
internal sealed class LexiconReading
{
    private readonly List<LexiconTerm> hits = [];
    private readonly List<(string Term, int Sum)> terms = [];
    private readonly List<string> evidence = [];
    private readonly WordTrie<LexiconTerm>.Found addWord;
    private readonly SubstringIndex<LexiconTerm>.Found addPart;
    private char[] letters = [];
    private int[] ends = [];
    private float[] sums = [];

    public LexiconReading()
    {
        addWord = (term, _, _) => Add(term);
        addPart = (term, _, _) => Add(term);
    }

    /// <summary>The topics' sums of the whole, and of title and lead.</summary>
    public float[] Sums { get; } = new float[TopicCatalog.Count];

    public float[] LeadSums { get; } = new float[TopicCatalog.Count];

    public double[] Probabilities { get; } = new double[TopicCatalog.Count];

    public GramReading Grams { get; } = new();

    public List<(int Bucket, float Value)> GramValues { get; } = [];

    /// <summary>Fills <see cref="LeadSums"/> with the lead's.</summary>
    public void ReadLead(TopicLexicon lexicon, ReadOnlySpan<char> title, ReadOnlySpan<char> lead) => Read(lexicon, title, lead, LeadSums);

    /// <summary>Fills <see cref="Sums"/> and keeps the terms as evidence.</summary>
    public void Read(TopicLexicon lexicon, ReadOnlySpan<char> title, ReadOnlySpan<char> text) => Read(lexicon, title, text, Sums);

    /// <summary>The terms that spoke most for a topic, then the words whose letter sequences did, if there is a model of those.</summary>
    public string[] Evidence(int topic, GramModel? model, int most)
    {
        evidence.Clear();
        terms.Clear();
        foreach (var hit in hits)
            Count(hit, topic);
        terms.Sort(static (one, other) => one.Sum != other.Sum ? other.Sum.CompareTo(one.Sum) : string.CompareOrdinal(one.Term, other.Term));
        for (var i = 0; i < terms.Count && evidence.Count < most; i++)
        {
            if (terms[i].Term.TrimEnd('*') is var term && !evidence.Contains(term, StringComparer.OrdinalIgnoreCase))
                evidence.Add(term);
        }

        if (model is not null && GramModel.ClassOf(topic) is >= 0 and var type)
            Grams.AddEvidence(model, type, most, evidence);
        return [.. evidence];
    }

    private void Count(LexiconTerm hit, int topic)
    {
        if (hit.Topic != topic || hit.Weight <= 0)
            return;
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms[i].Term == hit.Term)
            {
                terms[i] = (hit.Term, terms[i].Sum + hit.Weight);
                return;
            }
        }

        terms.Add((hit.Term, hit.Weight));
    }

    private void Read(TopicLexicon lexicon, ReadOnlySpan<char> title, ReadOnlySpan<char> text, float[] into)
    {
        hits.Clear();
        sums = into;
        Array.Clear(sums);
        Match(lexicon, TopicFeatures.Head(title, TopicFeatures.TitleChars));
        text = TopicFeatures.Head(text, TopicFeatures.LexiconChars);
        Match(lexicon, text);
        // The scale was learned on short texts; a longer one has as many terms for its length, not more to say
        for (var t = 0; t < sums.Length && text.Length > TopicFeatures.TextChars; t++)
            sums[t] *= (float)TopicFeatures.TextChars / text.Length;
    }

    private void Match(TopicLexicon lexicon, ReadOnlySpan<char> text)
    {
        if (letters.Length < text.Length)
            (letters, ends) = (new char[text.Length], new int[(text.Length / 2) + 1]);
        lexicon.Match(text, new WordBuffer(letters.AsSpan(0, text.Length), ends), addWord, addPart);
    }

    private void Add(LexiconTerm term)
    {
        sums[term.Topic] += term.Weight;
        hits.Add(term);
    }
}
