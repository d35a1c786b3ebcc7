using Dateline.Worker.Http.Robots;

namespace Dateline.Benchmarks.Fuzz.Targets;

/// <summary>Any bytes as robots.txt.</summary>
internal sealed class RobotsFuzz : FuzzTarget
{
    private const string Crawler = "Dateline";

    private static readonly Uri[] Pages =
        [new("https://news.example/"), new("https://news.example/a/b.html?x=1&y=%7e"), new("https://news.example/%C3%A9/*$"), new($"https://news.example/{new string('a', 500)}")];

    public override string Name => "robots";

    public override long MostAllocated(int length) => (8L << 20) + 1_000L * length;

    public override IReadOnlyList<string> Pieces { get; } =
    [
        "User-agent: *\n", "User-agent: Dateline\n", "user-agent:dateline/1.0 x\n", "Disallow: /", "Disallow:\n", "Allow: /a", "allow /", "*", "$", "*a*a*a*a*", "%", "%2", "%2F", "%c3%a9", "é", "#", "\n", "\r", "\0", ":", " ", "\t", "Crawl-delay: 5\n", "Crawl-delay: 1e9\n", "crawl-delay: .\n", "Sitemap: ",
        "https://news.example/s.xml", "\uFEFF", "<html>", "\uD83D\uDE00",
    ];

    public override IEnumerable<byte[]> Seeds(FuzzSeeds seeds) =>
    [
        "User-agent: *\nDisallow: /private\nAllow: /private/a$\nCrawl-delay: 10\n\nUser-agent: Dateline\nDisallow: /*?x=\nSitemap: https://news.example/s.xml\n"u8.ToArray(),
        .. seeds.OfCorpora("robots/protego", "*", Longest),
    ];

    public override void Check(byte[] input)
    {
        var rules = RobotsParser.Parse(input, Crawler);
        var again = RobotsParser.Parse(Within(input), Crawler);
        Require(Pages.All(page => rules.IsAllowed(page) == again.IsAllowed(page)) && rules.CrawlDelay == again.CrawlDelay && rules.Sitemaps.SequenceEqual(again.Sitemaps), "bytes read the same wherever they stand");
        Require(rules.CrawlDelay is null || rules.CrawlDelay >= TimeSpan.Zero && rules.CrawlDelay <= TimeSpan.FromHours(1), "a pause is an hour at most");
        Require(rules.IsAllowed(new Uri("https://news.example/robots.txt")), "the file itself is always allowed");
        Require(!RobotsParser.Parse((byte[])[.. "User-agent: Dateline\nDisallow: /\n\n"u8], Crawler).IsAllowed(Pages[0]), "a file that was read before changes nothing");
    }
}
