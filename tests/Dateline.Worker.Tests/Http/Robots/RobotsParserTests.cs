using System.Text;
using CsCheck;
using Dateline.Worker.Http.Robots;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Http.Robots;

public class RobotsParserTests
{
    private static RobotsRules Parse(string file, string token = "foobot") => RobotsParser.Parse(Encoding.UTF8.GetBytes(file), token);

    private static bool Allowed(string file, string path, string token = "foobot") => Parse(file, token).IsAllowed(new Uri("https://a.example" + path));

    /// <summary>The shape of the RFC's own example, section 5.1.</summary>
    private const string Simple = """
        User-Agent: *
        Disallow: *.gif$
        Disallow: /example/
        Allow: /publications/

        User-Agent: foobot
        Disallow:/
        Allow:/example/page.html
        Allow:/example/allowed.gif

        User-Agent: barbot
        User-Agent: bazbot
        Disallow: /example/page.html

        User-Agent: quxbot
        """;

    [Theory]
    [InlineData("other", "/example/page.html", false)]
    [InlineData("other", "/picture.gif", false)]
    [InlineData("other", "/picture.gif?x", true)]
    [InlineData("other", "/publications/a", true)]
    [InlineData("foobot", "/publications/a", false)]
    [InlineData("foobot", "/example/page.html", true)]
    [InlineData("FooBot", "/example/allowed.gif", true)]
    [InlineData("barbot", "/example/page.html", false)]
    [InlineData("bazbot", "/example/page.html", false)]
    [InlineData("bazbot", "/picture.gif", true)]
    [InlineData("quxbot", "/example/page.html", true)]
    public void Groups_OursElseEveryones(string token, string path, bool allowed) => Assert.Equal(allowed, Allowed(Simple, path, token));

    [Theory]
    [InlineData("/foo", false)]
    [InlineData("/baz", false)]
    [InlineData("/qux", true)]
    public void Groups_OfOneCrawler_AreMerged(string path, bool allowed) => Assert.Equal(allowed, Allowed(
        "user-agent: FooBot\ndisallow: /foo\n\nuser-agent: *\ndisallow: /qux\n\nuser-agent: foobot/2.1 (comment)\ndisallow: /baz", path));

    [Theory]
    [InlineData("Allow: /page/\nDisallow: /page/no.gif", "/page/no.gif", false)]
    [InlineData("Disallow: /folder\nAllow: /folder/", "/folder/page", true)]
    [InlineData("Disallow: /folder\nAllow: /folder", "/folder/page", true)]
    [InlineData("Disallow: /$\nAllow: /", "/", false)]
    [InlineData("Disallow: /*.php", "/index.php?a=1", false)]
    [InlineData("Disallow: /*.php$", "/index.php?a=1", true)]
    [InlineData("Disallow: /a*b*c$", "/axxbxxc", false)]
    [InlineData("Disallow: /a*b*c$", "/axxbxxcd", true)]
    [InlineData("Disallow: /fish*", "/fish", false)]
    [InlineData("Disallow: /Fish", "/fish", true)]
    [InlineData("Disallow:", "/anything", true)]
    [InlineData("Disallow: /", "/robots.txt", true)]
    [InlineData("Disallow: /caf\u00E9", "/caf%C3%A9/menu", false)]
    [InlineData("Disallow: /caf%c3%a9", "/caf\u00E9", false)]
    [InlineData("Disallow: /%7Ejoe/", "/~joe/index.html", false)]
    [InlineData("Disallow: /a%3Cd", "/a%3cd", false)]
    [InlineData("Disallow: /search?q=", "/search?q=news", false)]
    [InlineData("Disallow: /x # why", "/x", false)]
    public void Rules_TheLongestMatchIsMeant(string rules, string path, bool allowed) => Assert.Equal(allowed, Allowed("User-agent: *\n" + rules, path));

    [Theory]
    [InlineData("user-agent foobot\ndisallow /x", false)]
    [InlineData("useragent: foobot\ndissalow: /x", false)]
    [InlineData("USER-AGENT : foobot\r\n\r\nDISALLOW : /x", false)]
    [InlineData("user-agent: foobot\rdisallow: /x", false)]
    [InlineData("\uFEFFuser-agent: foobot\ndisallow: /x", false)]
    [InlineData("disallow: /x\nuser-agent: *", true)]
    [InlineData("user-agent: foobot2\nsitemap: /s.xml\nuser-agent: foobot\nvisit-time: 0600-0845\ndisallow: /x", false)]
    [InlineData("<html><body>Disallow: /x</body></html>", true)]
    [InlineData("", true)]
    public void Lines_AreReadAsTheyComeInTheWild(string file, bool allowed) => Assert.Equal(allowed, Allowed(file, "/x"));

    [Fact]
    public void CrawlDelayAndSitemaps_AreHeard()
    {
        var rules = Parse("User-agent: *\nCrawl-delay: 30\nSitemap: https://a.example/news.xml\n\nUser-agent: foobot\nCrawl-delay: 1.5\nDisallow:\nSitemap: /relative.xml");
        Assert.Equal(TimeSpan.FromSeconds(1.5), rules.CrawlDelay);
        Assert.Equal(["https://a.example/news.xml", "/relative.xml"], rules.Sitemaps);
        Assert.Null(Parse("User-agent: *\nCrawl-delay: 1e9").CrawlDelay);
    }

    [Fact]
    public void Parse_AnyBytes_NeverThrows() => Gen.Byte.Array[0, 400].Sample(bytes =>
    {
        var rules = RobotsParser.Parse(bytes, "foobot");
        return rules.IsAllowed(new Uri("https://a.example/robots.txt"));
    });

    [Fact]
    public void Parse_ManyStars_EndsAndIsRight() =>
        Assert.True(Allowed($"User-agent: *\nDisallow: /{string.Concat(Enumerable.Repeat("*a", 2_000))}$", "/" + new string('a', 8_000) + "b"));

    [CorporaFact]
    public void Parse_EveryRealFile_AnswersForAnyPath()
    {
        var files = Directory.GetFiles(Corpora.PathOf("robots"), "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("LICENSE", StringComparison.Ordinal)).ToArray();
        Assert.True(files.Length > 4_000);
        var root = new Uri("https://a.example/");
        var forbidding = files.Count(file => !RobotsParser.Parse(File.ReadAllBytes(file), "dateline").IsAllowed(root));
        // a few sites shut everyone out; most let us read
        Assert.InRange(forbidding, 1, files.Length / 10);
    }
}
