using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Training;

/// <summary>
/// The labelled and unlabelled texts of a corpora folder. A row with one label says what it is about, not what it is not about:
/// another topic counts as absent only where no strong term of its lexicon stands in the text (masks gave +.09 micro-F1).
/// </summary>
internal sealed class TopicSources
{
    /// <summary>A lexicon sum that makes a topic possible: one strong term.</summary>
    private const int Possible = 2;

    /// <summary>A lexicon sum that stands for a label where no source has any: two strong terms.</summary>
    private const int Evident = 5;

    private static readonly string[] WithUnlabelled = ["wcep_unlabelled.jsonl.gz", "huffpost_headlines_unmapped.jsonl.gz", "huffpost_v3_2018_2022.jsonl.gz"];

    private static readonly int[] WithoutSource = [TopicCatalog.IndexOf("labour"), TopicCatalog.IndexOf("weather")];

    private readonly TopicReading reading = new();
    private readonly string folder;
    private readonly TopicLexicon lexicon;
    private readonly Lazy<SeenTexts> labelled;

    public TopicSources(string folder, TopicLexicon lexicon) =>
        (this.folder, this.lexicon, labelled) = (folder, lexicon, new Lazy<SeenTexts>(() => Seen(_ => true)));

    /// <summary>Rows labelled one by one with all their topics; the development part never trains, nor does a copy of it.</summary>
    public List<TrainingText> Labelled()
    {
        var held = Seen(row => row.Split != "train");
        return
        [
            .. Read("labelled.jsonl.gz").Where(row => row.Split == "train" && !held.Contains(row)).Select(row => new TrainingText(
                row.Title ?? "", row.Text ?? "", TrainingText.AllKnown(row.Topics ?? []), 1, TopicCatalog.IndexOf(row.Topics?.FirstOrDefault()))),
        ];
    }

    /// <summary>Texts without a usable label, for the company that words keep.</summary>
    public List<(string Title, string Text)> Unlabelled() =>
    [
        .. WithUnlabelled.SelectMany(New).Where(row => TopicCatalog.IndexOf(row.Label) < 0).Select(row => (row.Title ?? "", row.Text ?? "")),
    ];

    /// <summary>Rows with one label each, and names with definitions.</summary>
    public List<TrainingText> SingleLabel(TrainingOptions options) =>
    [
        .. OneLabel("wcep_2002_2018.jsonl.gz", options.WikipediaTrust),
        .. OneLabel("huffpost_headlines.jsonl.gz", options.HeadlineTrust),
        .. OneLabel("huffpost_v3_2018_2022.jsonl.gz", options.HeadlineTrust),
        .. Read("iptc_definitions.jsonl.gz").Select(row => Definition(row, options.DefinitionTrust)),
    ];

    private IEnumerable<TrainingText> OneLabel(string file, float trust) =>
        New(file).Where(row => TopicCatalog.IndexOf(row.Label) >= 0).Select(row => Masked(row, trust));

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

    /// <summary>Rows that are not among the labelled ones of either part.</summary>
    private IEnumerable<CorpusRow> New(string file) => Read(file).Where(row => !labelled.Value.Contains(row));

    private SeenTexts Seen(Func<CorpusRow, bool> which)
    {
        var seen = new SeenTexts();
        foreach (var row in Read("labelled.jsonl.gz").Where(which))
            seen.Add(row);
        return seen;
    }

    private List<CorpusRow> Read(string file) => CorpusFiles.Rows(Path.Combine(folder, "topics", file));
}
