using Dateline.Worker.Feeds.Parsing;

namespace Dateline.Worker.Tests.Feeds.Parsing;

public class RssReaderTests
{
    [Theory]
    [InlineData("0.91", "Rss091")]
    [InlineData("0.92", "Rss092")]
    [InlineData("0.93", "Rss093")]
    [InlineData("0.94", "Rss094")]
    [InlineData("2.0", "Rss20")]
    [InlineData("2.0.1", "Rss20")]
    public void Read_Version_IsTheFormat(string version, string format) => Assert.Equal(format, FeedText.Rss("<title>t</title>", version).Format.ToString());

    [Theory]
    [InlineData("<language>vi</language>", "12/06/2026 09:20", "2026-06-12T09:20:00Z")]
    [InlineData("<language>pt-BR</language>", "12/06/2026", "2026-06-12T00:00:00Z")]
    [InlineData("<language>en-gb</language>", "12/06/2026", "2026-06-12T00:00:00Z")]
    [InlineData("<language>vi</language>", "06/13/2026", "2026-06-13T00:00:00Z")]
    [InlineData("<language>en-us</language>", "12/06/2026", "2026-12-06T00:00:00Z")]
    [InlineData("<language>en</language>", "12/06/2026", "2026-12-06T00:00:00Z")]
    [InlineData("", "12/06/2026", "2026-12-06T00:00:00Z")]
    [InlineData("", "13/06/2026", "2026-06-13T00:00:00Z")]
    public void Read_DateInNumbers_IsReadAsTheFeedsReadersDo(string language, string date, string instant) => Assert.Equal(
        DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture),
        Assert.Single(FeedText.Rss($"{language}<item><title>t</title><pubDate>{date}</pubDate></item>").Entries).Published);

    [Fact]
    public void Read_Channel_GivesTheFeed()
    {
        var feed = FeedText.Rss("""
            <title>News &amp;amp; Views</title><link> http://example.com/ </link><description>&lt;b&gt;All&lt;/b&gt; of it</description><language>en_US</language>
            <copyright>&#169; us</copyright><managingEditor>ed@example.com (Ed Itor)</managingEditor><lastBuildDate>Thu, 01 Jan 2004 19:48:21 GMT</lastBuildDate>
            <generator>Hand</generator><ttl>60</ttl><category domain="d">World</category><image><url>http://example.com/i.png</url><title>not this</title><link>nor this</link></image>
            <skipHours><hour>0</hour><hour>24</hour><hour>99</hour></skipHours><skipDays><day>Sunday</day><day>Someday</day></skipDays>
            """).Feed;

        Assert.Equal("News & Views", feed.Title);
        Assert.Equal("http://example.com/", feed.Link);
        Assert.Equal("All of it", feed.Subtitle);
        Assert.Equal("en-US", feed.Language);
        Assert.Equal("© us", feed.Rights);
        Assert.Equal([new Person("Ed Itor", "ed@example.com", null)], feed.Authors);
        Assert.Equal(new DateTimeOffset(2004, 1, 1, 19, 48, 21, TimeSpan.Zero), feed.Updated);
        Assert.Equal(60, feed.TtlMinutes);
        Assert.Equal([new Category("World", "d", null)], feed.Categories);
        Assert.Equal("http://example.com/i.png", feed.Image);
        Assert.Equal([0], feed.SkipHours);
        Assert.Equal([DayOfWeek.Sunday], feed.SkipDays);
    }

    [Fact]
    public void Read_Item_GivesTheEntry()
    {
        var entry = FeedText.RssItem("""
            <title>Tom &amp;amp; Jerry</title><link>http://example.com/1</link><guid isPermaLink="false">id-1</guid><description>&lt;p&gt;Short&lt;/p&gt;</description>
            <content:encoded><![CDATA[<p>Long</p>]]></content:encoded><dc:creator>Ann</dc:creator><pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate>
            <category domain="d">World</category><enclosure url="http://example.com/a.mp3" type="audio/mpeg" length="42"/><comments>http://example.com/1#c</comments>
            <source url="http://other.example/feed">Other</source>
            """);

        Assert.Equal(("id-1", "http://example.com/1", "Tom & Jerry"), (entry.Id, entry.Link, entry.Title));
        Assert.Equal(("<p>Short</p>", "<p>Long</p>"), (entry.Summary, entry.Content));
        Assert.Equal([new Person("Ann", null, null)], entry.Authors);
        Assert.Equal(new DateTimeOffset(2004, 1, 1, 19, 48, 21, TimeSpan.Zero), entry.Published);
        Assert.Equal("Thu, 01 Jan 2004 19:48:21 GMT", entry.PublishedText);
        Assert.Equal([new Category("World", "d", null)], entry.Categories);
        Assert.Equal([new Enclosure("http://example.com/a.mp3", "audio/mpeg", 42)], entry.Enclosures);
        Assert.Equal("http://example.com/1#c", entry.CommentsUrl);
        Assert.Equal(new EntrySource("Other", "http://other.example/feed"), entry.Source);
    }

    [Theory]
    [InlineData("<guid>http://example.com/g</guid>", "http://example.com/g")]
    [InlineData("<guid isPermaLink=\"false\">http://example.com/g</guid>", null)]
    [InlineData("<guid>abc</guid>", null)]
    [InlineData("<guid>http://example.com/g</guid><link>http://example.com/l</link>", "http://example.com/l")]
    [InlineData("<link/><guid isPermaLink=\"true\">http://example.com/g</guid>", "http://example.com/g")]
    [InlineData("<atom:link href=\"http://example.com/a\"/>", "http://example.com/a")]
    public void Read_ItemWithoutLink_TakesAPermanentGuid(string item, string? link) => Assert.Equal(link, FeedText.RssItem(item).Link);

    [Theory]
    [InlineData("<author>a@example.com (Ann)</author>", "Ann", "a@example.com")]
    [InlineData("<author>Ann &lt;a@example.com&gt;</author>", "Ann", "a@example.com")]
    [InlineData("<author>a@example.com</author>", null, "a@example.com")]
    [InlineData("<author>Ann</author><dc:creator>Bob</dc:creator>", "Bob", null)]
    [InlineData("<itunes:author>Ann</itunes:author>", "Ann", null)]
    public void Read_ItemAuthor_IsAPerson(string item, string? name, string? email) =>
        Assert.Equal(new Person(name, email, null), Assert.Single(FeedText.RssItem(item).Authors));

    [Theory]
    [InlineData("<pubDate>yesterday</pubDate>", "yesterday")]
    [InlineData("<dc:date>2004-99-01</dc:date>", "2004-99-01")]
    public void Read_UnreadableDate_KeepsItsText(string item, string text)
    {
        var entry = FeedText.RssItem(item);

        Assert.Null(entry.Published);
        Assert.Equal(text, entry.PublishedText);
    }

    [Fact]
    public void Read_ParisFeed_LeadsToItsArticle()
    {
        var document = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "paris", "feed.xml")).Replace("{site}", "http://127.0.0.1:8080", StringComparison.Ordinal);

        var parsed = FeedText.Parse(document);

        Assert.True(parsed.WellFormed);
        var entry = Assert.Single(parsed.Entries);
        Assert.Equal(("What the Paris attack has taught us about ISIS", "Peter Weber"), (entry.Title, Assert.Single(entry.Authors).Name));
        Assert.StartsWith("http://127.0.0.1:8080/speedreads/589109/", entry.Link, StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2015, 11, 16, 10, 31, 0, TimeSpan.Zero), entry.Published);
    }

    [Fact]
    public void Read_MediaAndITunes_DoNotOverwriteTheItem()
    {
        var entry = FeedText.RssItem("""
            <media:content url="http://example.com/p.jpg" type="image/jpeg" medium="image"><media:title>Picture</media:title></media:content>
            <media:thumbnail url="http://example.com/t.jpg"/><itunes:summary>Podcast</itunes:summary><title>Story</title><description>Teaser</description>
            """);

        Assert.Equal(("Story", "Teaser", "http://example.com/t.jpg"), (entry.Title, entry.Summary, entry.Image));
        Assert.Equal("http://example.com/p.jpg", Assert.Single(entry.Enclosures).Url);
    }

    [Theory]
    [InlineData("medium=\"image\"")]
    [InlineData("type=\"image/png\"")]
    public void Parse_ChannelMediaContent_IsTheFeedsPicture(string attribute) =>
        Assert.Equal("http://example.com/c.png", FeedText.Rss($"<media:content url=\"http://example.com/c.png\" {attribute}/>").Feed.Image);

    [Theory]
    [InlineData("<author>me@e.example(Jo Doe)</author>", "Jo Doe", "me@e.example")]
    [InlineData("<author>Jo Doe [me@e.example]</author>", "Jo Doe", "me@e.example")]
    [InlineData("<author><name>Jo</name><email>me@e.example</email></author>", "Jo", "me@e.example")]
    [InlineData("<author><![CDATA[by <a href='/jo'>Jo Doe</a>]]></author>", "by Jo Doe", null)]
    [InlineData("<author>by <a href='/jo'>Jo Doe</a></author>", "by Jo Doe", null)]
    public void Parse_Persons_InTheirOddForms(string item, string name, string? email)
    {
        var author = Assert.Single(FeedText.RssItem(item).Authors);

        Assert.Equal((name, email), (author.Name, author.Email));
    }

    [Theory]
    [InlineData("<link>a.html</link>", "http://e.example/blog/a.html")]
    [InlineData("<link>../a.html</link>", "http://e.example/a.html")]
    [InlineData("<link>/a</link>", "http://e.example/a")]
    [InlineData("<link rel='alternate' href='http://e.example/h'>name</link>", "http://e.example/h")]
    [InlineData("<feedburner:origLink>http://e.example/o</feedburner:origLink>", "http://e.example/o")]
    [InlineData("<link>http://feedproxy.google.com/~r/x/~3/1</link><feedburner:origLink>http://e.example/o</feedburner:origLink>", "http://e.example/o")]
    [InlineData("<link>http://e.example/a</link><feedburner:origLink>http://e.example/o</feedburner:origLink>", "http://e.example/a")]
    public void Parse_Link_IsThePublishersAndAbsolute(string item, string link) => Assert.Equal(
        link, Assert.Single(FeedText.Rss($"<link>http://e.example/blog/</link><item>{item}</item>").Entries).Link);

    [Theory]
    [InlineData("<language>de</language>{0}")]
    [InlineData("{0}<language>de</language>")]
    public void Parse_NumericDate_IsReadAsTheFeedsLanguageWritesIt(string channel) => Assert.Equal(
        new DateTimeOffset(2007, 5, 8, 0, 0, 0, TimeSpan.Zero),
        Assert.Single(FeedText.Rss(channel.Replace("{0}", "<item><pubDate>08/05/2007</pubDate></item>", StringComparison.Ordinal)).Entries).Published);
}
