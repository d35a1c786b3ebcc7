using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;
using Dateline.Worker.Feeds.Parsing;

namespace Dateline.Benchmarks;

/// <summary>
/// Reading real feed documents: this parser, two others, and a bare pass of XmlReader as the measure of what XML itself costs.
/// What a reader fails at is counted and never timed: an exception is dear, and a document given up half way is cheap. So each is
/// timed over the documents it reads to their end, and all of them over those that all read. FeedParser leaves the entries' texts in the
/// document's bytes until somebody asks for them; its second row asks for every field of every entry.
/// </summary>
internal static class FeedsBenchmark
{
    private const int Rounds = 31;

    /// The runtime compiles what is hot a second time; by then all readers are past it
    private const int WarmUp = 200;

    public static void Run(string folder)
    {
        var documents = Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        Contender<byte[]>[] contenders =
        [
            new("FeedParser", document => FeedParser.Parse(document, null, null).Entries.Count > 0),
            new("FeedParser, every field read", document => FeedParser.Parse(document, null, null).Entries.Sum(Characters) > 0),
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
        Console.WriteLine("                                                               median: FeedParser is faster by     best: FeedParser is faster by");
        Console.WriteLine("reader                           documents     MB        ms    MB/s         every field read        ms    MB/s         every field read   allocated MB");
        var rows = contenders.Zip(read).Select(row => (row.First, Size: Megabytes(row.Second), row.Second.Count)).ToList();
        foreach (var (contender, size, count) in rows)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{contender.Name,-32} {count,9} {size,6:0.0} {Speeds(reader => reader.Median)} {Speeds(reader => reader.Best)} {contender.Allocated / 1e6,14:0.0}"));

            string Speeds(Func<Contender<byte[]>, TimeSpan> time)
            {
                var speed = size / time(contender).TotalSeconds;
                var (lazy, whole) = (rows[0].Size / time(rows[0].First).TotalSeconds, rows[1].Size / time(rows[1].First).TotalSeconds);
                return string.Create(
                    CultureInfo.InvariantCulture, $"{time(contender).TotalMilliseconds,9:0.0} {speed,7:0} {lazy / speed,7:0.00} {whole / speed,16:0.00}");
            }
        }
    }

    /// Touches all that an entry has
    private static int Characters(ParsedEntry entry) =>
        Length(entry.Id) + Length(entry.Link) + Length(entry.Title) + Length(entry.Summary) + Length(entry.Content)
        + Length(entry.PublishedText) + Length(entry.UpdatedText) + Length(entry.Language) + Length(entry.CommentsUrl) + Length(entry.Image)
        + Length(entry.Source?.Title) + entry.Authors.Sum(author => Length(author.Name))
        + entry.Categories.Sum(category => Length(category.Term)) + entry.Enclosures.Sum(enclosure => Length(enclosure.Url));

    private static int Length(string? text) => text?.Length ?? 0;

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
