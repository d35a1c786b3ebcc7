using System.Text;
using Dateline.Worker.Demo;
using Dateline.Worker.Feeds.Parsing;

namespace Dateline.Worker.Tests.Demo;

public class DemoDocumentsTests
{
    private const string Site = "http://127.0.0.1:1";

    private static readonly DateTimeOffset Published = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Feeds => [.. DemoFeed.All.Select(feed => feed.Name)];

    [Theory]
    [MemberData(nameof(Feeds))]
    public void Write_EachFeed_IsReadBack(string name)
    {
        var feed = DemoFeed.All.Single(feed => feed.Name == name);
        DemoArticle[] articles = [.. DemoArticle.ReadAll().Where(article => article.Feed == name)];

        var (text, contentType) = DemoDocuments.Write(feed, [.. articles.Select(article => new DemoEntry(article, Published))], Site);
        var parsed = FeedParser.Parse(Encoding.UTF8.GetBytes(text), contentType, new Uri(Site + feed.Path));

        Assert.Equal(feed.Format, parsed.Format);
        Assert.Equal(feed.Title, parsed.Feed.Title);
        Assert.Equal(articles.Select(article => article.Title), parsed.Entries.Select(entry => entry.Title));
        Assert.Equal(articles.Select(article => article.Summary), parsed.Entries.Select(entry => entry.Summary));
        Assert.Equal(articles.Select(article => $"{Site}/articles/{article.Slug}"), parsed.Entries.Select(entry => entry.Link));
        Assert.Equal(feed.Behaviour != DemoBehaviour.Malformed, parsed.WellFormed);
        if (feed.Format != FeedFormat.Rss091)
            Assert.All(parsed.Entries, entry => Assert.Equal(Published, entry.Published ?? entry.Updated));
    }
}
