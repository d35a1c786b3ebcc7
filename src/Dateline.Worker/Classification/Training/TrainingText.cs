using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Training;

/// <summary>
/// A text to learn from. <paramref name="Targets"/>: for each topic 1 (is about it), -1 (is not), 0 (not known, left out of that
/// topic's training). <paramref name="Trust"/> weighs the row. <paramref name="Main"/> is the topic named first, -1 if none is. Rows of one
/// <paramref name="Fold"/> are held out together; -1 is never held out.
/// </summary>
internal sealed record TrainingText(string Title, string Text, sbyte[] Targets, float Trust, int Main = -1, int Fold = -1)
{
    /// <summary>BCP 47; <c>und</c> where nothing depends on it.</summary>
    public string Language { get; init; } = "und";

    public static sbyte[] AllKnown(IEnumerable<string> topics) => AllKnown(topics, TopicCatalog.Labels);

    public static sbyte[] AllKnown(IEnumerable<string> topics, LabelSet labels)
    {
        var targets = new sbyte[labels.Count];
        Array.Fill(targets, (sbyte)-1);
        foreach (var topic in topics)
        {
            if (labels.IndexOf(topic) is >= 0 and var index)
                targets[index] = 1;
        }

        return targets;
    }
}
