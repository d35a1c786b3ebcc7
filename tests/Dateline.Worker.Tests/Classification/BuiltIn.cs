using Dateline.Contracts;
using Dateline.Worker.Classification;
using Dateline.Worker.Classification.Lexicons;
using Dateline.Worker.Classification.Subjects;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Tests.Classification;

/// <summary>The data that is built into the worker, loaded once for all tests.</summary>
internal static class BuiltIn
{
    private static readonly Lazy<Classifier> Loaded = new(Classifier.LoadDefault);
    private static readonly Lazy<LexiconArchive> Archive = new(() => BuiltInData.Read("lexicons.bin", LexiconArchive.Read));

    private static readonly Lazy<TopicTagger> Tagger = new(() => new TopicTagger(BuiltInData.Read("topics.model", TopicModelFile.Read), Lexicons));

    public static Classifier Classifier => Loaded.Value;

    public static LexiconArchive Lexicons => Archive.Value;

    public static Tags Classify(string title, string? text = null, string? language = null, string? feedCountry = null) =>
        Classifier.Classify(new ClassifierInput(title, Text: text, Language: language, FeedCountry: feedCountry));

    /// <summary>The subjects of a text that is given its topics.</summary>
    public static List<ArticleLabel> Subjects(string title, string text, string language, IEnumerable<string> topics)
    {
        var (reading, labels) = (new SubjectReading(), new List<ArticleLabel>());
        Tagger.Value.Tag(title, text, language, reading);
        SubjectTagger.Add(reading, text.Length, [.. topics.Select(topic => TopicCatalog.Tag(TopicCatalog.IndexOf(topic), 1, []))], labels);
        return labels;
    }
}
