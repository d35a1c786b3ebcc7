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
    private const int MostEvidence = 5;

    /// <summary>The lead's part where a lexicon reads: a lead has few of its terms (French articles .495 to .511 micro-F1, top label right .545 to .559).</summary>
    private const double LexiconLead = .3;

    [ThreadStatic]
    private static TopicReading? reading;

    private readonly TopicLexicon english =
        lexicons.Find("en")?.Topics ?? throw new InvalidDataException("The lexicons have no English, which the topic model reads with.");

    public IReadOnlyList<Topic> Tag(string title, string text, string language)
    {
        if (ByModel(language))
            return TagByModel(title, text, language);
        return lexicons.Find(language) is { } lexicon ? TagByLexicon(lexicon.Topics, language, title, text) : [];
    }

    /// <summary>Probability of each topic, in the catalogue's order.</summary>
    public double[] Probabilities(string title, string text, string language)
    {
        var probabilities = new double[TopicCatalog.Count];
        if (ByModel(language))
            Score(title, text, probabilities);
        else if (lexicons.Find(language) is { } lexicon)
            Weigh(lexicon.Topics, language, title, text, null, probabilities);
        return probabilities;
    }

    /// <summary>Whether the trained model reads a language, rather than a lexicon.</summary>
    public static bool ByModel(string language) => language is "en" or "und";

    private Topic[] TagByModel(string title, string text, string language)
    {
        Span<double> probabilities = stackalloc double[TopicCatalog.Count];
        var read = Score(title, text, probabilities);
        var chosen = TopicDecision.Choose(probabilities, text.Length, language);
        var topics = new Topic[chosen.Count];
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

    private Topic[] TagByLexicon(TopicLexicon lexicon, string language, string title, string text)
    {
        var hits = new List<LexiconTerm>();
        var probabilities = new double[TopicCatalog.Count];
        var reading = Weigh(lexicon, language, title, text, hits, probabilities);
        return
        [
            .. TopicDecision.Choose(probabilities, text.Length, language).Select(topic => TopicCatalog.Tag(topic, probabilities[topic],
                [.. Terms(hits, topic).Concat(reading is null ? [] : Units(reading, sentences!.Find(language)!, topic))
                    .Distinct(StringComparer.OrdinalIgnoreCase).Take(MostEvidence)])),
        ];
    }

    private static IEnumerable<string> Terms(List<LexiconTerm> hits, int topic) =>
        hits.Where(term => term.Topic == topic && term.Weight > 0).GroupBy(term => term.Term, StringComparer.Ordinal)
            .OrderByDescending(group => group.Sum(term => term.Weight)).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Key.TrimEnd('*'));

    /// <summary>The words whose letter sequences spoke most for a topic.</summary>
    private static IEnumerable<string> Units(GramReading reading, GramModel model, int topic)
    {
        var type = GramModel.Topics.ToList().IndexOf(topic);
        if (type < 0)
            return [];
        var values = reading.Values(model.Idf).ToDictionary(entry => entry.Bucket, entry => entry.Value);
        return reading.Units.Select(unit => (unit.Unit, Share: unit.Buckets.Sum(bucket => values[bucket] * model.Weight(bucket, type))))
            .Where(entry => entry.Share > 0).OrderByDescending(entry => entry.Share).ThenBy(entry => entry.Unit, StringComparer.Ordinal)
            .Select(entry => entry.Unit);
    }

    /// <summary>Probabilities by the lexicon and, for a short text, by its letter sequences, which are handed back.</summary>
    private GramReading? Weigh(TopicLexicon lexicon, string language, string title, string text, List<LexiconTerm>? hits, double[] probabilities)
    {
        var sums = Sums(lexicon, title, text, hits);
        lexicons.Scale.Probabilities(sums, probabilities);
        if (text.Length > TopicFeatures.LeadChars)
            MixLead(lexicon, title, text, probabilities);
        var share = GramModel.Share(title.Length + text.Length);
        if (share == 0 || sentences?.Find(language) is not { } model)
            return null;

        var reading = new GramReading(language, title, text);
        model.Mix(reading, sums, share, probabilities);
        return reading;
    }

    private void MixLead(TopicLexicon lexicon, string title, string text, double[] probabilities)
    {
        Span<double> lead = stackalloc double[TopicCatalog.Count];
        lexicons.Scale.Probabilities(Sums(lexicon, title, text.AsSpan(0, TopicFeatures.LeadChars), null), lead);
        for (var t = 0; t < lead.Length; t++)
            probabilities[t] = ((1 - LexiconLead) * probabilities[t]) + (LexiconLead * lead[t]);
    }

    private static float[] Sums(TopicLexicon lexicon, string title, ReadOnlySpan<char> text, List<LexiconTerm>? hits)
    {
        var sums = new float[TopicCatalog.Count];
        void Add(LexiconTerm term)
        {
            sums[term.Topic] += term.Weight;
            hits?.Add(term);
        }

        lexicon.Match(TopicFeatures.Head(title, TopicFeatures.TitleChars), Add);
        var body = TopicFeatures.Head(text, TopicFeatures.LexiconChars);
        lexicon.Match(body, Add);
        if (body.Length > TopicFeatures.TextChars)
            PerTextChars(sums, body.Length);
        return sums;
    }

    /// <summary>The scale was learned on short texts; a longer one has as many terms for its length, not more to say.</summary>
    private static void PerTextChars(float[] sums, int length)
    {
        for (var t = 0; t < sums.Length; t++)
            sums[t] *= (float)TopicFeatures.TextChars / length;
    }
}
