using Dateline.Worker.Classification.Languages;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Training;

/// <summary>A user's own labelled texts: JSON lines with text, all labels that it has (<c>topics</c>, <c>labels</c>, or one <c>label</c>), and perhaps a title and a language.</summary>
internal static class OwnTexts
{
    /// <summary>Languages with a smaller share of the rows are not what the model is for.</summary>
    private const double LeastShare = .05;

    /// <summary>Rows without a <c>split</c> and those whose split is train.</summary>
    /// <exception cref="CorpusException">A file is missing, or a row is not as it should be; the message names both.</exception>
    public static List<TrainingText> Read(IEnumerable<string> files, LabelSet labels)
    {
        var detector = new LanguageDetector();
        var texts = files.SelectMany(file => CorpusFiles.Rows(file).Select((row, index) => (Row: row, Place: $"{file}, row {index + 1}")))
            .Where(entry => entry.Row.Split is null or "train").Select(entry => Text(entry.Row, entry.Place, labels, detector)).ToList();
        return texts.Count > 0 ? texts : throw new CorpusException("There is no row to learn from.");
    }

    /// <summary>The languages that a model of these texts can read, the most common first.</summary>
    public static string[] LanguagesOf(IReadOnlyList<TrainingText> texts) =>
    [
        .. texts.GroupBy(text => text.Language, StringComparer.Ordinal).Where(group => group.Count() >= LeastShare * texts.Count)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key),
    ];

    private static TrainingText Text(CorpusRow row, string place, LabelSet labels, LanguageDetector detector)
    {
        if (string.IsNullOrWhiteSpace(row.Title) && string.IsNullOrWhiteSpace(row.Text))
            throw new CorpusException($"{place}: there is neither title nor text.");
        var kind = labels.IsBuiltIn ? "topic" : "label";
        if (row.AllLabels is not { } own)
            throw new CorpusException($"{place}: there are no {kind}s; a text about none of them has [].");
        if (own.FirstOrDefault(label => labels.IndexOf(label) < 0) is { } unknown)
            throw new CorpusException($"{place}: '{unknown}' is no {kind}. {char.ToUpperInvariant(kind[0])}{kind[1..]}s: {string.Join(' ', labels.Labels.Select(label => label.Slug))}.");
        return new TrainingText(row.Title ?? "", row.Text ?? "", TrainingText.AllKnown(own, labels), 1, labels.IndexOf(own.FirstOrDefault()))
        {
            Language = detector.Detect($"{row.Title}\n{row.Text}", row.Language),
        };
    }
}
