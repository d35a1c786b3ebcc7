using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Training;

/// <summary>
/// Knows texts again by their letters, whatever their case and punctuation. The sources overlap: nearly half of the labelled rows stand
/// in a single-label source too, and what is held out must not be learned there.
/// </summary>
internal sealed class SeenTexts
{
    /// <summary>Fewer letters say too little to be the same text.</summary>
    private const int Fewest = 20;

    /// <summary>Letters that are compared.</summary>
    private const int Compared = 100;

    private readonly HashSet<string> keys = new(StringComparer.Ordinal);

    public void Add(CorpusRow row) => keys.UnionWith(Keys(row));

    /// <summary>Whether the title, the text or both together were seen.</summary>
    public bool Contains(CorpusRow row) => Keys(row).Any(keys.Contains);

    private static IEnumerable<string> Keys(CorpusRow row) =>
        new[] { row.Title + row.Text, row.Title, row.Text }.Select(Key).Where(key => key.Length >= Fewest);

    private static string Key(string? text) => string.Concat((text ?? "").Where(WordBuffer.IsWordChar).Take(Compared).Select(char.ToLowerInvariant));
}
