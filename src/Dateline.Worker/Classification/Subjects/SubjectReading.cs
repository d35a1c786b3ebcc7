using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Subjects;

/// <summary>The subjects' terms in a title and the head of a text, counted while its topics are read. Reused from text to text; not for two threads at once.</summary>
internal sealed class SubjectReading
{
    /// <summary>A term weighs so much more in the title, and half as much again where it stands a second and a third time.</summary>
    private const float InTitle = 2, Again = .5f;

    private const int MostTimes = 3;

    private readonly Dictionary<LexiconTerm, (int Title, int Text)> counts = [];
    private readonly List<(string Term, float Value)> evidence = [];
    private readonly float[] scores = new float[SubjectCatalog.All.Count];

    /// <summary>Forgets the text before.</summary>
    public void Begin() => counts.Clear();

    /// <summary>A term stands in the text once more.</summary>
    public void Count(LexiconTerm term, bool inTitle)
    {
        var (title, text) = counts.GetValueOrDefault(term);
        counts[term] = inTitle ? (title + 1, text) : (title, text + 1);
    }

    /// <summary>Each subject's terms, weighed and summed.</summary>
    public ReadOnlySpan<float> Scores()
    {
        Array.Clear(scores);
        foreach (var (term, times) in counts)
            scores[term.Topic] += Value(term, times);
        return scores;
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
}
