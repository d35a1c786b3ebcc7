using Dateline.Worker.Classification.Lexicons;
using Dateline.Worker.Classification.Subjects;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Training;

/// <summary>
/// Learns a language's sentence model from sentences with one label each, or none: its own and, for less, those of all others, since a
/// theme means the same in each and relatives share names and roots.
/// </summary>
/// <param name="language">What is to be read.</param>
/// <param name="lexicons">By language, of all that sentences are in.</param>
internal sealed class GramTrainer(string language, IReadOnlyDictionary<string, LanguageTerms> lexicons)
{
    /// <summary>Inverse strength of the L2 penalty; 20 to 60 are alike.</summary>
    private const double Cost = 30;

    private const int FirstTheme = GramReading.Buckets;

    private readonly GramReading reading = new();
    private readonly LexiconReading terms = new();
    private readonly List<(int Bucket, float Value)> values = [];

    /// <param name="all">Sentences in any of the languages.</param>
    public GramModel Fit(IEnumerable<CorpusRow> all)
    {
        CorpusRow[] sentences = [.. all];
        var idf = Idf([.. sentences.Where(IsOwn)]);
        var rows = new SparseRows();
        foreach (var sentence in sentences)
            Encode(sentence, idf, rows);

        var regression = new LogisticRegression(rows, FirstTheme + Themes.Count, Cost);
        var weights = Enumerable.Range(0, GramModel.Classes)
            .Select(type => regression.Fit([.. sentences.Select((row, i) => new Example(i, Class(row) == type ? 1 : 0, Relatives.Trust(language, row.Language!)))])).ToArray();
        return Quantise(weights, idf);
    }

    private bool IsOwn(CorpusRow sentence) => sentence.Language == language;

    /// <summary>A label's place among the model's topics; behind the last for a sentence about none of them.</summary>
    private static int Class(CorpusRow row) => GramModel.ClassOf(TopicCatalog.IndexOf(row.Label)) is >= 0 and var type ? type : GramModel.Classes;

    private byte[] Idf(IReadOnlyList<CorpusRow> sentences)
    {
        var (counts, plain) = (new int[GramReading.Buckets], new byte[GramReading.Buckets]);
        foreach (var sentence in sentences)
        {
            reading.Read(language, "", sentence.Text);
            reading.Values(plain, values);
            foreach (var (bucket, _) in values)
                counts[bucket]++;
        }

        return Array.ConvertAll(counts, count => (byte)Math.Min(byte.MaxValue, Math.Round(Math.Log((1.0 + sentences.Count) / (1 + count)) / GramModel.IdfStep)));
    }

    private void Encode(CorpusRow sentence, byte[] idf, SparseRows rows)
    {
        var text = sentence.Text ?? "";
        reading.Read(language, "", text);
        reading.Values(idf, values);
        foreach (var (bucket, value) in values)
            rows.Add(bucket, value);
        terms.Read(lexicons[sentence.Language!], "", text);
        for (var theme = 0; theme < terms.Sums.Length; theme++)
        {
            if (ThemeModel.Value(terms.Sums[theme]) is > 0 and var value)
                rows.Add(FirstTheme + theme, value);
        }

        rows.EndRow();
    }

    private static GramModel Quantise(double[][] weights, byte[] idf)
    {
        const int classes = GramModel.Classes;
        var scales = weights.Select(row => (float)(row.Take(GramReading.Buckets).Max(Math.Abs) / sbyte.MaxValue)).ToArray();
        var small = new sbyte[GramReading.Buckets * classes];
        var themes = new float[Themes.Count * classes];
        for (var type = 0; type < classes; type++)
        {
            for (var bucket = 0; bucket < GramReading.Buckets && scales[type] > 0; bucket++)
                small[(bucket * classes) + type] = (sbyte)Math.Round(weights[type][bucket] / scales[type]);
            for (var theme = 0; theme < Themes.Count; theme++)
                themes[(theme * classes) + type] = (float)weights[type][FirstTheme + theme];
        }

        return new GramModel { Idf = idf, Weights = small, Scales = scales, ThemeWeights = themes, Biases = [.. weights.Select(row => (float)row[^1])] };
    }
}
