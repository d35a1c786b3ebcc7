using System.Text;
using Dateline.Worker.Feeds;
using Dateline.Worker.Storage;

namespace Dateline.Benchmarks.Fuzz.Targets;

/// <summary>Any bytes as a list of feeds; what was read can be written and read again.</summary>
internal sealed class OpmlFuzz : FuzzTarget
{
    public override string Name => "opml";

    public override long MostAllocated(int length) => (16L << 20) + 2_000L * length;

    public override IReadOnlyList<string> Pieces { get; } =
    [
        "<opml version='2.0'>", "</opml>", "<head>", "<body>", "</body>", "<outline ", "<outline text='", "</outline>", "/>", ">", "text=\"", "title='", "xmlUrl='http://a.example/f?a=1&b=2'", "xmlUrl='", "XMLURL=", "htmlUrl='", "http://user:pa%3Ass@", "https://", "javascript:x", "country='fr'", "language='",
        "cron='0 0 * * * ?'", "cron='", "minInterval='5'", "maxInterval='1e9'", "userAgent='x\n'", "&amp;", "&#xD800;", "&#0;", "&#27;", "&x;", "'", "\"", "<", "\0", "\u001b", "é", "\uFFFF", " / ", "<!--", "-->", "<![CDATA[", "]]>", "<?xml version='1.0' encoding='utf-16'?>",
    ];

    public override IEnumerable<byte[]> Seeds(FuzzSeeds seeds) =>
    [
        "<opml version='2.0'><body><outline text='World'><outline text='A' type='rss' xmlUrl='http://a.example/f?x=1&amp;y=2' country='fr' cron='0 0 * * * ?'/></outline></body></opml>"u8.ToArray(),
        seeds.File("deploy", "feeds.opml").AsSpan(0, Longest).ToArray(),
        .. seeds.OfCorpora("feeds/opml", "*.opml", Longest),
    ];

    public override void Check(byte[] input)
    {
        var read = Opml.Read(input);
        Require(read.Feeds.SequenceEqual(Opml.Read(Within(input)).Feeds), "bytes read the same wherever they stand");
        Require(read.Feeds.Select(feed => feed.Url).Distinct(StringComparer.Ordinal).Count() == read.Feeds.Count, "a feed is listed once");
        foreach (var feed in read.Feeds)
            RequireWebAddress("a feed's address", feed.Url);

        using var written = new StringWriter();
        OpmlWriter.Write(written, read.Feeds.Select(Row));
        var again = Opml.Read((byte[])[.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(written.ToString())]);
        Require(Urls(again).SequenceEqual(Urls(read)), "a list that is written and read again has the same feeds");
    }

    private static IEnumerable<string> Urls(OpmlFeeds list) => list.Feeds.Select(feed => feed.Url).Order(StringComparer.Ordinal);

    private static FeedRow Row(NewFeed feed) => new()
    {
        Url = feed.Url, Title = feed.Title ?? "", Homepage = feed.Homepage, Category = feed.Category, Country = feed.Country, Language = feed.Language, Cron = feed.Cron,
        MinIntervalMinutes = feed.MinIntervalMinutes, MaxIntervalMinutes = feed.MaxIntervalMinutes, Access = feed.Access,
    };
}
