namespace Dateline.Worker.Tests.Feeds.Parsing;

/// <summary>What a document forgot to close costs no item, wherever it stands.</summary>
public class LostEndsTests
{
    private const string Items = "<item><title>A</title><link>http://e.example/a</link></item><item><title>B</title><link>http://e.example/b</link></item>";

    [Theory]
    [InlineData("<title>c")]
    [InlineData("<titel>c</title>")]
    [InlineData("<title>c</titel>")]
    [InlineData("<description>about")]
    [InlineData("<category>news")]
    [InlineData("<image><url>http://e.example/i.png</url>")]
    [InlineData("<atom:link href='http://e.example/feed' rel='self'>")]
    [InlineData("<unknown>")]
    [InlineData("<x:y><z>")]
    public void Parse_FeedsFieldLeftOpen_KeepsTheItems(string field)
    {
        var parsed = FeedText.Rss(field + Items);

        Assert.Equal(["A", "B"], parsed.Entries.Select(entry => entry.Title));
        Assert.Contains("unclosed_element", parsed.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Parse_ChannelsTitleLeftOpen_EndsAtTheNextField()
    {
        var feed = FeedText.Rss($"<title>c<link>http://c.example/</link>{Items}").Feed;

        Assert.Equal(("c", "http://c.example/"), (feed.Title, feed.Link));
    }

    [Theory]
    [InlineData("<title>c")]
    [InlineData("<link href='http://e.example/'>")]
    [InlineData("<author><name>Jo")]
    public void Parse_AtomFieldLeftOpen_KeepsTheEntries(string field) => Assert.Equal(
        ["A", "B"], FeedText.Parse($"<feed xmlns='{FeedText.Atom}'>{field}<entry><title>A</title></entry><entry><title>B</title></entry></feed>").Entries.Select(entry => entry.Title));

    [Theory]
    [InlineData("<description>text<link>http://e.example/x</link>")]
    [InlineData("<category>news<link>http://e.example/x</link>")]
    [InlineData("<dc:creator>Jo<link>http://e.example/x</link>")]
    [InlineData("<enclosure url='http://e.example/x.mp3'><link>http://e.example/x</link>")]
    [InlineData("<author>Jo<link>http://e.example/x</link>")]
    public void Parse_ItemsFieldLeftOpen_KeepsTheNext(string fields) =>
        Assert.Equal("http://e.example/x", FeedText.Rss($"<item>{fields}</item>{Items}").Entries[0].Link);

    [Theory]
    [InlineData("<description>text with <b>a <link>of its own</link></b> and more</description>")]
    [InlineData("<description>text <title>with a title</title> in it</description>")]
    public void Parse_MarkupInAField_DoesNotEndIt(string field) =>
        Assert.EndsWith(field.Contains("more", StringComparison.Ordinal) ? "and more" : "in it", FeedText.RssItem(field).Summary!, StringComparison.Ordinal);

    [Theory]
    [InlineData("<description><![CDATA[text</description></item>", "<item><title>A</title><description><![CDATA[more]]></description></item>")]
    [InlineData("<description><![CDATA[text</description></item>", "<item><title>A</title></item>")]
    [InlineData("<!-- note </item>", "<item><title>A</title></item><!-- other -->")]
    [InlineData("<enclosure url=\"http://e.example/a.mp3 /></item>", "<item><title>A</title><guid isPermaLink=\"false\">1</guid></item>")]
    public void Parse_SectionCommentOrQuoteLeftOpen_EndsWithItsElement(string broken, string next)
    {
        var parsed = FeedText.Rss($"<item><title>First</title>{broken}{next}");

        Assert.Equal(["First", "A"], parsed.Entries.Select(entry => entry.Title));
        Assert.False(parsed.WellFormed);
        Assert.Equal(broken.Contains("CDATA", StringComparison.Ordinal) ? "text" : null, parsed.Entries[0].Summary);
    }

    [Fact]
    public void Parse_CommentedItems_AreNone() =>
        Assert.Equal(["A", "B"], FeedText.Rss($"<!-- <item><title>Old</title></item> -->{Items}").Entries.Select(entry => entry.Title));

    [Fact]
    public void Parse_SectionLeftOpenBeforeAnotherField_EndsWithItsElement()
    {
        var entry = FeedText.RssItem("<description><![CDATA[short</description><content:encoded><![CDATA[long]]></content:encoded>");

        Assert.Equal(("short", "long"), (entry.Summary, entry.Content));
    }

    [Fact]
    public void Parse_SectionThatHoldsAnOpening_IsOneText() => Assert.Equal(
        "write <![CDATA[ before it", FeedText.RssItem("<title>a</title><description><![CDATA[write <![CDATA[ before it]]></description>").Summary);

    [Fact]
    public void Parse_SectionThatSpeaksOfItems_IsOneText() => Assert.Equal(
        "close an <item> with </item> and go on", FeedText.RssItem("<description><![CDATA[close an <item> with </item> and go on]]></description>").Summary);

    [Fact]
    public void Parse_SitemapsUrlLeftOpen_EndsWhereTheNextBegins() => Assert.Equal(
        ["http://e.example/1", "http://e.example/2"],
        FeedText.Parse("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>http://e.example/1</loc><url><loc>http://e.example/2</loc></url></urlset>").Entries.Select(entry => entry.Link));

    [Theory]
    [InlineData("http://www.w3.org/2005/Atom")]
    [InlineData("http://www.w3.org/1999/xhtml")]
    [InlineData("http://nowhere.example/ns")]
    public void Parse_RssInAForeignNamespace_IsRss(string name)
    {
        var parsed = FeedText.Parse($"<rss version='2.0' xmlns='{name}'><channel><title>c</title>{Items}</channel></rss>");

        Assert.Equal(("c", 2, "http://e.example/a"), (parsed.Feed.Title, parsed.Entries.Count, parsed.Entries[0].Link));
        Assert.Contains("foreign_namespace", parsed.Problems.Select(problem => problem.Code));
    }

    [Theory]
    [InlineData("https://www.w3.org/2005/Atom/")]
    [InlineData("http://purl.org/atom/ns#draft-ietf-atompub-format-09")]
    [InlineData("http://nowhere.example/ns")]
    public void Parse_AtomInAnAlmostRightNamespace_IsAtom(string name)
    {
        var entry = Assert.Single(FeedText.Parse($"<feed xmlns='{name}'><entry><title>A</title><link href='http://e.example/a'/></entry></feed>").Entries);

        Assert.Equal(("A", "http://e.example/a"), (entry.Title, entry.Link));
    }

    [Theory]
    [InlineData("<rss version='2.0' xmlns:DC='https://purl.org/dc/elements/1.1'><channel><item><DC:creator>Jo</DC:creator></item></channel></rss>")]
    [InlineData("<rss version='2.0' xmlns:dc='http://nowhere.example/dc'><channel><item><dc:creator>Jo</dc:creator></item></channel></rss>")]
    [InlineData("<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><item><DC:creator>Jo</DC:creator></item></channel></rss>")]
    public void Parse_ModuleWithAnAlmostRightName_IsRead(string document) =>
        Assert.Equal("Jo", Assert.Single(Assert.Single(FeedText.Parse(document).Entries).Authors).Name);

    [Fact]
    public void Parse_BracketInADeclaredEntity_DoesNotEndTheDeclarations() => Assert.Equal(
        "a]>b", FeedText.Parse("<!DOCTYPE rss [<!-- don't --><!ENTITY x \"a]>b\">]><rss><channel><title>&x;</title></channel></rss>").Feed.Title);

    [Theory]
    [InlineData("a=\"1\"b=\"2\"", "bad_attribute")]
    [InlineData("a=\"<b>\"", "bad_attribute")]
    public void Parse_BadAttributes_AreTold(string attributes, string problem)
    {
        var parsed = FeedText.Rss($"<item {attributes}><title>A</title></item>");

        Assert.Equal("A", Assert.Single(parsed.Entries).Title);
        Assert.Contains(problem, parsed.Problems.Select(found => found.Code));
    }
}
