using Dateline.Contracts;
using Dateline.Worker.Classification.Lexicons;
using Dateline.Worker.Classification.Subjects;

namespace Dateline.Worker.Classification.Topics;

/// <summary>
/// The topics of an article: the trained model for English and for texts whose language nobody knows, the language's lexicon where there is
/// one, with a model of single sentences beside it for short texts, nothing otherwise. Safe for many threads.
/// </summary>
internal sealed class TopicTagger(TopicModel model, LexiconArchive lexicons, GramArchive? sentences = null)
{
    private readonly LexiconTagger byLexicon = new(lexicons.Themes, sentences);
    private readonly ModelTagger english = new(model, lexicons.English, sentences);
    private readonly ModelTagger unknown = new(model, lexicons.English);

    /// <summary>The topics, the most probable first; the subjects' terms are counted in <paramref name="subjects"/> where they are wanted.</summary>
    public IReadOnlyList<Topic> Tag(string title, string text, string language, SubjectReading? subjects = null)
    {
        subjects?.Begin();
        if (!ByModel(language))
            return lexicons.Find(language) is { } lexicon ? byLexicon.Tag(lexicon.Terms, language, title, text, subjects) : [];
        var tagged = ModelOf(language).Tag(title, text, TopicDecision.Kept(language, title, text), language == "en" ? subjects : null);
        if (tagged.Length == 0)
            return [];
        var topics = new Topic[tagged.Length];
        for (var i = 0; i < topics.Length; i++)
            topics[i] = TopicCatalog.Tag(tagged[i].Label, tagged[i].Confidence, tagged[i].Evidence);
        return topics;
    }

    /// <summary>Probability of each topic, in the catalogue's order.</summary>
    public double[] Probabilities(string title, string text, string language) =>
        ByModel(language) ? ModelOf(language).Probabilities(title, text)
        : lexicons.Find(language) is { } lexicon ? byLexicon.Probabilities(lexicon.Terms, language, title, text)
        : new double[TopicCatalog.Count];

    /// <summary>English sentences say nothing of a text whose language nobody knows.</summary>
    private ModelTagger ModelOf(string language) => language == "en" ? english : unknown;

    /// <summary>Whether the trained model reads a language, rather than a lexicon.</summary>
    public static bool ByModel(string language) => language is "en" or "und";
}
