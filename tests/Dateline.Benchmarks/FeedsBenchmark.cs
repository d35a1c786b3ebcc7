using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;
using Dateline.Worker.Feeds.Parsing;

namespace Dateline.Benchmarks;

/// <summary>
/// Reading real feed documents: this parser, two others, and a bare pass of XmlReader as the measure of what XML itself costs.
/// What a reader fails at is counted and never timed: an exception is dear, and a document given up half way is cheap. So each is
/// timed over the documents it reads to their end, and all of them over those that all read.
/// </summary>
internal static class FeedsBenchmark
{
    private const int Rounds = 15;

    /// The runtime compiles what is hot a second time; by then all readers are past it
    private const int WarmUp = 25;

    public static void Run(string folder)
    {
        var documents = Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        Contender<byte[]>[] contenders =
        [
            new("FeedParser", document => FeedParser.Parse(document, null, null).Entries.Count > 0),
            new("System.ServiceModel.Syndication", document => Succeeds(() => Syndication(document))),
            new("CodeHollow.FeedReader", document => Succeeds(() => CodeHollow.FeedReader.FeedReader.ReadFromByteArray(document).Items.Count)),
            new("XmlReader (bare pass)", document => Succeeds(() => BarePass(document))),
        ];
        var read = contenders.Select(contender => documents.Where(contender.Reads).ToList()).ToList();
        var common = documents.Where(document => read.TrueForAll(those => those.Contains(document))).ToList();

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents.Count} documents, {Megabytes(documents):0.0} MB; median of {Rounds} rounds"));
        Console.WriteLine($"The {common.Count} documents that all of them read:");
        Contender<byte[]>.Compete(contenders, common, Rounds, WarmUp);
        Write(contenders, contenders.Select(_ => common));

        Console.WriteLine("Each over the documents that it reads:");
        var apart = contenders.Select(contender => contender.Anew()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (contender, those) in apart.Zip(read))
                contender.Round(those, counted: true);
        }

        Write(apart, read);
    }

    private static void Write(Contender<byte[]>[] contenders, IEnumerable<List<byte[]>> read)
    {
        Console.WriteLine("reader                             documents     MB   median ms    MB/s   FeedParser is faster by   best ms    MB/s   faster by   allocated MB");
        (double Median, double Best)? own = null;
        foreach (var (contender, those) in contenders.Zip(read))
        {
            var (median, best) = (Megabytes(those) / contender.Median.TotalSeconds, Megabytes(those) / contender.Best.TotalSeconds);
            own ??= (median, best);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{contender.Name,-32} {those.Count,11} {Megabytes(those),6:0.0} {contender.Median.TotalMilliseconds,11:0.0} {median,7:0} {own.Value.Median / median,25:0.00} {contender.Best.TotalMilliseconds,9:0.0} {best,7:0} {own.Value.Best / best,11:0.00} {contender.Allocated / 1e6,14:0.0}"));
        }
    }

    private static double Megabytes(List<byte[]> documents) => documents.Sum(document => (long)document.Length) / 1e6;

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
