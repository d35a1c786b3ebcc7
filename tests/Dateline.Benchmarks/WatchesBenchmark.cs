using System.Diagnostics;
using Dateline.Worker.Classification;
using Dateline.Worker.Classification.Training;
using Dateline.Worker.Classification.Watches;

namespace Dateline.Benchmarks;

/// <summary>5,000 rules over real articles, beside the rest of the classification of the same articles in the same run. The limit is that rest.</summary>
internal static class WatchesBenchmark
{
    private const int Rules = 5_000;
    private const int Rounds = 20;

    public static void Run(string articles)
    {
        var texts = CorpusFiles.Rows(articles).Select(row => (Title: row.Title ?? "", Text: row.Text ?? "")).ToArray();
        var rules = new WatchSet(Make(texts));
        var classifier = Classifier.LoadDefault();
        var matched = 0;
        double watching = double.MaxValue, tagging = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            matched = texts.Sum(article => rules.Names(new WatchedArticle(article.Title, article.Text)).Count);
            watching = Math.Min(watching, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            began = Stopwatch.GetTimestamp();
            foreach (var (title, text) in texts)
                classifier.Classify(new ClassifierInput(title, Text: text, Language: "en"));
            tagging = Math.Min(tagging, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        Console.WriteLine(FormattableString.Invariant(
            $"{texts.Length} articles: {Rules} watches {watching * 1000 / texts.Length:0} us an article ({matched} matches), topics and regions {tagging * 1000 / texts.Length:0} us; {watching / tagging:0.00} of it"));
    }

    /// <summary>Rules as users write them, of words that occur: alternatives, phrases, beginnings, neighbours, exclusions, weights.</summary>
    private static WatchRule[] Make((string Title, string Text)[] texts)
    {
        var words = texts.SelectMany(article => WatchWords.Pattern(article.Text.Replace('*', ' ').Replace('?', ' '))).Where(word => word.Length > 5).Distinct().Order(StringComparer.Ordinal).ToArray();
        var random = new Random(5);
        string Word() => words[random.Next(words.Length)];
        return [.. Enumerable.Range(0, Rules).Select(number => WatchReader.ReadOne((number % 4) switch
        {
            0 => $"({Word()} OR {Word()} OR {Word()[..5]}*) AND NOT {Word()}",
            1 => $"\"{Word()} {Word()}\" OR {Word()} NEAR/5 ({Word()} OR {Word()})",
            2 => $"title:{Word()} AND country:FR OR {Word()} AND {Word()[..4]}* AND topic:crime",
            _ => $"ATLEAST 5 ({Word()}^3 {Word()}^2 {Word()}^2 \"{Word()} {Word()}\"^5 {Word()}^-3)",
        }, $"r{number}").Rule!)];
    }
}
