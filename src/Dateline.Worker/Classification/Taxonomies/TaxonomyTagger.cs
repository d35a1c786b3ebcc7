using Dateline.Contracts;
using Dateline.Worker.Classification.Languages;
using Dateline.Worker.Classification.Lexicons;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Taxonomies;

/// <summary>
/// The labels of a user's own taxonomy, in the languages that its texts were in. A label is tagged where it is probable, and none
/// where none is: unlike the topics, which every article has, they need not fit. Safe for many threads.
/// </summary>
internal sealed class TaxonomyTagger(TopicModel model, LanguageTerms english)
{
    /// <summary>No probability from which on the most probable is tagged for want of others.</summary>
    private const double Never = 1;

    private readonly ModelTagger tagger = new(model, english);

    public LabelSet Labels => model.Labels;

    public void Add(string title, string text, string language, List<ArticleLabel> labels)
    {
        if (language != LanguageDetector.Unknown && !model.Languages.Contains(language))
            return;
        foreach (var (place, confidence, evidence) in tagger.Tag(title, text, Never))
        {
            var (id, slug, name) = model.Labels.Labels[place];
            labels.Add(new ArticleLabel(model.Labels.Taxonomy, id, slug, name, Math.Round(confidence, 3), evidence));
        }
    }

    /// <summary>Probability of each label, whatever the language.</summary>
    public double[] Probabilities(string title, string text) => tagger.Probabilities(title, text);
}
