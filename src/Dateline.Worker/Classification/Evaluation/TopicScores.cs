using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Evaluation;

/// <summary>Counts of one topic over an evaluated set.</summary>
internal readonly record struct TopicCounts(string Slug, int Hits, int Wrong, int Missed)
{
    public double Precision => Hits + Wrong == 0 ? 0 : (double)Hits / (Hits + Wrong);

    public double Recall => Hits + Missed == 0 ? 0 : (double)Hits / (Hits + Missed);

    public double F1 => Hits == 0 ? 0 : 2.0 * Hits / ((2 * Hits) + Wrong + Missed);

    public int Support => Hits + Missed;
}

/// <summary>Precision, recall and F1 of multi-label topics, the share of right top labels, and the calibration error.</summary>
internal sealed class TopicScores(LabelSet labels)
{
    private const int Bins = 10;

    private readonly int[] hits = new int[labels.Count], wrong = new int[labels.Count], missed = new int[labels.Count];
    private readonly double[] binSum = new double[Bins], binTrue = new double[Bins];
    private readonly int[] binCount = new int[Bins];
    private int texts, topRight, answered;

    public void Add(IReadOnlyCollection<int> gold, IReadOnlyList<int> tagged, ReadOnlySpan<double> probabilities)
    {
        texts++;
        answered += tagged.Count > 0 ? 1 : 0;
        topRight += tagged.Count > 0 && gold.Contains(tagged[0]) ? 1 : 0;
        for (var t = 0; t < labels.Count; t++)
        {
            var (about, said) = (gold.Contains(t), tagged.Contains(t));
            hits[t] += about && said ? 1 : 0;
            wrong[t] += !about && said ? 1 : 0;
            missed[t] += about && !said ? 1 : 0;
        }

        for (var t = 0; t < probabilities.Length; t++)
        {
            var bin = Math.Min(Bins - 1, (int)(probabilities[t] * Bins));
            binCount[bin]++;
            binSum[bin] += probabilities[t];
            binTrue[bin] += gold.Contains(t) ? 1 : 0;
        }
    }

    public TopicCounts[] PerTopic =>
        [.. Enumerable.Range(0, labels.Count).Select(t => new TopicCounts(labels.Labels[t].Slug, hits[t], wrong[t], missed[t]))];

    public TopicCounts Micro => new("micro", hits.Sum(), wrong.Sum(), missed.Sum());

    /// <summary>Mean F1 of the topics that the set has.</summary>
    public double MacroF1 => PerTopic.Where(topic => topic.Support > 0).Select(topic => topic.F1).DefaultIfEmpty().Average();

    /// <summary>Texts whose first tag is one of the true labels, of all texts.</summary>
    public double TopRight => texts == 0 ? 0 : (double)topRight / texts;

    /// <summary>Texts with any tag.</summary>
    public double Answered => texts == 0 ? 0 : (double)answered / texts;

    public int Texts => texts;

    /// <summary>Bins that any pair of text and topic fell into.</summary>
    public IReadOnlyList<ReliabilityBin> Reliability =>
    [
        .. Enumerable.Range(0, Bins).Where(bin => binCount[bin] > 0).Select(bin =>
            new ReliabilityBin((double)bin / Bins, binCount[bin], binSum[bin] / binCount[bin], binTrue[bin] / binCount[bin])),
    ];

    /// <summary>Expected calibration error over all pairs of text and topic, ten bins of equal width.</summary>
    public double CalibrationError
    {
        get
        {
            var pairs = (double)texts * labels.Count;
            return pairs == 0 ? 0 : Enumerable.Range(0, Bins).Sum(bin => Math.Abs(binSum[bin] - binTrue[bin])) / pairs;
        }
    }
}
