using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Subjects;

/// <summary>What a lexicon's terms speak for: the topics in their catalogue's order, and behind them the subjects in theirs.</summary>
internal static class Themes
{
    public static int Count { get; } = TopicCatalog.Count + SubjectCatalog.All.Count;

    public static int OfSubject(int subject) => TopicCatalog.Count + subject;
}
