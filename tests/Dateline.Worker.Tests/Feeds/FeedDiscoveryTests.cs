using Dateline.Worker.Feeds;
using Dateline.Worker.Http.Robots;
using Dateline.Worker.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Dateline.Worker.Tests.Feeds;

public class FeedDiscoveryTests
{
    private const string Rss = "<rss version='2.0'><channel><title>News</title><item><title>One</title></item></channel></rss>";

    private static async Task<(DiscoveryResult Result, Uri Site)> Discover(string path, Dictionary<string, string> pages)
    {
        await using var server = await LoopbackServer.Start(async context =>
        {
            context.Response.StatusCode = pages.ContainsKey(context.Request.Path) ? 200 : 404;
            await context.Response.WriteAsync(pages.GetValueOrDefault(context.Request.Path, ""));
        });
        using var web = Web.Fetcher();
        return (await new FeedDiscovery(web, new RobotsCache(web, Web.Options(), TimeProvider.System)).Discover(server.At(path), null, CancellationToken.None), server.Address);
    }

    [Fact]
    public async Task Discover_Feed_IsItself()
    {
        var (result, site) = await Discover("/feed", new() { ["/feed"] = Rss });
        Assert.Equal((new Uri(site, "/feed").AbsoluteUri, "News", 1), Assert.Single(result.Feeds) is var feed ? (feed.Url, feed.Title, feed.Entries) : default);
    }

    [Fact]
    public async Task Discover_Page_LeadsToItsAlternates()
    {
        var (result, site) = await Discover("/", new()
        {
            ["/"] = "<html><head><link rel='alternate' type='application/rss+xml' href='rss/world'><link rel='alternate' type='application/atom+xml' href='/gone'><link rel='alternate' hreflang='fr' href='/fr'></head></html>",
            ["/rss/world"] = Rss,
        });
        Assert.Equal([new Uri(site, "/rss/world").AbsoluteUri], result.Feeds.Select(feed => feed.Url));
    }

    [Fact]
    public async Task Discover_PageWithoutLinks_IsTriedAtTheUsualPlaces()
    {
        var (result, site) = await Discover("/news", new() { ["/news"] = "<html></html>", ["/rss.xml"] = Rss });
        Assert.Equal([new Uri(site, "/rss.xml").AbsoluteUri], result.Feeds.Select(feed => feed.Url));
    }

    [Fact]
    public async Task Discover_Nothing_SaysWhy()
    {
        var (result, _) = await Discover("/missing", []);
        Assert.Empty(result.Feeds);
        Assert.Contains("HTTP 404", result.Reason!, StringComparison.Ordinal);
    }
}
