using Dateline.Worker.Classification.Lexicons;
using Dateline.Worker.Classification.Subjects;

namespace Dateline.Worker.Classification.Topics;

/// <summary>A label with what the model gave it.</summary>
internal readonly record struct TaggedLabel(int Label, double Confidence, string[] Evidence);

/// <summary>The labels of a text by a trained model. Safe for many threads.</summary>
/// <param name="model">The model.</param>
/// <param name="english">The terms whose sums it was trained with.</param>
/// <param name="sentences">A model of single sentences, for short texts without a title.</param>
internal sealed class ModelTagger(TopicModel model, LanguageTerms english, GramArchive? sentences = null)
{
    /// <summary>Words that stand as evidence for a label at most.</summary>
    public const int MostEvidence = 5;

    /// <summary>Fewer are no sentence: what they are about is guessed.</summary>
    private const int FewestWords = 4;

    private readonly KnownWords known = new(model, english);

    [ThreadStatic]
    private static TopicReading? reading;

    [ThreadStatic]
    private static GramReading? gramReading;

    [ThreadStatic]
    private static LexiconReading? termReading;

    [ThreadStatic]
    private static List<(int Bucket, float Value)>? gramValues;

    /// <summary>The labels to tag, the most probable first; the top one from <paramref name="kept"/> on even where it is not sure. The subjects' terms are counted where they are wanted.</summary>
    public TaggedLabel[] Tag(string title, string text, double kept, SubjectReading? subjects = null)
    {
        Span<double> probabilities = stackalloc double[model.Labels.Count];
        var read = Score(title, text, probabilities, subjects, out var grams);
        var chosen = TopicDecision.Choose(probabilities, text.Length, kept);
        if (chosen.Length == 0)
            return [];
        var tagged = new TaggedLabel[chosen.Length];
        for (var i = 0; i < tagged.Length; i++)
            tagged[i] = new TaggedLabel(chosen[i], probabilities[chosen[i]], Evidence(read.Features, chosen[i], grams));
        return tagged;
    }

    /// <summary>Probability of each label.</summary>
    public double[] Probabilities(string title, string text)
    {
        var probabilities = new double[model.Labels.Count];
        Score(title, text, probabilities, null, out _);
        return probabilities;
    }

    private TopicReading Score(string title, string text, Span<double> probabilities, SubjectReading? subjects, out GramModel? grams)
    {
        var read = reading ??= new TopicReading();
        Span<float> scores = stackalloc float[probabilities.Length];
        read.Read(title, text, model, known, subjects);
        model.Score(read.Features, scores);
        model.Probabilities(scores, probabilities);
        grams = title.Length == 0 ? AskSentences(text, probabilities) : null;
        return read;
    }

    /// <summary>
    /// The model learned from titles with leads: of a short text without a title, the less sure it is, the more the sentences have to say. Gives
    /// their model when they had a part.
    /// </summary>
    private GramModel? AskSentences(string text, Span<double> probabilities)
    {
        var top = 0.0;
        foreach (var probability in probabilities)
            top = Math.Max(top, probability);
        var share = GramModel.Share(text.Length) * (1 - top);
        if (share <= 0 || sentences?.Find("en") is not { } grams)
            return null;
        var reading = gramReading ??= new GramReading();
        reading.Read("en", "", text);
        if (reading.UnitCount < FewestWords)
            return null;
        var terms = termReading ??= new LexiconReading();
        terms.Read(english, "", text);
        grams.Mix(reading, gramValues ??= [], terms.Sums, share, probabilities);
        return grams;
    }

    private string[] Evidence(TopicFeatures read, int label, GramModel? grams)
    {
        Span<int> shown = stackalloc int[MostEvidence];
        var words = new string[ModelEvidence.Find(model, read, label, shown)];
        for (var i = 0; i < words.Length; i++)
            words[i] = model.Text(shown[i]);
        return grams is null || GramModel.ClassOf(label) is not (>= 0 and var type) ? words : WithSequences(words, grams, type);
    }

    private static string[] WithSequences(string[] words, GramModel grams, int type)
    {
        List<string> evidence = [.. words];
        gramReading!.AddEvidence(grams, type, MostEvidence, evidence);
        return [.. evidence];
    }
}
