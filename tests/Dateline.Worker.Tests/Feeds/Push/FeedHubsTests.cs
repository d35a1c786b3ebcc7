using System.Text;
using Dateline.Worker.Feeds;
using Dateline.Worker.Feeds.Parsing;
using Dateline.Worker.Feeds.Push;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Feeds.Push;

public class FeedHubsTests
{
    private static FetchOutcome.Fetched Fetched(string? link = null) =>
        new([], new Uri("https://news.example/feed"), null, null, null, null, null) { Link = link };

    private static ParsedFeed Document(string? self, params string[] hubs) =>
        Some.Document() with { Feed = new FeedMetadata { Self = self, Hubs = hubs } };

    [Fact]
    public void After_Document_NamesHubsInItsOrderAndTheTopic()
    {
        var hubs = FeedHubs.After(Some.Feed(), Fetched(), Document("https://news.example/canonical", "https://hub.example/", "https://other.example/hub"))!;
        Assert.Equal(("https://hub.example/ https://other.example/hub", "https://news.example/canonical"), (hubs.Write(), hubs.Topic));
    }

    [Fact]
    public void After_LinkHeader_ComesBeforeTheDocument()
    {
        var link = "<https://header.example/hub>; rel=\"hub\", </self>; rel=self";
        var hubs = FeedHubs.After(Some.Feed(), Fetched(link), Document("https://news.example/canonical", "https://hub.example/"))!;
        Assert.Equal(("https://header.example/hub", "https://news.example/self"), (hubs.Write(), hubs.Topic));
    }

    [Fact]
    public void After_NoSelf_TheTopicIsTheFeedsAddress() => Assert.Equal(Some.Feed().Url, FeedHubs.After(Some.Feed(), Fetched(), Document(null, "https://hub.example/"))!.Topic);

    [Theory]
    [InlineData("http://\uFFFD/")]
    [InlineData("ftp://hub.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/relative")]
    [InlineData("https://user:password@hub.example/")]
    public void After_WhatIsNoHub_IsLeftOut(string hub) => Assert.Null(FeedHubs.After(Some.Feed(), Fetched(), Document(null, hub)));

    [Fact]
    public void After_DocumentWithoutHub_ForgetsAndAPollWithoutDocumentDoesNot()
    {
        var feed = Some.Feed() with { Hubs = "https://hub.example/", Topic = "https://news.example/t" };
        Assert.Null(FeedHubs.After(feed, Fetched(), Document("https://news.example/t")));
        Assert.Equal("https://news.example/t", FeedHubs.After(feed, Fetched(), null)!.Topic);
        Assert.Equal("https://news.example/t", FeedHubs.After(feed, new FetchOutcome.NotModified(null, null, null), null)!.Topic);
    }

    [Theory]
    [InlineData("<rss version='2.0' xmlns:a='http://www.w3.org/2005/Atom'><channel><a:link rel='hub' href='https://one.example/'/><a:link rel='hub' href='https://two.example/'/></channel></rss>")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><link rel='hub' href='https://one.example/'/><link rel='hub' href='https://two.example/'/></feed>")]
    [InlineData("""{"version": "https://jsonfeed.org/version/1.1", "hubs": [{"type": "WebSub", "url": "https://one.example/"}, {"type": "WebSub", "url": "https://two.example/"}], "items": []}""")]
    public void Parse_EveryFormat_GivesAllHubs(string document)
    {
        var feed = FeedParser.Parse(Encoding.UTF8.GetBytes(document), null, new Uri("https://news.example/")).Feed;
        Assert.Equal(["https://one.example/", "https://two.example/"], feed.Hubs);
        Assert.Equal("https://one.example/", feed.Hub);
    }
}
