using Dateline.Contracts;
using Dateline.Worker.Classification.Lexicons;

namespace Dateline.Worker.Classification.Topics;

/// <summary>
/// The topics of an article: the trained model for English and for texts whose language nobody knows, the language's lexicon where there is
/// one, nothing otherwise. Safe for many threads.
/// </summary>
internal sealed class TopicTagger(TopicModel model, LexiconArchive lexicons)
{
    /// <summary>Words that stand as evidence for a topic at most.</summary>
    private const int MostEvidence = 5;

    [ThreadStatic]
    private static TopicReading? reading;

    private readonly TopicLexicon english =
        lexicons.Find("en")?.Topics ?? throw new InvalidDataException("The lexicons have no English, which the topic model reads with.");

    public IReadOnlyList<Topic> Tag(string title, string text, string language)
    {
        if (ByModel(language))
            return TagByModel(title, text);
        return lexicons.Find(language) is { } lexicon ? TagByLexicon(lexicon.Topics, title, text) : [];
    }

    /// <summary>Probability of each topic, in the catalogue's order.</summary>
    public double[] Probabilities(string title, string text, string language)
    {
        var probabilities = new double[TopicCatalog.Count];
        if (ByModel(language))
            Score(title, text, probabilities);
        else if (lexicons.Find(language) is { } lexicon)
            lexicons.Scale.Probabilities(Sums(lexicon.Topics, title, text, null), probabilities);
        return probabilities;
    }

    private static bool ByModel(string language) => language is "en" or "und";

    private Topic[] TagByModel(string title, string text)
    {
        Span<double> probabilities = stackalloc double[TopicCatalog.Count];
        var read = Score(title, text, probabilities);
        var chosen = TopicDecision.Choose(probabilities);
        var topics = new Topic[chosen.Count];
        for (var i = 0; i < topics.Length; i++)
            topics[i] = TopicCatalog.Tag(chosen[i], probabilities[chosen[i]], Evidence(read, chosen[i]));
        return topics;
    }

    private TopicReading Score(string title, string text, Span<double> probabilities)
    {
        var read = reading ??= new TopicReading();
        read.Read(title, text, model, english);
        Span<float> scores = stackalloc float[TopicCatalog.Count];
        model.Score(read.Ids, read.Values, read.Lexicon, scores);
        model.Probabilities(scores, probabilities);
        return read;
    }

    private string[] Evidence(TopicReading read, int topic)
    {
        var words = new List<(string Word, float Share)>();
        for (var i = 0; i < read.Count; i++)
        {
            if (read.Values[i] * model.Weight(read.Ids[i], topic) is > 0 and var share)
                words.Add((model.Words[read.Ids[i]], share));
        }

        return [.. words.OrderByDescending(entry => entry.Share).ThenBy(entry => entry.Word, StringComparer.Ordinal).Take(MostEvidence).Select(entry => entry.Word)];
    }

    private Topic[] TagByLexicon(TopicLexicon lexicon, string title, string text)
    {
        var hits = new List<LexiconTerm>();
        var probabilities = new double[TopicCatalog.Count];
        lexicons.Scale.Probabilities(Sums(lexicon, title, text, hits), probabilities);
        return
        [
            .. TopicDecision.Choose(probabilities).Select(topic => TopicCatalog.Tag(topic, probabilities[topic],
                [.. hits.Where(term => term.Topic == topic && term.Weight > 0).GroupBy(term => term.Term, StringComparer.Ordinal)
                    .OrderByDescending(group => group.Sum(term => term.Weight)).ThenBy(group => group.Key, StringComparer.Ordinal)
                    .Take(MostEvidence).Select(group => group.Key.TrimEnd('*'))])),
        ];
    }

    private static float[] Sums(TopicLexicon lexicon, string title, string text, List<LexiconTerm>? hits)
    {
        var sums = new float[TopicCatalog.Count];
        void Add(LexiconTerm term)
        {
            sums[term.Topic] += term.Weight;
            hits?.Add(term);
        }

        lexicon.Match(TopicFeatures.Head(title, TopicFeatures.TitleChars), Add);
        lexicon.Match(TopicFeatures.Head(text, TopicFeatures.TextChars), Add);
        return sums;
    }
}
