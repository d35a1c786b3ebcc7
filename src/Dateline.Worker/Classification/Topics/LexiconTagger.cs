using Dateline.Contracts;
using Dateline.Worker.Classification.Lexicons;
using Dateline.Worker.Classification.Subjects;

namespace Dateline.Worker.Classification.Topics;

/// <summary>The topics of an article by its language's terms and, for a short text, by its letter sequences. Safe for many threads.</summary>
internal sealed class LexiconTagger(ThemeModel themes, GramArchive? sentences)
{
    /// <summary>The lead's part: a lead has few of a lexicon's terms (French articles .495 to .511 micro-F1, top label right .545 to .559).</summary>
    private const double Lead = .3;

    [ThreadStatic]
    private static LexiconReading? kept;

    public Topic[] Tag(LanguageTerms terms, string language, string title, string text, SubjectReading? subjects = null)
    {
        var reading = Read(terms, language, title, text, subjects, out var model);
        var chosen = TopicDecision.Choose(reading.Probabilities, text.Length, TopicDecision.Kept(language, title, text));
        var topics = new Topic[chosen.Length];
        for (var i = 0; i < topics.Length; i++)
            topics[i] = TopicCatalog.Tag(chosen[i], reading.Probabilities[chosen[i]], reading.Evidence(chosen[i], themes, model, ModelTagger.MostEvidence));
        return topics;
    }

    public double[] Probabilities(LanguageTerms terms, string language, string title, string text) =>
        [.. Read(terms, language, title, text, null, out _).Probabilities];

    /// <summary>The probabilities, and the model of sentences if it had a part in them.</summary>
    private LexiconReading Read(LanguageTerms terms, string language, string title, string text, SubjectReading? subjects, out GramModel? model)
    {
        var reading = kept ??= new LexiconReading();
        var hasMore = text.Length > TopicFeatures.LeadChars;
        reading.Read(terms, title, text, subjects);
        ThemeModel.Features(reading.Sums, reading.Features);
        themes.Probabilities(reading.Features, reading.Probabilities);
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
        ThemeModel.Features(reading.LeadSums, reading.Features);
        themes.Probabilities(reading.Features, lead);
        for (var t = 0; t < lead.Length; t++)
            reading.Probabilities[t] = ((1 - Lead) * reading.Probabilities[t]) + (Lead * lead[t]);
    }
}
