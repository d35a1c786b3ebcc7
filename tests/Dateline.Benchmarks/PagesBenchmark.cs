using System.Globalization;
using System.Text;
using Dateline.Benchmarks.Pages;
using Dateline.Worker.Articles;
using Dateline.Worker.Tests.Articles.Extraction;

namespace Dateline.Benchmarks;

/// <summary>Taking articles out of real pages: this extractor, SmartReader, and Readability under Node where it is there, in time and in what they take.</summary>
internal static class PagesBenchmark
{
    private const int Rounds = 3;

    /// jsdom takes a hundred times as long, and a tenth of the pages tells as much
    private const int EveryForNode = 10;

    public static void Run(string folder)
    {
        var pages = TrafilaturaPage.Read(folder).Select(page => (Page: page, Bytes: File.ReadAllBytes(page.File))).ToList();
        Compare(pages, [("ArticleExtractor", Own), ("SmartReader", Smart)]);
        List<(TrafilaturaPage Page, byte[] Bytes)> some = [.. pages.Where((_, index) => index % EveryForNode == 0)];
        using var node = NodeReadability.Start([.. some.Select(page => page.Page)]);
        if (node is not null)
            Compare(some, [("ArticleExtractor", Own), (node.Name, (page, _) => node.Text(page))]);
    }

    private static void Compare(List<(TrafilaturaPage Page, byte[] Bytes)> pages, (string Name, Func<TrafilaturaPage, byte[], string> Text)[] extractors)
    {
        var megabytes = pages.Sum(page => (long)page.Bytes.Length) / 1e6;
        var contenders = extractors.Select(extractor => new Contender<(TrafilaturaPage Page, byte[] Bytes)>(
            extractor.Name, page => extractor.Text(page.Page, page.Bytes).Length > 0)).ToArray();
        Contender<(TrafilaturaPage Page, byte[] Bytes)>.Compete(contenders, pages, Rounds);

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages.Count} pages, {megabytes:0.0} MB, median of {Rounds} rounds"));
        Console.WriteLine("extractor                   ms/page   time against ArticleExtractor   without text       F   precision   recall");
        foreach (var (contender, extractor) in contenders.Zip(extractors))
        {
            var counts = new SegmentCounts();
            foreach (var (page, bytes) in pages)
                page.Score(extractor.Text(page, bytes), ref counts);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{contender.Name,-26} {contender.Median.TotalMilliseconds / pages.Count,8:0.00} {contender.Median / contenders[0].Median,31:0.00} {contender.Failures,14} {counts.F,7:0.000} {counts.Precision,11:0.000} {counts.Recall,8:0.000}"));
        }
    }

    private static string Own(TrafilaturaPage page, byte[] bytes) => ArticleExtractor.Extract(bytes, null, new Uri(page.Url)).Text;

    private static string Smart(TrafilaturaPage page, byte[] bytes)
    {
        try
        {
            using var reader = new SmartReader.Reader(page.Url, Encoding.UTF8.GetString(bytes));
            return reader.GetArticle().TextContent ?? "";
        }
        catch (Exception)
        {
            return "";
        }
    }
}
