using System.Text;
using Dateline.Worker.Feeds;
using Dateline.Worker.Storage;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Feeds;

public class OpmlTests
{
    private static OpmlFeeds Read(string text) => Opml.Read(Encoding.UTF8.GetBytes(text));

    [Fact]
    public void Read_Nested_OutlinesAreCategories()
    {
        var list = Read("""
            <opml version="2.0"><body>
              <outline text="Europe"><outline text="France"><outline type="rss" text="Le Monde" xmlUrl="https://a.example/rss" htmlUrl="https://a.example/" country="fr" language="FR" cron="0 0 6 * * ?"/></outline></outline>
              <outline text="Loose" xmlUrl="https://b.example/rss"/>
            </body></opml>
            """);
        Assert.Equal(
            [new NewFeed("https://a.example/rss", "Le Monde", "FR", "fr", "Europe / France", "0 0 6 * * ?", "https://a.example/"), new NewFeed("https://b.example/rss", "Loose")],
            list.Feeds);
    }

    [Fact]
    public void Read_BareAmpersandsAndNoEnd_AreRead() =>
        Assert.Equal("https://a.example/rss?x=1&y=2", Assert.Single(Read("<opml><body><outline text=\"Q&A\" xmlUrl=\"https://a.example/rss?x=1&y=2\">").Feeds).Url);

    [Fact]
    public void Read_SameFeedTwice_IsOne() =>
        Assert.Single(Read("<opml><outline xmlUrl='https://a.example/'/><outline xmlUrl='https://A.example'/></opml>").Feeds);

    [Theory]
    [InlineData("ftp://a.example/feed")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/relative")]
    public void Read_AddressThatIsNotTheWebs_IsCounted(string url)
    {
        var list = Read($"<opml><outline xmlUrl='{url}'/></opml>");
        Assert.Equal((0, 1), (list.Feeds.Count, list.BadAddresses));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no opml at all")]
    [InlineData("<html><body>404</body></html>")]
    public void Read_NoList_IsEmpty(string text) => Assert.Empty(Read(text).Feeds);

    [Fact]
    public void Write_ThenRead_GivesTheSameFeeds()
    {
        FeedRow[] rows =
        [
            new() { Url = "https://a.example/?a=1&b=2", Title = "A \"quoted\" & <odd>\u0001 title", Country = "FR", Language = "fr", Category = "World / Europe", MinIntervalMinutes = 2.5, MaxIntervalMinutes = 60 },
            new() { Url = "https://b.example/", Title = "B", Cron = "0 0 6 * * ?", Homepage = "https://b.example/", Category = "World" },
            new() { Url = "https://c.example/", Title = "C", Category = "World / Asia / Near", Access = """{"userAgent":"Own/1"}""" },
        ];
        using var text = new StringWriter();
        OpmlWriter.Write(text, rows);

        var read = Read(text.ToString()).Feeds.OrderBy(feed => feed.Url, StringComparer.Ordinal).ToArray();
        Assert.Equal(
            rows.Select(row => (row.Url, row.Country, row.Language, row.Category, row.Cron, row.MinIntervalMinutes, row.MaxIntervalMinutes, row.Access)),
            read.Select(feed => (feed.Url, feed.Country, feed.Language, feed.Category, feed.Cron, feed.MinIntervalMinutes, feed.MaxIntervalMinutes, feed.Access)));
        Assert.Equal("A \"quoted\" & <odd> title", read[0].Title);
    }

    [Fact]
    public void Write_FoldersAreNested()
    {
        using var text = new StringWriter();
        OpmlWriter.Write(text, [new() { Url = "https://a.example/", Category = "World / Asia" }, new() { Url = "https://b.example/", Category = "World / Europe" }]);
        var world = System.Xml.Linq.XDocument.Parse(text.ToString()).Root!.Element("body")!.Elements().Single();
        Assert.Equal(("World", "Asia Europe"), (world.Attribute("text")!.Value, string.Join(' ', world.Elements().Select(folder => folder.Attribute("text")!.Value))));
    }

    [Fact]
    public void Write_SecretsStayHere()
    {
        using var text = new StringWriter();
        OpmlWriter.Write(text, [new() { Url = "https://a.example/", Access = """{"basic":"ann:s3cret","cookie":"sid=s3cret","headers":{"X-Key":"s3cret"},"proxy":"http://u:s3cret@p.example"}""" }]);
        Assert.DoesNotContain("s3cret", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CredentialsInTheAddress_AreTakenOutOfIt()
    {
        var feed = Assert.Single(Read("<opml><outline xmlUrl='https://ann:s%33cret@a.example/feed'/></opml>").Feeds);
        Assert.Equal(("https://a.example/feed", """{"basic":"ann:s3cret"}"""), (feed.Url, feed.Access));
    }

    [Theory]
    [InlineData("cron='every day'")]
    [InlineData("minInterval='soon'")]
    [InlineData("maxInterval='-3'")]
    public void Read_ASettingThatIsNone_IsLeftOut(string attribute)
    {
        var feed = Assert.Single(Read($"<opml><outline xmlUrl='https://a.example/feed' {attribute}/></opml>").Feeds);
        Assert.Equal((null, null, null), (feed.Cron, feed.MinIntervalMinutes, feed.MaxIntervalMinutes));
    }

    [Fact]
    public void Bundled_IsAboutAHundredFeedsInManyLanguagesOfAllContinents()
    {
        var list = Opml.Read(FeedList.ReadBundled());
        Assert.InRange(list.Feeds.Count, 90, 200);
        Assert.Equal(0, list.BadAddresses);
        Assert.True(list.Feeds.Select(feed => feed.Language).Distinct().Count() >= 10);
        Assert.True(list.Feeds.Select(feed => feed.Country).Distinct().Count() >= 40);
        Assert.All(list.Feeds, feed => Assert.False(string.IsNullOrEmpty(feed.Title)));
    }

    [CorporaFact]
    public void Read_EveryListOfTheCorpora_HasFeeds()
    {
        var files = Directory.GetFiles(Corpora.PathOf("feeds", "opml"), "*.opml", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.NotEmpty(Opml.Read(File.ReadAllBytes(file)).Feeds));
    }

    [Fact]
    public void Read_FoldersWithoutEnd_AreCutAndTheFeedIsKeptWhenTheListIsWritten()
    {
        var feed = Assert.Single(Read($"<opml><body>{string.Concat(Enumerable.Repeat("<outline text='a'>", 250))}<outline xmlUrl='https://a.example/'/></body></opml>").Feeds);
        using var text = new StringWriter();
        OpmlWriter.Write(text, [new() { Url = feed.Url, Category = feed.Category }]);

        Assert.Equal(32, feed.Category!.Split(Opml.PathSeparator).Length);
        Assert.Equal(feed, Assert.Single(Read(text.ToString()).Feeds) with { Title = feed.Title });
    }
}
