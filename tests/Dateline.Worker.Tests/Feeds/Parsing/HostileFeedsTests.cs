using System.Text;
using CsCheck;
using Dateline.Worker.Feeds.Parsing;

namespace Dateline.Worker.Tests.Feeds.Parsing;

public class HostileFeedsTests
{
    private static readonly string[] Pieces =
    [
        "<rss version='2.0'>", "</rss>", "<channel>", "</channel>", "<item>", "</item>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "</feed>", "<entry>", "</entry>", "<title>", "</title>",
        "<title type='xhtml'>", "<link href='", "<link>", "</link>", "<content type='application/x'>", "<media:group>", "</media:group>", "<source>", "<author>", "<name>", "<!--", "-->", "<![CDATA[", "]]>",
        "<!DOCTYPE x [<!ENTITY a '&a;&b;'>", "<!ENTITY b '&a;'>", "]>", "&a;", "&amp;", "&#", "&#x1F600;", "&#xD800;", "<?xml version='1.0' encoding='", "utf-7", "utf-16", "?>", "'", "\"", "<", ">", "/", "=", "\0", "\uFFFF",
        "xml:base='", "http://[", "xmlns:a='", "<a:b ", "2004-01-01T", "Thu, 01 Jan", "\u202E", "é", "{\"version\": \"jsonfeed\", \"items\": [", "{\"id\": \"\\ud800\"}", "]}", " ", "\r",
    ];

    [Fact]
    public void Parse_AnyBytes_NeverThrows() => Gen.Byte.Array[0, 400].Sample(bytes => { FeedParser.Parse(bytes, null, null); }, iter: 2000, threads: 1);

    [Fact]
    public void Parse_AnyPiecesOfFeeds_NeverThrows() => Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[0, 60].Sample(
        pieces => { FeedParser.Parse(Encoding.UTF8.GetBytes(string.Concat(pieces)), "text/xml", new Uri("http://example.com/")); }, iter: 5000, threads: 1);

    [Fact]
    public void Parse_AnyCutOfAFeed_KeepsTheWholeItems() => Gen.Int[0, 40].Select(Gen.Double[0, 1]).Sample(
        (items, share) =>
        {
            var document = "<rss version=\"2.0\"><channel>" + string.Concat(Enumerable.Range(0, items).Select(index => $"<item><guid>{index}</guid></item>"));
            var cut = document[..(int)(document.Length * share)];
            var whole = cut.Split("</item>").Length - 1;

            var ids = FeedText.Parse(cut).Entries.Select(entry => entry.Id).Take(whole);

            Assert.Equal(Enumerable.Range(0, whole).Select(index => $"{index}"), ids);
        },
        iter: 500, threads: 1);

    [Fact]
    public void Parse_ItemsOfAnyText_AreAsManyAsWereWritten() => Gen.String.Array[0, 30].Sample(
        titles =>
        {
            var items = titles.Select(title => $"<item><title>{System.Security.SecurityElement.Escape(title)}</title><guid>same</guid></item>");

            Assert.Equal(titles.Length, FeedText.Rss(string.Concat(items)).Entries.Count);
        },
        iter: 500, threads: 1);

    [Fact]
    public void Parse_MillionDeepNesting_KeepsTheItemAfterIt()
    {
        const int Depth = 1_000_000;
        var deep = string.Concat(Enumerable.Repeat("<a>", Depth)) + string.Concat(Enumerable.Repeat("</a>", Depth));

        var parsed = FeedText.Rss($"<item><title>{deep}x</title></item><item><title>After</title></item>");

        Assert.Equal("After", parsed.Entries[^1].Title);
        Assert.Contains("too_deep", parsed.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Parse_EntityBomb_IsCutShort()
    {
        var entities = string.Concat(Enumerable.Range(1, 9).Select(level => $"<!ENTITY l{level} \"{string.Concat(Enumerable.Repeat($"&l{level - 1};", 10))}\">"));

        var parsed = FeedText.Parse($"<!DOCTYPE r [<!ENTITY l0 \"ha\">{entities}]><rss version=\"2.0\"><channel><title>&l9;</title><item><title>After</title></item></channel></rss>");

        Assert.True(parsed.Feed.Title is null || parsed.Feed.Title.Length < 1_000_000);
        Assert.Contains("entity_expansion", parsed.Problems.Select(problem => problem.Code));
        Assert.Equal("After", Assert.Single(parsed.Entries).Title);
    }

    [Theory]
    [InlineData("<item x=\"", "\"><title>Good</title></item>", 'a', 64 << 20)]
    [InlineData("<item><title>Good</title><link href=\"", "\"/></item>", '&', 8 << 20)]
    [InlineData("<item><title>Good</title></item>", "", '<', 8 << 20)]
    [InlineData("<item><title>Good</title><description>", "</description></item>", '&', 8 << 20)]
    public void Parse_EnormousRun_KeepsTheItem(string before, string after, char filler, int length)
    {
        var parsed = FeedText.Rss(before + new string(filler, length) + after);

        Assert.Equal("Good", parsed.Entries[0].Title);
    }

    [Theory]
    [InlineData("<!--")]
    [InlineData("<![CDATA[")]
    [InlineData("<?x ")]
    [InlineData("<title>")]
    [InlineData("<a b=\"")]
    [InlineData("<a xmlns:b=\"c\">")]
    [InlineData("<!DOCTYPE x [")]
    [InlineData("</a>")]
    [InlineData("&x;")]
    [InlineData("<item><link>")]
    [InlineData("<media:group>")]
    [InlineData("<description><p>")]
    [InlineData("<description>a<![CDATA[b]]>")]
    [InlineData("<description><a href=\"&x;\">&amp;</a>")]
    [InlineData("<content type=\"xhtml\"><div>&x;</p>")]
    public void Parse_OpeningRepeatedWithoutEnd_IsReadInOnePass(string opening)
    {
        var parsed = FeedText.Rss("<item><title>Good</title></item>" + string.Concat(Enumerable.Repeat(opening, 200_000)));

        Assert.Equal("Good", parsed.Entries[0].Title);
    }

    [Theory]
    [InlineData("<rss><channel>", "<item/>", "</channel></rss>")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry/>", "</feed>")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[", "{},", "{}]}")]
    public void Parse_EntriesWithoutEnd_KeepsAsManyAsAnyoneTakes(string before, string entry, string after) =>
        Assert.Equal(50_000, FeedText.Parse(before + string.Concat(Enumerable.Repeat(entry, 60_000)) + after).Entries.Count);

    [Fact]
    public void Parse_AuthorsWithoutEnd_AreBounded() =>
        Assert.Equal(1_000, FeedText.Rss($"<item>{string.Concat(Enumerable.Range(0, 5_000).Select(number => $"<author>{number}</author>"))}</item>").Entries[0].Authors.Count);

    [Fact]
    public void Parse_JsonNameOfHalfAPair_LosesNoOtherEntry()
    {
        const string Half = "\\ud80d";
        var parsed = FeedText.Parse($"{{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{{\"id\":\"1\"}},{{\"id\":\"2\",\"tit{Half}\":\"\",\"i{Half}\":\"\"}},{{\"id\":\"3\"}}],\"hub{Half}\":\"\",\"auth{Half}\":\"\"}}");

        Assert.Equal(["1", "3"], parsed.Entries.Select(entry => entry.Id).Where(id => id is "1" or "3"));
    }
}
