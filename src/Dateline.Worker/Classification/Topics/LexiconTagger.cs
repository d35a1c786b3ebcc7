using Dateline.Contracts;
using Dateline.Worker.Classification.Lexicons;

namespace Dateline.Worker.Classification.Topics;

/// <summary>The topics of an article by its language's lexicon and, for a short text, by its letter sequences. Safe for many threads.</summary>
internal sealed class LexiconTagger(LexiconScale scale, GramArchive? sentences)
{
    /// <summary>The lead's part: a lead has few of a lexicon's terms (French articles .495 to .511 micro-F1, top label right .545 to .559).</summary>
    private const double Lead = .3;

    [ThreadStatic]
    private static LexiconReading? kept;

    public Topic[] Tag(TopicLexicon lexicon, string language, string title, string text)
    {
        var reading = Read(lexicon, language, title, text, out var model);
        var chosen = TopicDecision.Choose(reading.Probabilities, text.Length, TopicDecision.Kept(language, title, text));
        var topics = new Topic[chosen.Length];
        for (var i = 0; i < topics.Length; i++)
            topics[i] = TopicCatalog.Tag(chosen[i], reading.Probabilities[chosen[i]], reading.Evidence(chosen[i], model, ModelTagger.MostEvidence));
        return topics;
    }

    public double[] Probabilities(TopicLexicon lexicon, string language, string title, string text) =>
        [.. Read(lexicon, language, title, text, out _).Probabilities];

    /// <summary>The probabilities, and the model of sentences if it had a part in them.</summary>
    private LexiconReading Read(TopicLexicon lexicon, string language, string title, string text, out GramModel? model)
    {
        var reading = kept ??= new LexiconReading();
        var hasMore = text.Length > TopicFeatures.LeadChars;
        if (hasMore)
            reading.ReadLead(lexicon, title, text.AsSpan(0, TopicFeatures.LeadChars));
        reading.Read(lexicon, title, text);
        scale.Probabilities(reading.Sums, reading.Probabilities);
        if (hasMore)
            MixLead(reading);
        var share = GramModel.Share(title.Length + text.Length);
        model = share > 0 ? sentences?.Find(language) : null;
        if (model is null)
            return reading;

        reading.Grams.Read(language, title, text);
        model.Mix(reading.Grams, reading.GramValues, reading.Sums, share, reading.Probabilities);
        return reading;
    }

    private void MixLead(LexiconReading reading)
    {
        Span<double> lead = stackalloc double[TopicCatalog.Count];
        scale.Probabilities(reading.LeadSums, lead);
        for (var t = 0; t < lead.Length; t++)
            reading.Probabilities[t] = ((1 - Lead) * reading.Probabilities[t]) + (Lead * lead[t]);
    }
}
