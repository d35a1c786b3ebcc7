using Dateline.Worker.Feeds.Parsing;

namespace Dateline.Worker.Tests.Feeds.Parsing;

public class OtherFormatsTests
{
    [Theory]
    [InlineData("http://purl.org/rss/1.0/", "Rss10")]
    [InlineData("http://my.netscape.com/rdf/simple/0.9/", "Rss090")]
    public void Read_Rdf_TakesTheItemsBesideTheChannel(string rss, string format)
    {
        var parsed = FeedText.Parse($"""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="{rss}" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="http://example.com/rdf"><title>News</title><link>http://example.com/</link><items><rdf:Seq><rdf:li resource="http://example.com/1"/></rdf:Seq></items></channel>
            <item rdf:about="http://example.com/1"><title>One</title><link>http://example.com/1</link><dc:date>2004-01-01T00:00:00Z</dc:date><dc:subject>World</dc:subject></item>
            <item rdf:about="http://example.com/2"><title>Two</title></item></rdf:RDF>
            """);

        Assert.Equal((format, "News", "http://example.com/"), (parsed.Format.ToString(), parsed.Feed.Title, parsed.Feed.Link));
        Assert.Equal(["http://example.com/1", "http://example.com/2"], parsed.Entries.Select(entry => entry.Link));
        Assert.Equal((2004, "World"), (parsed.Entries[0].Published?.Year, parsed.Entries[0].Categories[0].Term));
    }

    [Theory]
    [InlineData("https://jsonfeed.org/version/1", "\"author\": {\"name\": \"Ann\"}", "Json1")]
    [InlineData("https://jsonfeed.org/version/1.1", "\"authors\": [{\"name\": \"Ann\"}]", "Json11")]
    public void Read_JsonFeed_GivesItsItems(string version, string author, string format)
    {
        var parsed = FeedText.Parse($$"""
            {"version": "{{version}}", "title": "News", "home_page_url": "/", "feed_url": "http://example.com/feed.json", "language": "en", "items": [
              {"id": "1", "url": "one", "title": " A  story ", "content_html": "<p>Long</p>", "summary": "a < b", "date_published": "2004-01-01T10:00:00+02:00", {{author}},
               "tags": ["World", 7], "attachments": [{"url": "a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 42}]},
              {"id": 2, "external_url": "http://other.example/", "content_text": "1 < 2"}, "not an item"]}
            """, "http://example.com/");

        Assert.Equal((format, "News", "http://example.com/", "en"), (parsed.Format.ToString(), parsed.Feed.Title, parsed.Feed.Link, parsed.Feed.Language));
        Assert.Equal(3, parsed.Entries.Count);
        var (first, second) = (parsed.Entries[0], parsed.Entries[1]);
        Assert.Equal(("http://example.com/one", "A story", "<p>Long</p>", "a &lt; b"), (first.Link, first.Title, first.Content, first.Summary));
        Assert.Equal(new DateTimeOffset(2004, 1, 1, 8, 0, 0, TimeSpan.Zero), first.Published);
        Assert.Equal(("Ann", "World"), (Assert.Single(first.Authors).Name, Assert.Single(first.Categories).Term));
        Assert.Equal([new Enclosure("http://example.com/a.mp3", "audio/mpeg", 42)], first.Enclosures);
        Assert.Equal(("2", "http://other.example/", "1 &lt; 2"), (second.Id, second.Link, second.Content));
    }

    [Theory]
    [InlineData("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{\"id\": \"1\"}, {\"id\": \"2\"}, {\"id\": \"3", 2)]
    [InlineData("{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"id\": \"1\"},]}", 1)]
    [InlineData("{\"items\": [{\"id\": \"1\"}], // why not\n}", 1)]
    public void Read_BrokenJson_KeepsWhatIsWhole(string json, int items) => Assert.Equal(items, FeedText.Parse(json).Entries.Count);

    [Theory]
    [InlineData("{\"error\": \"not found\"}")]
    [InlineData("[1, 2, 3]")]
    [InlineData("{")]
    public void Read_OtherJson_IsNoFeed(string json) => Assert.Equal(FeedFormat.Unknown, FeedText.Parse(json).Format);

    [Fact]
    public void Read_NewsSitemap_GivesItsArticles()
    {
        var parsed = FeedText.Parse("""
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
            <url><loc>http://example.com/1</loc><lastmod>2004-01-02</lastmod><news:news><news:publication><news:name>Paper</news:name><news:language>en</news:language></news:publication>
            <news:publication_date>2004-01-01T10:00:00Z</news:publication_date><news:title>One &amp; only</news:title><news:keywords>a, b</news:keywords></news:news>
            <image:image><image:loc>http://example.com/1.jpg</image:loc></image:image></url><url><loc>http://example.com/2</loc></url></urlset>
            """);

        Assert.Equal((FeedFormat.Sitemap, 2), (parsed.Format, parsed.Entries.Count));
        var entry = parsed.Entries[0];
        Assert.Equal(("http://example.com/1", "One & only", "en", "Paper"), (entry.Link, entry.Title, entry.Language, entry.Source?.Title));
        Assert.Equal((1, 2), (entry.Published?.Day, entry.Updated?.Day));
        Assert.Equal(["a", "b"], entry.Categories.Select(category => category.Term));
        Assert.Equal("http://example.com/1.jpg", entry.Image);
    }

    [Fact]
    public void Read_SitemapIndex_GivesItsSitemaps() => Assert.Equal(
        ["http://example.com/a.xml", "http://example.com/b.xml"],
        FeedText.Parse("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>http://example.com/a.xml</loc></sitemap><sitemap><loc>/b.xml</loc></sitemap></sitemapindex>", "http://example.com/sitemap.xml")
            .Entries.Select(entry => entry.Link));
}
