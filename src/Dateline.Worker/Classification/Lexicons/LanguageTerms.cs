using Dateline.Worker.Classification.Subjects;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Lexicons;

/// <summary>What one language calls the topics and the subjects.</summary>
/// <param name="language">BCP 47.</param>
/// <param name="topics">The topics' terms; the subjects' are built in and read when they are first wanted.</param>
internal sealed class LanguageTerms(string language, IEnumerable<LexiconTerm> topics)
{
    public TopicLexicon Topics { get; } = new(language, topics);

    /// <summary>Null for a language that has none.</summary>
    public TopicLexicon? Subjects => SubjectLexicons.Find(language);
}
