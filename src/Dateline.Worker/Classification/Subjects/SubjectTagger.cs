using Dateline.Contracts;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Subjects;

/// <summary>
/// The subjects of an article within its topics, by what its language calls them. A subject whose topic the article has not is left alone: a term
/// then need only tell it from the topic's other subjects ("striker"). Safe for many threads.
/// </summary>
internal static class SubjectTagger
{
    /// <summary>A subject is tagged from this probability on.</summary>
    private const double Tagged = .55;

    /// <summary>
    /// The probability's log odds by the score's logarithm, its share of all subjects' scores, and whether there is more than a lead, where words stand by
    /// the way. Fitted on 237 English texts that were labelled for it.
    /// </summary>
    private const double Bias = -2.05, ByScore = 1.4, ByShare = 3.15, InArticle = -.7;

    private static readonly Comparer<ArticleLabel> MostProbableFirst = Comparer<ArticleLabel>.Create(static (one, other) =>
        one.Confidence != other.Confidence ? other.Confidence.CompareTo(one.Confidence) : string.CompareOrdinal(one.Slug, other.Slug));

    /// <summary>Adds the subjects, the most probable first.</summary>
    /// <param name="reading">The subjects' terms in the article.</param>
    /// <param name="textLength">Characters of its text.</param>
    /// <param name="topics">Its topics.</param>
    /// <param name="labels">Where to add them.</param>
    public static void Add(SubjectReading reading, int textLength, IReadOnlyList<Topic> topics, List<ArticleLabel> labels)
    {
        if (topics.Count == 0)
            return;

        Span<bool> has = stackalloc bool[TopicCatalog.Count];
        foreach (var topic in topics)
            has[TopicCatalog.IndexOf(topic.Slug)] = true;
        var scores = reading.Scores();
        var first = labels.Count;
        var all = 0f;
        for (var i = 0; i < scores.Length; i++)
            all += IsWithin(i, has) ? scores[i] : 0;
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] > 0 && IsWithin(i, has) && Probability(scores[i], all, textLength) is >= Tagged and var probability)
                labels.Add(Label(i, probability, reading.Evidence(i, ModelTagger.MostEvidence)));
        }

        labels.Sort(first, labels.Count - first, MostProbableFirst);
    }

    private static bool IsWithin(int subject, ReadOnlySpan<bool> topics)
    {
        foreach (var topic in SubjectCatalog.All[subject].Topics)
        {
            if (topics[topic])
                return true;
        }

        return false;
    }

    private static double Probability(float score, float all, int textLength)
    {
        var odds = Bias + (ByScore * Math.Log(score)) + (ByShare * score / all) + (textLength > TopicFeatures.LeadChars ? InArticle : 0);
        return 1 / (1 + Math.Exp(-odds));
    }

    private static ArticleLabel Label(int place, double probability, string[] evidence)
    {
        var (slug, _, name) = SubjectCatalog.All[place];
        return new ArticleLabel(SubjectCatalog.Taxonomy, $"{SubjectCatalog.Taxonomy}:{slug}", slug, name, Math.Round(probability, 3), evidence);
    }
}
