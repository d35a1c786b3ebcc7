using Dateline.Contracts;
using Dateline.Worker.Classification.Lexicons;

namespace Dateline.Worker.Classification.Topics;

/// <summary>
/// The topics of an article: the trained model for English and for texts whose language nobody knows, the language's lexicon where there is
/// one, with a model of single sentences beside it for short texts, nothing otherwise. Safe for many threads.
/// </summary>
internal sealed class TopicTagger(TopicModel model, LexiconArchive lexicons, GramArchive? sentences = null)
{
    /// <summary>Words that stand as evidence for a topic at most.</summary>
    public const int MostEvidence = 5;

    [ThreadStatic]
    private static TopicReading? reading;

    private readonly LexiconTagger byLexicon = new(lexicons.Scale, sentences);

    private readonly TopicLexicon english =
        lexicons.Find("en")?.Topics ?? throw new InvalidDataException("The lexicons have no English, which the topic model reads with.");

    public IReadOnlyList<Topic> Tag(string title, string text, string language)
    {
        if (ByModel(language))
            return TagByModel(title, text, language);
        return lexicons.Find(language) is { } lexicon ? byLexicon.Tag(lexicon.Topics, language, title, text) : [];
    }

    /// <summary>Probability of each topic, in the catalogue's order.</summary>
    public double[] Probabilities(string title, string text, string language)
    {
        if (!ByModel(language))
            return lexicons.Find(language) is { } lexicon ? byLexicon.Probabilities(lexicon.Topics, language, title, text) : new double[TopicCatalog.Count];
        var probabilities = new double[TopicCatalog.Count];
        Score(title, text, probabilities);
        return probabilities;
    }

    /// <summary>Whether the trained model reads a language, rather than a lexicon.</summary>
    public static bool ByModel(string language) => language is "en" or "und";

    private Topic[] TagByModel(string title, string text, string language)
    {
        Span<double> probabilities = stackalloc double[TopicCatalog.Count];
        var read = Score(title, text, probabilities);
        var chosen = TopicDecision.Choose(probabilities, text.Length, language);
        var topics = new Topic[chosen.Length];
        for (var i = 0; i < topics.Length; i++)
            topics[i] = TopicCatalog.Tag(chosen[i], probabilities[chosen[i]], Evidence(read, chosen[i]));
        return topics;
    }

    private TopicReading Score(string title, string text, Span<double> probabilities)
    {
        var read = reading ??= new TopicReading();
        Span<float> scores = stackalloc float[TopicCatalog.Count], lead = stackalloc float[TopicCatalog.Count];
        var hasMore = text.Length > TopicFeatures.LeadChars;
        if (hasMore)
            Score(read, title, text.AsSpan(0, TopicFeatures.LeadChars), lead);
        Score(read, title, text, scores);
        for (var t = 0; hasMore && t < scores.Length; t++)
            scores[t] = (scores[t] + lead[t]) / 2;
        model.Probabilities(scores, probabilities);
        return read;
    }

    private void Score(TopicReading read, string title, ReadOnlySpan<char> text, Span<float> scores)
    {
        read.Read(title, text, model, english);
        model.Score(read.Ids, read.Values, read.Lexicon, scores);
    }

    /// <summary>The words that spoke most for a topic, and of two alike the first in the alphabet.</summary>
    private string[] Evidence(TopicReading read, int topic)
    {
        Span<(int Id, float Share)> best = stackalloc (int, float)[MostEvidence];
        var count = 0;
        for (var i = 0; i < read.Count; i++)
        {
            var entry = (Id: read.Ids[i], Share: read.Values[i] * model.Weight(read.Ids[i], topic));
            var at = count;
            while (at > 0 && IsBefore(entry, best[at - 1]))
                at--;
            if (entry.Share <= 0 || at == MostEvidence)
                continue;
            count = Math.Min(count + 1, MostEvidence);
            for (var move = count - 1; move > at; move--)
                best[move] = best[move - 1];
            best[at] = entry;
        }

        var words = new string[count];
        for (var i = 0; i < count; i++)
            words[i] = model.Words[best[i].Id];
        return words;
    }

    private bool IsBefore((int Id, float Share) one, (int Id, float Share) other) =>
        one.Share != other.Share ? one.Share > other.Share : string.CompareOrdinal(model.Words[one.Id], model.Words[other.Id]) < 0;
}
