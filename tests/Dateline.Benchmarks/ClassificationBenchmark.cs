using System.Diagnostics;
using Dateline.Worker.Classification;
using Dateline.Worker.Classification.Training;

namespace Dateline.Benchmarks;

/// <summary>
/// Language, topics and regions of real articles, title and the first 900 characters, on one core. The limits: 10,000 articles a second,
/// nothing allocated but the tags themselves, all data under 12 MB and loaded in under 300 ms. Loading is measured first, while the process is fresh.
/// </summary>
internal static class ClassificationBenchmark
{
    private const int TextChars = 900;
    private const int Rounds = 40;

    public static void Run(string articles, string sentences)
    {
        var began = Stopwatch.GetTimestamp();
        var classifier = Classifier.LoadDefault();
        var load = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        Console.WriteLine(FormattableString.Invariant($"loaded in {load:0} ms, {Data() / 1e6:0.00} MB of data"));

        ClassifierInput[] english = [.. CorpusFiles.Rows(articles).Select(row => Input(row, "en"))];
        Measure("English articles", classifier, english);
        Measure("the same with subjects", Classifier.Load(new ClassificationOptions { Subjects = true }), english);
        var other = CorpusFiles.Rows(sentences).Where(row => row.Split == "train" && row.Language != "en").GroupBy(row => row.Language!, StringComparer.Ordinal);
        foreach (var language in other.OrderBy(group => group.Key, StringComparer.Ordinal))
            Measure($"{language.Key}, articles of seven sentences", classifier, [.. language.Chunk(7).Select(Joined)]);
    }

    /// <summary>Bytes of the models, lexicons and places that are built in.</summary>
    private static long Data() => new[] { "topics.model", "lexicons.bin", "sentences.bin", "places.bin" }.Sum(name => BuiltInData.Read(name, stream => stream.Length));

    private static void Measure(string name, Classifier classifier, ClassifierInput[] inputs)
    {
        var best = double.MaxValue;
        long allocated = 0, tags = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var heap = GC.GetAllocatedBytesForCurrentThread();
            var began = Stopwatch.GetTimestamp();
            foreach (var input in inputs)
                classifier.Classify(input);
            best = Math.Min(best, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            allocated = GC.GetAllocatedBytesForCurrentThread() - heap;
        }

        foreach (var input in inputs)
        {
            var result = classifier.Classify(input);
            tags += result.Topics.Count + result.Regions.Count + result.Labels.Count;
        }

        Console.WriteLine(FormattableString.Invariant(
            $"{name,-34} {inputs.Length,5} articles {best * 1000 / inputs.Length,7:0.0} us {inputs.Length / best * 1000,8:0} /s {allocated / inputs.Length,8} bytes an article, {(double)tags / inputs.Length:0.0} tags"));
    }

    private static ClassifierInput Input(CorpusRow row, string language) =>
        new(row.Title ?? "", Text: row.Text is { Length: > TextChars } text ? text[..TextChars] : row.Text, Language: language);

    private static ClassifierInput Joined(CorpusRow[] rows)
    {
        var text = string.Join(' ', rows.Skip(1).Select(row => row.Text));
        return new(rows[0].Text ?? "", Text: text.Length > TextChars ? text[..TextChars] : text, Language: rows[0].Language);
    }
}
