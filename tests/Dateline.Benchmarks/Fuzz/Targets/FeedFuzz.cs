using System.Text;
using System.Text.Json;
using Dateline.Worker.Feeds;
using Dateline.Worker.Feeds.Parsing;
using Dateline.Worker.Storage;

namespace Dateline.Benchmarks.Fuzz.Targets;

/// <summary>Any bytes as a feed, as far as the articles that the store would take.</summary>
internal sealed class FeedFuzz : FuzzTarget
{
    private const int MostEntries = 2_000;

    private static readonly Uri Base = new("https://news.example/feeds/world.xml");
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
    private static readonly FeedRow Row = new() { Id = 7, Url = Base.AbsoluteUri, Title = "World" };

    public override string Name => "feeds";

    // the parser's parts, twice, with JSON of both and the candidates
    public override long MostAllocated(int length) => (24L << 20) + 2_000L * length;

    public override IReadOnlyList<string> Pieces { get; } =
    [
        "<rss version='2.0'>", "</rss>", "<channel>", "</channel>", "<item>", "</item>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "</feed>", "<entry>", "</entry>", "<title>", "</title>", "<title type='html'>",
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>", "<urlset>", "<url><loc>", "<news:title>", "<title type='xhtml'>", "<link href='", "<link rel='alternate' href='javascript:x'/>",
        "<link>", "</link>", "<content type='application/x' mode='base64'>", "<content:encoded>", "<media:group>", "<media:content url='", "<enclosure url='data:x' type='image/png' length='-1'/>", "<source>", "<author>", "<name>", "<dc:creator>",
        "<pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate>", "<updated>9999-12-31T23:59:60+15:59</updated>", "<guid>", "<description>", "<itunes:image href='", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE x [<!ENTITY a '&a;&b;'>", "<!ENTITY b '&a;&a;'>", "]>",
        "&a;", "&b;", "&amp;", "&lt;p&gt;", "&#", "&#0;", "&#27;", "&#x1F600;", "&#xD800;", "&#xDFFF;", "&#xFFFE;", "&#8238;", "&nbsp;", "&eacute;", "<?xml version='1.0' encoding='", "utf-7", "utf-16", "iso-8859-1", "shift_jis", "?>", "'", "\"", "<", ">", "/>", "=", "\0",
        "\uFFFF", "xml:base='", "xml:lang='", "http://[", "xmlns:a='", "<a:b ", "2004-01-01T", "\u202E", "\u001b[31m", "é", "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [", "{\"id\": \"\\ud800\\u0000\"}", "\"title\":", "\"tit\\ud80d\":\"\",", "\"url\":", "[[[[", "]}", "{", "}", ",", ":", " ", "\r\n", "\uFEFF",
    ];

    public override IEnumerable<byte[]> Seeds(FuzzSeeds seeds) =>
    [
        "<rss version='2.0'><channel><title>T</title><item><title>One</title><link>/1</link><guid>1</guid></item></channel></rss>"u8.ToArray(),
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><id>1</id><title>One</title><link href='1'/><updated>2026-01-01T00:00:00Z</updated></entry></feed>"u8.ToArray(),
        """{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"/1","title":"One","content_html":"<p>x</p>"}]}"""u8.ToArray(),
        Encoding.Unicode.GetBytes("<rss><channel><item><title>é</title></item></channel></rss>"),
        .. seeds.Fixtures("*.xml"),
        .. seeds.OfCorpora("feeds", "*.xml", Longest), .. seeds.OfCorpora("feeds/real", "*", Longest), .. seeds.OfCorpora("feeds", "*.json", Longest),
    ];

    public override void Check(byte[] input)
    {
        var parsed = FeedParser.Parse(input, null, Base);
        var again = FeedParser.Parse(Within(input), null, Base);
        Require(JsonSerializer.Serialize(parsed) == JsonSerializer.Serialize(again), "bytes read the same wherever they stand");

        var candidates = CandidateArticles.From(Row, parsed, MostEntries, Now);
        var lost = parsed.Entries.Count(entry => entry.IsCut && string.IsNullOrEmpty(entry.Id) && string.IsNullOrEmpty(entry.Link));
        Require(lost <= 1 && candidates.Count == Math.Min(parsed.Entries.Count - lost, MostEntries), "each entry is an article, but for one in which the document ends");
        foreach (var article in candidates)
        {
            RequireClean("an article", [article.Title, article.Summary, article.Content, article.Url, article.CanonicalUrl, article.Image, article.Language, .. article.Authors]);
            RequireWebAddress("an article's address", article.Url);
            RequireWebAddress("an article's canonical address", article.CanonicalUrl);
            RequireWebAddress("an image", article.Image);
            Require(article.Keys.Count > 0 && article.Keys.All(key => key.Length > 0), "an article has a key");
            Require(article.PublishedAt is null || article.PublishedAt <= Now.ToUnixTimeMilliseconds(), "no article is of the future");
        }
    }
}
