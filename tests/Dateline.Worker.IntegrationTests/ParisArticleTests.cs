using Dateline.Contracts;
using Dateline.Worker.IntegrationTests.Servers;
using Dateline.Worker.IntegrationTests.Support;

namespace Dateline.Worker.IntegrationTests;

/// <summary>One article all the way: feed and page over HTTP, the worker as a process, a queue on a real broker.</summary>
[Collection(SharedServers.Name)]
public class ParisArticleTests(ServersFixture servers)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Article_ArrivesOnceAndClean(bool postgreSql)
    {
        await using var site = await NewsSite.Paris();
        await using var queue = await TestQueue.Declare(servers.RabbitMq.Address, RoutingKeys.ArticlesExchange, "conflict.#", "*.*.*.fr.*");
        await using var dateline = new Support.Dateline(
            ("Publishing__RabbitMq", servers.RabbitMq.Address.AbsoluteUri), ("Storage__PostgreSql", postgreSql ? await servers.PostgreSql.CreateDatabase() : ""),
            ("Feeds__MinIntervalMinutes", "0.02"), ("Feeds__InitialIntervalMinutes", "0.02"), ("Feeds__MaxIntervalMinutes", "0.02"));
        await dateline.Run("feeds", "add", site.At("/feed.xml").AbsoluteUri);
        await using var worker = await dateline.StartService();

        var received = Assert.Single(await queue.WaitFor(1, Patience));
        while (site.Requests.Count(request => request.Path == "/feed.xml") < 4)
            await Task.Delay(100);
        Assert.Single(queue.Messages);
        Check(received.Article, site.Address);
        CheckMessage(received);
    }

    private static void Check(ArticleTagged article, Uri site)
    {
        Assert.Equal("What the Paris attack has taught us about ISIS", article.Title);
        Assert.Equal(["Peter Weber"], article.Authors);
        Assert.Equal("en", article.Language);
        Assert.Equal(new Uri(site, "/speedreads/589109/what-paris-attack-taught-about-isis").AbsoluteUri, article.CanonicalUrl);
        Assert.Equal(new ArticleImage(new Uri(site, "/images/paris-candles-1200.jpg").AbsoluteUri, "Vittorio Zunino Celotto/Getty Images"), article.Image);
        Assert.Equal(new DateTimeOffset(2015, 11, 16, 10, 31, 0, TimeSpan.Zero), article.Published);

        var paragraphs = article.Text.Split("\n\n");
        Assert.Equal(2, paragraphs.Length);
        Assert.StartsWith("On Friday, the day when at least eight men", paragraphs[0], StringComparison.Ordinal);
        Assert.EndsWith("than at the front.", paragraphs[1], StringComparison.Ordinal);

        Assert.Equal("conflict", article.Topics[0].Slug);
        Assert.Equal(["FR", "IQ", "SY"], article.Regions.Where(region => region.Role == Region.Focus).Select(region => region.Code).Order(StringComparer.Ordinal));
        Assert.Superset(
            new HashSet<string> { "LB", "TR", "RU", "EG" },
            article.Regions.Where(region => region.Role == Region.Mention).Select(region => region.Code).ToHashSet());
        Assert.Equal((site.Host, "The Week: Speed reads"), (new Uri(article.Feed.Url).Host, article.Feed.Title));
    }

    private static void CheckMessage(Received received)
    {
        var properties = received.Properties;
        Assert.Equal(("application/json", "ArticleTagged", "dateline", true), (properties.ContentType, properties.Type, properties.AppId, properties.Persistent));
        Assert.True(Guid.TryParse(properties.MessageId, out _));
        Assert.Equal(received.Article.RoutingKeys[0], received.RoutingKey);
        Assert.Matches("^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$", System.Text.Encoding.UTF8.GetString((byte[])properties.Headers!["traceparent"]!));
        var others = ((List<object?>)properties.Headers["CC"]!).Select(key => System.Text.Encoding.UTF8.GetString((byte[])key!));
        Assert.Equal(received.Article.RoutingKeys.Skip(1), others);
        Assert.DoesNotContain(properties.Headers.Keys, key => key.StartsWith("MT-", StringComparison.Ordinal));
    }
}
