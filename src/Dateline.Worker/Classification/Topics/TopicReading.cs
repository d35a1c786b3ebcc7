using Dateline.Worker.Classification.Lexicons;
using Dateline.Worker.Classification.Subjects;

namespace Dateline.Worker.Classification.Topics;

/// <summary>An article read for the topic model. Reused from text to text; not for two threads at once.</summary>
internal sealed class TopicReading
{
    private readonly char[] letters = new char[TopicFeatures.MaxChars];
    private readonly int[] ends = new int[TopicFeatures.MaxWords], starts = new int[TopicFeatures.MaxWords];
    private readonly WordTrie<LexiconTerm>.Found addTopic, addSubject;
    private int leadWords, titleWords;
    private SubjectReading? counted;

    public TopicReading()
    {
        addTopic = (term, word, _) => Features.Add(term.Topic, term.Weight, word < leadWords);
        addSubject = (term, word, _) =>
        {
            Features.Add(Themes.OfSubject(term.Topic), term.Weight, word < leadWords);
            counted?.Count(term, word < titleWords);
        };
    }

    public TopicFeatures Features { get; } = new();

    /// <summary>Fills the <see cref="Features"/>, and counts the subjects' terms where they are wanted.</summary>
    public void Read(string title, string text, TopicModel model, KnownWords known, SubjectReading? wanted = null)
    {
        counted = wanted;
        var words = Begin(title, text);
        var (topics, subjects) = (known.English.Topics, known.English.Subjects);
        var before = -1;
        for (var i = 0; i < words.Count; i++)
        {
            var (id, isLead) = (model.WordId(words[i]), i < leadWords);
            var beginsPhrases = true;
            if (id < 0)
            {
                topics.MatchWordAt(words, i, addTopic);
                subjects?.MatchWordAt(words, i, addSubject);
            }
            else
            {
                Features.Add(id, isLead);
                if (before >= 0 && model.PairId(before, id) is >= 0 and var pair)
                    Features.Add(pair, isLead);
                (var terms, var ofSubjects, beginsPhrases) = known[id];
                foreach (var (theme, weight) in terms)
                    Features.Add(theme, weight, isLead);
                foreach (var term in counted is null ? [] : ofSubjects)
                    counted?.Count(term, i < titleWords);
            }

            if (beginsPhrases)
            {
                topics.MatchPhrasesAt(words, i, addTopic);
                subjects?.MatchPhrasesAt(words, i, addSubject);
            }

            before = id;
        }

        Features.End(model.Idf, text.Length > TopicFeatures.LeadChars);
    }

    /// <summary>A value a theme: what its terms say of all of a text, as the model is to learn from it.</summary>
    public ReadOnlySpan<float> ThemesOf(string title, string text, LanguageTerms english)
    {
        counted = null;
        var words = Begin(title, text);
        english.Topics.Match(words, addTopic);
        english.Subjects?.Match(words, addSubject);
        Features.End([], hasMore: false);
        return Features.Themes;
    }

    /// <summary>The topics' terms' summed weights.</summary>
    public ReadOnlySpan<float> Sums(string title, string text, TopicLexicon lexicon)
    {
        lexicon.Match(Begin(title, text), addTopic);
        return Features.Sums[..TopicCatalog.Count];
    }

    /// <summary>Forgets the text before; gives the words of this one.</summary>
    private WordBuffer Begin(ReadOnlySpan<char> title, ReadOnlySpan<char> text)
    {
        Features.Begin();
        var words = new WordBuffer(letters, ends, starts);
        words.Add(TopicFeatures.Head(title, TopicFeatures.TitleChars), splitAtApostrophe: false);
        leadWords = titleWords = words.Count;
        words.Add(TopicFeatures.Head(text, TopicFeatures.TextChars), splitAtApostrophe: false);
        while (leadWords < words.Count && words.Start(leadWords) < TopicFeatures.LeadChars)
            leadWords++;
        return words;
    }
}
