using System.Text;
using Dateline.Worker.Feeds;
using Dateline.Worker.Feeds.Parsing;
using Dateline.Worker.Http.Robots;
using Dateline.Worker.Storage;

namespace Dateline.Benchmarks.Limits;

/// <summary>Documents, each as large as a feed may be (15 MiB) where size is what it attacks by, read to the articles that would be stored.</summary>
internal static class FeedAttacks
{
    private const int Largest = 15 << 20;

    public static IReadOnlyList<Attack> All { get; } =
    [
        Of("XML: entities of entities (billion laughs)", "100,000 characters from entities, 8 deep", "1 entry", 20, () => Laughs(), Read),
        Of("XML: one long entity 100,000 times", "100,000 characters from entities", "1 entry", 60, () => $"<!DOCTYPE r [<!ENTITY a \"{new string('a', 100_000)}\">]><rss><channel><item><title>{Repeat("&a;", 100_000)}</title></item></channel></rss>", Read),
        Of("XML: external entity and DTD", "nothing is fetched or opened for an entity", "1 entry named \"x\"", 20, () => "<!DOCTYPE r SYSTEM \"http://127.0.0.1:9/x.dtd\" [<!ENTITY a SYSTEM \"file:///etc/passwd\"><!ENTITY % b SYSTEM \"http://127.0.0.1:9/b\">%b;]><rss><channel><item><title>x&a;</title></item></channel></rss>", Title),
        Of("XML: nested without end", "256 elements deep", "1 entry", 120, () => "<rss><channel><item><title>x</title></item>" + Repeat("<a>"), Read),
        Of("XML: an element of five million attributes", "256 attributes", "1 entry", 120, () => $"<rss><channel><item {Repeat("a='' ")}><title>x</title></item></channel></rss>", Read),
        Of("XML: namespaces without end", "512 declarations", "1 entry", 120, () => "<rss><channel><item><title>x</title></item>" + Repeat("<a xmlns:b='c'>"), Read),
        Of("XML: two million empty items", "50,000 entries of a document, 2,000 taken (Feeds__MaxEntries)", "2000 entries", 250, () => $"<rss><channel>{Repeat("<item/>")}</channel></rss>", Read),
        Of("XML: an item of a million authors", "1,000 authors read, 100 taken", "1 entry", 200, () => $"<rss><channel><item>{Repeat("<author>a b</author>")}</item></channel></rss>", Read),
        Of("XML: a title of 15 MiB", "1,000 characters of a title", "1 entry", 400, () => $"<rss><channel><item><title>{Repeat("word ")}</title></item></channel></rss>", Read),
        Of("JSON: nested without end", "64 deep", "0 entries", 500, () => "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":" + Repeat("["), Read),
        Of("JSON: five million empty items", "50,000 entries of a document", "2000 entries", 500, () => $"{{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{Repeat("{},")}{{}}]}}", Read),
        Of("robots.txt: a rule of 250,000 stars", "512 KiB; time linear in the path", "read", 60, () => "User-agent: *\nDisallow: /" + Repeat("*a", 250_000), Robots),
    ];

    private static Attack Of(string name, string limit, string expected, int mostMegabytes, Func<string> document, Func<byte[], string> read) =>
        new(name, limit, expected, mostMegabytes, () => Encoding.UTF8.GetBytes(document()), bytes => Task.Run(() => read(bytes)));

    private static string Laughs() =>
        $"<!DOCTYPE r [<!ENTITY l0 \"ha\">{string.Concat(Enumerable.Range(1, 9).Select(level => $"<!ENTITY l{level} \"{Repeat($"&l{level - 1};", 10)}\">"))}]><rss><channel><item><title>&l9;</title></item></channel></rss>";

    private static string Repeat(string text, int times = 0) => string.Concat(Enumerable.Repeat(text, times > 0 ? times : (Largest - 1_000) / text.Length));

    private static string Read(byte[] document)
    {
        var articles = Articles(document);
        return articles.Count == 1 ? "1 entry" : $"{articles.Count} entries";
    }

    private static string Title(byte[] document) => $"1 entry named \"{Articles(document).Single().Title}\"";

    private static IReadOnlyList<CandidateArticle> Articles(byte[] document) => CandidateArticles.From(
        new FeedRow { Id = 1, Url = "https://news.example/feed" }, FeedParser.Parse(document, null, new Uri("https://news.example/feed")), 2_000, DateTimeOffset.UnixEpoch);

    private static string Robots(byte[] file) =>
        RobotsParser.Parse(file, "Dateline").IsAllowed(new Uri($"https://news.example/{new string('a', 8_000)}")) ? "read" : "read and forbidden";
}
