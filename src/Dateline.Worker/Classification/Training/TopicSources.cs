using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Training;

/// <summary>
/// The labelled and unlabelled texts of a corpora folder. A row with one label says what it is about, not what it is not about:
/// another topic counts as absent only where no strong term of its lexicon stands in the text (masks gave +.09 micro-F1).
/// </summary>
internal sealed class TopicSources(string folder, TopicLexicon lexicon)
{
    /// <summary>A lexicon sum that makes a topic possible: one strong term.</summary>
    private const int Possible = 2;

    /// <summary>A lexicon sum that stands for a label where no source has any: two strong terms.</summary>
    private const int Evident = 5;

    private static readonly int[] WithoutSource = [TopicCatalog.IndexOf("labour"), TopicCatalog.IndexOf("weather")];

    private readonly TopicReading reading = new();

    /// <summary>Rows labelled one by one with all their topics; the development part never trains.</summary>
    public List<TrainingText> Labelled() =>
        [.. Read("labelled.jsonl.gz").Where(row => row.Split == "train").Select(row => new TrainingText(
            row.Title ?? "", row.Text ?? "", TrainingText.AllKnown(row.Topics ?? []), 1))];

    /// <summary>Rows with one label each, and names with definitions.</summary>
    public List<TrainingText> SingleLabel(TrainingOptions options) =>
    [
        .. OneLabel("wcep_2002_2018.jsonl.gz", options.WikipediaTrust),
        .. OneLabel("huffpost_headlines.jsonl.gz", options.HeadlineTrust),
        .. OneLabel("huffpost_v3_2018_2022.jsonl.gz", options.HeadlineTrust),
        .. Read("iptc_definitions.jsonl.gz").Select(row => Definition(row, options.DefinitionTrust)),
    ];

    private IEnumerable<TrainingText> OneLabel(string file, float trust) =>
        Read(file).Where(row => TopicCatalog.IndexOf(row.Label) >= 0).Select(row => Masked(row, trust));

    private TrainingText Masked(CorpusRow row, float trust)
    {
        var sums = reading.Sums(row.Title ?? "", row.Text ?? "", lexicon);
        var targets = new sbyte[TopicCatalog.Count];
        for (var t = 0; t < targets.Length; t++)
            targets[t] = (sbyte)(sums[t] >= Possible ? 0 : -1);
        foreach (var t in WithoutSource)
        {
            if (sums[t] >= Evident)
                targets[t] = 1;
        }

        targets[TopicCatalog.IndexOf(row.Label)] = 1;
        return new TrainingText(row.Title ?? "", row.Text ?? "", targets, trust);
    }

    private static TrainingText Definition(CorpusRow row, float trust)
    {
        var targets = new sbyte[TopicCatalog.Count];
        targets[TopicCatalog.IndexOf(row.Label)] = 1;
        return new TrainingText("", row.Text ?? "", targets, trust);
    }

    private List<CorpusRow> Read(string file) => CorpusFiles.Rows(Path.Combine(folder, "topics", file));
}
