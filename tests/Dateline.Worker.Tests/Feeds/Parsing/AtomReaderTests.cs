using Dateline.Worker.Feeds.Parsing;

namespace Dateline.Worker.Tests.Feeds.Parsing;

public class AtomReaderTests
{
    [Theory]
    [InlineData("<title>AT&amp;amp;T</title>", "AT&amp;T")]
    [InlineData("<title type=\"text\">1 &lt; 2</title>", "1 < 2")]
    [InlineData("<title type=\"html\">AT&amp;amp;T &lt;b&gt;wins&lt;/b&gt;</title>", "AT&T wins")]
    [InlineData("<title type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">AT&amp;T <b>wins</b></div></title>", "AT&T wins")]
    [InlineData("<title type=\"html\"><![CDATA[AT&amp;T]]></title>", "AT&T")]
    [InlineData("<title> spread \n out </title>", "spread out")]
    public void Read_TextConstruct_IsPlainInTheTitle(string entry, string title) => Assert.Equal(title, FeedText.AtomEntry(entry).Title);

    [Theory]
    [InlineData("<content>a &lt; b</content>", "a &lt; b")]
    [InlineData("<content type=\"html\">&lt;p&gt;x&lt;/p&gt;</content>", "<p>x</p>")]
    [InlineData("<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>a &amp; b</p><br/></div></content>", "<div><p>a &amp; b</p><br></div>")]
    [InlineData("<content type=\"text/html\"><![CDATA[<i>x</i>]]></content>", "<i>x</i>")]
    [InlineData("<content type=\"application/octet-stream\">aGVsbG8=</content>", "hello")]
    public void Read_Content_IsHtml(string entry, string content) => Assert.Equal(content, FeedText.AtomEntry(entry).Content);

    [Theory]
    [InlineData("<title mode=\"escaped\" type=\"text/html\">a &lt;b&gt;b&lt;/b&gt;</title>", "a b")]
    [InlineData("<title mode=\"xml\" type=\"application/xhtml+xml\">a <b xmlns=\"http://www.w3.org/1999/xhtml\">b</b></title>", "a b")]
    [InlineData("<title mode=\"base64\">aGVsbG8=</title>", "hello")]
    [InlineData("<title mode=\"base64\">not base64!</title>", "not base64!")]
    public void Read_Atom03_KnowsTheModes(string element, string title)
    {
        var parsed = FeedText.Parse($"<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><entry>{element}</entry></feed>");

        Assert.Equal(FeedFormat.Atom03, parsed.Format);
        Assert.Equal(title, Assert.Single(parsed.Entries).Title);
    }

    [Fact]
    public void Read_Atom03_HasItsOwnNames()
    {
        var parsed = FeedText.Parse("""
            <feed version="0.3" xmlns="http://purl.org/atom/ns#"><tagline>Tag</tagline><modified>2004-01-01T00:00:00Z</modified>
            <entry><issued>2004-01-02T00:00:00Z</issued><modified>2004-01-03T00:00:00Z</modified></entry></feed>
            """);

        Assert.Equal("Tag", parsed.Feed.Subtitle);
        Assert.Equal((1, 2, 3), (parsed.Feed.Updated?.Day, parsed.Entries[0].Published?.Day, parsed.Entries[0].Updated?.Day));
    }

    [Fact]
    public void Read_Links_AreToldApartByRelation()
    {
        var parsed = FeedText.Parse($"""
            <feed xmlns="{FeedText.Atom}"><link rel="self" href="http://example.com/feed"/><link rel="hub" href="http://hub.example/"/><link href="http://example.com/"/>
            <link rel="prev-archive" href="http://example.com/old"/>
            <entry><link rel="enclosure" href="http://example.com/a.mp3" type="audio/mpeg" length="7"/><link rel="replies" href="http://example.com/1/c"/>
            <link rel="edit" href="http://example.com/edit"/><link rel="alternate" type="application/pdf" href="http://example.com/1.pdf"/><link href="http://example.com/1"/></entry></feed>
            """);

        Assert.Equal(("http://example.com/", "http://example.com/feed", "http://hub.example/"), (parsed.Feed.Link, parsed.Feed.Self, parsed.Feed.Hub));
        Assert.Equal("http://example.com/old", parsed.Feed.PreviousPage);
        var entry = Assert.Single(parsed.Entries);
        Assert.Equal(("http://example.com/1", "http://example.com/1/c"), (entry.Link, entry.CommentsUrl));
        Assert.Equal([new Enclosure("http://example.com/a.mp3", "audio/mpeg", 7)], entry.Enclosures);
    }

    [Theory]
    [InlineData("", "", "/1", "http://example.com/1")]
    [InlineData("", "", "1", "http://example.com/feeds/1")]
    [InlineData("http://base.example/x/", "", "1", "http://base.example/x/1")]
    [InlineData("http://base.example/x/", "y/", "1", "http://base.example/x/y/1")]
    [InlineData("/top/", "../other/", "1", "http://example.com/other/1")]
    [InlineData("", "http://entry.example/", "//cdn.example/1", "http://cdn.example/1")]
    public void Read_XmlBase_IsInherited(string feedBase, string entryBase, string href, string link)
    {
        var parsed = FeedText.Parse(
            $"<feed xmlns=\"{FeedText.Atom}\" xml:base=\"{feedBase}\"><entry xml:base=\"{entryBase}\"><link href=\"{href}\"/></entry></feed>", "http://example.com/feeds/atom");

        Assert.Equal(link, Assert.Single(parsed.Entries).Link);
    }

    [Fact]
    public void Read_XmlLang_IsInheritedAndReplaced()
    {
        var parsed = FeedText.Parse($"<feed xmlns=\"{FeedText.Atom}\" xml:lang=\"de\"><entry><title>a</title></entry><entry xml:lang=\"pt_BR\"><title>b</title></entry></feed>");

        Assert.Equal(["de", "pt-BR"], parsed.Entries.Select(entry => entry.Language));
    }

    [Fact]
    public void Read_PeopleCategoriesAndSource_AreWhole()
    {
        var entry = FeedText.AtomEntry("""
            <author><name>Ann</name><email>a@example.com</email><uri>http://example.com/ann</uri></author><author><name>Bob</name></author>
            <category term="t" scheme="s" label="l"/><category label="only"/><source><title>Other</title><link href="http://other.example/"/></source>
            """);

        Assert.Equal([new Person("Ann", "a@example.com", "http://example.com/ann"), new Person("Bob", null, null)], entry.Authors);
        Assert.Equal([new Category("t", "s", "l"), new Category(null, null, "only")], entry.Categories);
        Assert.Equal(new EntrySource("Other", "http://other.example/"), entry.Source);
    }

    [Fact]
    public void Read_SingleEntryDocument_IsAFeedOfOne()
    {
        var parsed = FeedText.Parse($"<entry xmlns=\"{FeedText.Atom}\"><id>1</id></entry>");

        Assert.Equal((FeedFormat.Atom10, "1"), (parsed.Format, Assert.Single(parsed.Entries).Id));
    }

    [Fact]
    public void Parse_ReferencesInsideMarkup_KeepWhatStandsBefore()
    {
        var entry = FeedText.AtomEntry("<content type=\"xhtml\">A &amp; \"B\" <i xml:lang=\"e&#110;\" title='&lt;\"'>C</i></content>");

        Assert.Equal("A &amp; &quot;B&quot; <i xml:lang=\"en\" title=\"&lt;&quot;\">C</i>", entry.Content);
    }

    [Fact]
    public void Parse_FeedsLinks_TakesThePageBeforeOtherRepresentations() => Assert.Equal(
        "http://e.example/", FeedText.Parse($"<feed xmlns='{FeedText.Atom}'><link type='application/rss+xml' href='http://e.example/rss'/><link type='text/html' href='http://e.example/'/></feed>").Feed.Link);

    [Fact]
    public void Parse_CategoryWrittenAsText_IsTaken() => Assert.Equal("news", Assert.Single(FeedText.AtomEntry("<category>news</category>").Categories).Term);

    [Theory]
    [InlineData("mode='base64'", "Wvxy", "Z\u00FCr")]
    [InlineData("type='application/x-own'", "test", "test")]
    public void Parse_Base64_InAnotherEncodingOnlyWhereItIsDeclared(string attributes, string text, string title) =>
        Assert.Equal(title, FeedText.AtomEntry($"<title {attributes}>{text}</title>").Title);
}
