using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Subjects;

/// <summary>A title and the head of a text read with a language's terms. Reused from text to text; not for two threads at once.</summary>
internal sealed class SubjectReading
{
    /// <summary>A term weighs so much more in the title, and half as much again where it stands a second and a third time.</summary>
    private const float InTitle = 2, Again = .5f;

    private const int MostTimes = 3;

    private readonly Dictionary<LexiconTerm, (int Title, int Text)> counts = [];
    private readonly List<(string Term, float Value)> evidence = [];
    private readonly float[] scores = new float[SubjectCatalog.All.Count];
    private readonly char[] letters = new char[TopicFeatures.MaxChars];
    private readonly int[] ends = new int[TopicFeatures.MaxWords];
    private readonly WordTrie<LexiconTerm>.Found addWord;
    private readonly SubstringIndex<LexiconTerm>.Found addPart;
    private bool isTitle;

    public SubjectReading()
    {
        addWord = (term, _, _) => Count(term);
        addPart = (term, _, _) => Count(term);
    }

    /// <summary>Each subject's terms, weighed and summed, after <see cref="Read"/>.</summary>
    public ReadOnlySpan<float> Scores => scores;

    public void Read(TopicLexicon lexicon, string title, string text)
    {
        counts.Clear();
        Match(lexicon, TopicFeatures.Head(title, TopicFeatures.TitleChars), inTitle: true);
        Match(lexicon, TopicFeatures.Head(text, TopicFeatures.TextChars), inTitle: false);
        Array.Clear(scores);
        foreach (var (term, times) in counts)
            scores[term.Topic] += Value(term, times);
    }

    /// <summary>The terms that spoke most for a subject.</summary>
    public string[] Evidence(int subject, int most)
    {
        evidence.Clear();
        foreach (var (term, times) in counts)
        {
            if (term.Topic == subject)
                evidence.Add((term.Term.TrimEnd('*'), Value(term, times)));
        }

        evidence.Sort(static (one, other) => one.Value != other.Value ? other.Value.CompareTo(one.Value) : string.CompareOrdinal(one.Term, other.Term));
        return [.. evidence.Take(most).Select(found => found.Term)];
    }

    private static float Value(LexiconTerm term, (int Title, int Text) times) => term.Weight * Math.Max(InTitle * Repeated(times.Title), Repeated(times.Text));

    private static float Repeated(int times) => times == 0 ? 0 : 1 + (Again * (Math.Min(times, MostTimes) - 1));

    private void Match(TopicLexicon lexicon, ReadOnlySpan<char> text, bool inTitle)
    {
        isTitle = inTitle;
        lexicon.Match(text, new WordBuffer(letters, ends), addWord, addPart);
    }

    private void Count(LexiconTerm term)
    {
        var (title, text) = counts.GetValueOrDefault(term);
        counts[term] = isTitle ? (title + 1, text) : (title, text + 1);
    }
}
