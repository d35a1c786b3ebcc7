using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;
using Dateline.Worker.Feeds.Parsing;

namespace Dateline.Benchmarks;

/// <summary>Reading real feed documents: this parser, two others, and a bare pass of XmlReader as the measure of what XML itself costs.</summary>
internal static class FeedsBenchmark
{
    private const int Rounds = 9;

    public static void Run(string folder)
    {
        var documents = Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        var megabytes = documents.Sum(document => (long)document.Length) / 1e6;
        Contender<byte[]>[] contenders =
        [
            new("FeedParser", document => FeedParser.Parse(document, null, null).Entries.Count > 0),
            new("System.ServiceModel.Syndication", document => Succeeds(() => Syndication(document))),
            new("CodeHollow.FeedReader", document => Succeeds(() => CodeHollow.FeedReader.FeedReader.ReadFromByteArray(document).Items.Count)),
            new("XmlReader (bare pass)", document => Succeeds(() => BarePass(document))),
        ];
        Contender<byte[]>.Compete(contenders, documents, Rounds);

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents.Count} documents, {megabytes:0.0} MB, median of {Rounds} rounds"));
        Console.WriteLine("reader                            ms/round    MB/s   time against FeedParser   allocated MB   not read");
        foreach (var contender in contenders)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{contender.Name,-32} {contender.Median.TotalMilliseconds,9:0.0} {megabytes / contender.Median.TotalSeconds,7:0.0} {contender.Median / contenders[0].Median,25:0.00} {contender.Allocated / 1e6,14:0.0} {contender.Failures,17}"));
        }
    }

    private static int Syndication(byte[] document)
    {
        using var reader = XmlReader.Create(new MemoryStream(document), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        return SyndicationFeed.Load(reader).Items.Count();
    }

    private static int BarePass(byte[] document)
    {
        using var reader = XmlReader.Create(new MemoryStream(document), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        var nodes = 0;
        while (reader.Read())
            nodes++;
        return nodes;
    }

    /// Whatever a reader throws at a document, it has not read it
    private static bool Succeeds(Func<int> read)
    {
        try
        {
            return read() > 0;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
