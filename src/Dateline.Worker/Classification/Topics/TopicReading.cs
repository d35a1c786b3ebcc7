using Dateline.Worker.Classification.Lexicons;
using Dateline.Worker.Classification.Subjects;

namespace Dateline.Worker.Classification.Topics;

/// <summary>
/// An article read for the topic model: what is known of all of it, and of title and lead alone. Reused from text to text; not for two threads at once.
/// </summary>
internal sealed class TopicReading
{
    private readonly char[] letters = new char[TopicFeatures.MaxChars];
    private readonly int[] ends = new int[TopicFeatures.MaxWords], starts = new int[TopicFeatures.MaxWords];
    private readonly WordTrie<LexiconTerm>.Found addTopic, addSubject;
    private int leadWords;

    public TopicReading()
    {
        addTopic = (term, word, _) => Add(term.Topic, term.Weight, word);
        addSubject = (term, word, _) => Add(Themes.OfSubject(term.Topic), term.Weight, word);
    }

    public TopicFeatures Whole { get; } = new();

    public TopicFeatures Lead { get; } = new();

    /// <summary>Fills <see cref="Whole"/> and <see cref="Lead"/>.</summary>
    public void Read(ReadOnlySpan<char> title, ReadOnlySpan<char> text, TopicModel model, LanguageTerms english)
    {
        var words = Split(title, text);
        Sum(words, english);
        Whole.Begin();
        Lead.Begin();
        var before = -1;
        for (var i = 0; i < words.Count; i++)
        {
            var id = model.WordId(words[i]);
            Add(id, i);
            if (id >= 0 && before >= 0)
                Add(model.PairId(before, id), i);
            before = id;
        }

        Whole.End(model.Idf);
        Lead.End(model.Idf);
    }

    /// <summary>A value a theme: what its terms say of all of a text, as the model is to learn from it.</summary>
    public ReadOnlySpan<float> ThemesOf(ReadOnlySpan<char> title, ReadOnlySpan<char> text, LanguageTerms english)
    {
        Sum(Split(title, text), english);
        Whole.Begin();
        Whole.End([]);
        return Whole.Themes;
    }

    /// <summary>The topics' terms' summed weights.</summary>
    public ReadOnlySpan<float> Sums(ReadOnlySpan<char> title, ReadOnlySpan<char> text, TopicLexicon lexicon)
    {
        var words = Split(title, text);
        Clear();
        lexicon.Match(words, addTopic);
        return Whole.Sums[..TopicCatalog.Count];
    }

    private WordBuffer Split(ReadOnlySpan<char> title, ReadOnlySpan<char> text)
    {
        var words = new WordBuffer(letters, ends, starts);
        words.Add(TopicFeatures.Head(title, TopicFeatures.TitleChars), splitAtApostrophe: false);
        leadWords = words.Count;
        words.Add(TopicFeatures.Head(text, TopicFeatures.TextChars), splitAtApostrophe: false);
        while (leadWords < words.Count && words.Start(leadWords) < TopicFeatures.LeadChars)
            leadWords++;
        return words;
    }

    private void Sum(in WordBuffer words, LanguageTerms english)
    {
        Clear();
        english.Topics.Match(words, addTopic);
        english.Subjects?.Match(words, addSubject);
    }

    private void Clear()
    {
        Whole.Sums.Clear();
        Lead.Sums.Clear();
    }

    private void Add(int id, int word)
    {
        if (id < 0)
            return;
        Whole.Add(id);
        if (word < leadWords)
            Lead.Add(id);
    }

    private void Add(int theme, int weight, int word)
    {
        Whole.Sums[theme] += weight;
        if (word < leadWords)
            Lead.Sums[theme] += weight;
    }
}
