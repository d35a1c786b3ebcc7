using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Training;

/// <summary>A user's own labelled texts: JSON lines with text, all topics that it is about, and perhaps a title.</summary>
internal static class OwnTexts
{
    /// <summary>Rows without a <c>split</c> and those whose split is train.</summary>
    /// <exception cref="CorpusException">A file is missing, or a row is not as it should be; the message names both.</exception>
    public static List<TrainingText> Read(IEnumerable<string> files)
    {
        var texts = files.SelectMany(file => CorpusFiles.Rows(file).Select((row, index) => (Row: row, Place: $"{file}, row {index + 1}")))
            .Where(entry => entry.Row.Split is null or "train").Select(entry => Text(entry.Row, entry.Place)).ToList();
        return texts.Count > 0 ? texts : throw new CorpusException("There is no row to learn from.");
    }

    private static TrainingText Text(CorpusRow row, string place)
    {
        if (string.IsNullOrWhiteSpace(row.Title) && string.IsNullOrWhiteSpace(row.Text))
            throw new CorpusException($"{place}: there is neither title nor text.");
        if (row.Topics is null)
            throw new CorpusException($"{place}: there are no topics; a text about none of them has [].");
        if (row.Topics.FirstOrDefault(topic => TopicCatalog.IndexOf(topic) < 0) is { } unknown)
            throw new CorpusException($"{place}: '{unknown}' is no topic. Topics: {string.Join(' ', Enumerable.Range(0, TopicCatalog.Count).Select(TopicCatalog.Slug))}.");
        return new TrainingText(row.Title ?? "", row.Text ?? "", TrainingText.AllKnown(row.Topics), 1, TopicCatalog.IndexOf(row.Topics.FirstOrDefault()));
    }
}
