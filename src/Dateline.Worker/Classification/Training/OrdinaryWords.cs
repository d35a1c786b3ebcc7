using Dateline.Worker.Classification.Regions;

namespace Dateline.Worker.Classification.Training;

/// <summary>
/// Words that running text writes in lower case, learned from sentences: a capital inside a sentence that is one of them is style, and a
/// place whose name is mostly such a word names nothing by itself.
/// </summary>
internal sealed record OrdinaryWords(IReadOnlyCollection<string> Ordinary, IReadOnlyCollection<string> Common)
{
    /// <summary>A place name is common when it stands in lower case this often for each time it stands with a capital.</summary>
    private const double CommonShare = .15;

    private const int Least = 2;

    public static OrdinaryWords Learn(string corpora, IReadOnlyCollection<string> places)
    {
        var lower = new Dictionary<string, int>(StringComparer.Ordinal);
        var upper = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = new PlaceWords();
        // sentences without share-alike terms; titles in title case would teach nothing
        foreach (var row in CorpusFiles.Rows(Path.Combine(corpora, "topics", "huffpost_v3_2018_2022.jsonl.gz")))
        {
            words.Read(row.Text ?? "");
            Count(words, lower, upper);
        }

        return new OrdinaryWords(
            [.. lower.Where(entry => entry.Value >= Least && entry.Key.Length > 1 && entry.Value > .05 * upper.GetValueOrDefault(entry.Key)).Select(entry => entry.Key)],
            [.. places.Where(place => lower.TryGetValue(place, out var count) && count >= Least && count > CommonShare * upper.GetValueOrDefault(place))]);
    }

    private static void Count(PlaceWords words, Dictionary<string, int> lower, Dictionary<string, int> upper)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words.IsSentenceStart(i))
                continue;
            var counts = words[i].Capital ? upper : lower;
            var word = words.Folded(i, i + 1).ToString();
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }
    }
}
