using Dateline.Worker.Classification.Lexicons;
using Dateline.Worker.Classification.Subjects;

namespace Dateline.Worker.Classification.Topics;

/// <summary>A text read with a language's terms: the sums of each theme, the terms found, its letter sequences. Reused from text to text; not for two threads at once.</summary>
internal sealed class LexiconReading
{
    private const int AllOfTitle = int.MaxValue;

    private readonly List<(int Theme, LexiconTerm Term)> hits = [];
    private readonly List<(string Term, float Value)> terms = [];
    private readonly List<string> evidence = [];
    private readonly WordTrie<LexiconTerm>.Found addTopicWord, addSubjectWord;
    private readonly SubstringIndex<LexiconTerm>.Found addTopicPart, addSubjectPart;
    private char[] letters = [];
    private int[] ends = [], starts = [];
    private int leadEnd;
    private SubjectReading? counted;

    public LexiconReading()
    {
        (addTopicWord, addTopicPart) = ((term, word, _) => Add(term.Topic, term, starts[word]), (term, start, _) => Add(term.Topic, term, start));
        (addSubjectWord, addSubjectPart) = (
            (term, word, _) => AddSubject(term, starts[word]), (term, start, _) => AddSubject(term, start));
    }

    /// <summary>The themes' sums of the whole, and of title and lead.</summary>
    public float[] Sums { get; } = new float[Themes.Count];

    public float[] LeadSums { get; } = new float[Themes.Count];

    public List<(int Feature, float Value)> Features { get; } = [];

    public double[] Probabilities { get; } = new double[TopicCatalog.Count];

    public GramReading Grams { get; } = new();

    public List<(int Bucket, float Value)> GramValues { get; } = [];

    /// <summary>Fills the sums and keeps the terms as evidence; counts the subjects' terms where they are wanted.</summary>
    public void Read(LanguageTerms language, ReadOnlySpan<char> title, ReadOnlySpan<char> text, SubjectReading? wanted = null)
    {
        counted = wanted;
        hits.Clear();
        Array.Clear(Sums);
        Array.Clear(LeadSums);
        Match(language, TopicFeatures.Head(title, TopicFeatures.TitleChars), AllOfTitle);
        text = TopicFeatures.Head(text, TopicFeatures.LexiconChars);
        Match(language, text, TopicFeatures.LeadChars);
        // learned on short texts; a longer one has as many terms for its length, not more to say
        for (var theme = 0; theme < Sums.Length && text.Length > TopicFeatures.TextChars; theme++)
            Sums[theme] *= (float)TopicFeatures.TextChars / text.Length;
    }

    /// <summary>The terms that spoke most for a topic, then the words whose letter sequences did, if there is a model of those.</summary>
    public string[] Evidence(int topic, ThemeModel themes, GramModel? model, int most)
    {
        evidence.Clear();
        terms.Clear();
        foreach (var (theme, term) in hits)
        {
            if (term.Weight * themes.Speaks(theme, topic) is > 0 and var value)
                Count(term.Term, value);
        }

        terms.Sort(static (one, other) => one.Value != other.Value ? other.Value.CompareTo(one.Value) : string.CompareOrdinal(one.Term, other.Term));
        for (var i = 0; i < terms.Count && evidence.Count < most; i++)
        {
            if (terms[i].Term.TrimEnd('*') is var term && !evidence.Contains(term, StringComparer.OrdinalIgnoreCase))
                evidence.Add(term);
        }

        if (model is not null && GramModel.ClassOf(topic) is >= 0 and var type)
            Grams.AddEvidence(model, type, most, evidence);
        return [.. evidence];
    }

    private void Count(string term, float value)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms[i].Term == term)
            {
                terms[i] = (term, terms[i].Value + value);
                return;
            }
        }

        terms.Add((term, value));
    }

    private void Match(LanguageTerms language, ReadOnlySpan<char> text, int lead)
    {
        leadEnd = lead;
        if (!language.Topics.HasWords)
        {
            language.Topics.Match(text, addTopicPart);
            language.Subjects?.Match(text, addSubjectPart);
            return;
        }

        if (letters.Length < text.Length)
            (letters, ends, starts) = (new char[text.Length], new int[(text.Length / 2) + 1], new int[(text.Length / 2) + 1]);
        var words = new WordBuffer(letters, ends, starts);
        language.Topics.Split(text, ref words);
        language.Topics.Match(words, addTopicWord);
        language.Subjects?.Match(words, addSubjectWord);
    }

    /// For its subjects a text is read as far as in English
    private void AddSubject(LexiconTerm term, int start)
    {
        Add(Themes.OfSubject(term.Topic), term, start);
        if (start < TopicFeatures.TextChars)
            counted?.Count(term, leadEnd == AllOfTitle);
    }

    private void Add(int theme, LexiconTerm term, int start)
    {
        Sums[theme] += term.Weight;
        if (start < leadEnd)
            LeadSums[theme] += term.Weight;
        hits.Add((theme, term));
    }
}
