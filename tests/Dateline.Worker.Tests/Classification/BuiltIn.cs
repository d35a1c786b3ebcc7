using Dateline.Worker.Classification;
using Dateline.Worker.Classification.Lexicons;

namespace Dateline.Worker.Tests.Classification;

/// <summary>The data that is built into the worker, loaded once for all tests.</summary>
internal static class BuiltIn
{
    private static readonly Lazy<Classifier> Loaded = new(Classifier.LoadDefault);
    private static readonly Lazy<LexiconArchive> Archive = new(() => BuiltInData.Read("lexicons.bin", LexiconArchive.Read));

    public static Classifier Classifier => Loaded.Value;

    public static LexiconArchive Lexicons => Archive.Value;

    public static Tags Classify(string title, string? text = null, string? language = null, string? feedCountry = null) =>
        Classifier.Classify(new ClassifierInput(title, Text: text, Language: language, FeedCountry: feedCountry));
}
