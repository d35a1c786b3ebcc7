using System.Text;
using Dateline.Worker.Classification.Watches;
using Dateline.Worker.Documents;

namespace Dateline.Benchmarks.Fuzz.Targets;

/// <summary>Any text as an address.</summary>
internal sealed class UrlFuzz : FuzzTarget
{
    private const string Base = "https://news.example/world/a.html?x=1";

    public override string Name => "urls";

    public override int Longest => 1_024;

    public override long MostAllocated(int length) => (1L << 20) + 10_000L * length;

    public override IReadOnlyList<string> Pieces { get; } =
    [
        "http://", "https://", "//", "/", "?", "#", "#!", "&", "=", ":", "@", "%", "%2", "%41", "%zz", "%25", "%2F", "%00", "%E2%82%AC", "[", "]", "[::1]", "[::ffff:1.2.3.4]", "0x7f.1", "2130706433", "①②⑦.⓪.⓪.①", "127。0。0。1", "xn--", "xn--mnchen-3ya.de", "münchen.de", "ß", "İ", "\u00AD", "\u200D",
        ";jsessionid=1", "utm_source=x", "fbclid=1", "amp=1", "/index.html", "/amp", "www.", "m.", ".", "..", "/./", "/../", "\\", ":80", ":443", ":65536", ":-1", " ", "\t", "\n", "\0", "\u001b[31m", "user:pass@", "javascript:", "data:", "file:///", "mailto:", "\uD83D\uDE00", "é", "例え.jp",
    ];

    public override IEnumerable<byte[]> Seeds(FuzzSeeds seeds) => new[]
    {
        "https://news.example/a?utm_source=rss&id=4#top", "HTTP://WWW.News.Example:80/%7euser/../a//b/index.html;jsessionid=1?b=2&a=1#!x", "http://[2001:db8::1]:8080/a", "http://münchen.de/straße?ü=ö",
        "https://www-example-com.cdn.ampproject.org/c/s/www.example.com/a", "//news.example/a", "http:///a", "https://news.example",
    }.Select(Encoding.UTF8.GetBytes)
        .Concat(seeds.LinesOfCorpora("urls", "*.json").Where(line => line.Length < Longest))
        .Concat(seeds.LinesOfCorpora("robots/crawler-commons", "*.csv").SelectMany(line => Encoding.UTF8.GetString(line).Split(", ").Select(Encoding.UTF8.GetBytes)));

    public override void Check(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input).Trim(' ', '"', ',');
        var canonical = CanonicalUrl.Normalise(text);
        Require(CanonicalUrl.Normalise(canonical) == canonical, "a canonical address is its own");
        Require(UrlIdentity.Of(canonical) == UrlIdentity.Of(CanonicalUrl.Normalise(canonical)), "an address has one identity");
        // used on any article's address
        _ = WatchedArticle.HostOf(text);
        if (WebAddress.Link(text) is not { } link)
            return;
        RequireWebAddress("a link", link);
        RequireClean("a link", link);
        Require(!link.Any(char.IsWhiteSpace), "a link is one word");
        Require(WebAddress.Link(link) == link, "a link is its own");
        Require(WebAddress.Link(CanonicalUrl.Normalise(link)) == CanonicalUrl.Normalise(link), "the canonical address of a link is a link");
        var absolute = WebAddress.Absolute(text, Base);
        Require(WebAddress.Absolute(absolute, Base) == absolute, "an absolute address stays");
    }
}
