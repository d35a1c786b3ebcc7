using System.Text.Json;
using Dateline.Contracts;
using Dateline.Worker.IntegrationTests.Servers;
using Dateline.Worker.IntegrationTests.Support;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.IntegrationTests;

/// <summary>A hundred real feed documents from loopback through to real queues.</summary>
[Collection(SharedServers.Name)]
public class RealFeedsTests(ServersFixture servers)
{
    private const int Feeds = 100;

    [CorporaFact]
    public async Task PollTwice_EveryArticleIsPublishedOnceAndNothingTheSecondTime()
    {
        var (site, feeds) = await NewsSite.RealFeeds(Feeds);
        await using var _ = site;
        await using var queue = await TestQueue.Declare(servers.RabbitMq.Address, RoutingKeys.ArticlesExchange, "#");
        await using var dateline = new Support.Dateline(("Publishing__RabbitMq", servers.RabbitMq.Address.AbsoluteUri));
        var list = dateline.WriteFeedList(feeds);

        var first = await Poll(dateline, list);
        Assert.Equal((Feeds, 0, 0), (Number(first, "polled"), Number(first, "failed"), Number(first, "unpublished")));
        Assert.True(Number(first, "newArticles") > 1_000);
        var messages = await queue.WaitFor(Number(first, "newArticles"), TimeSpan.FromSeconds(60));
        Assert.Equal(Number(first, "newArticles"), messages.Count);
        Assert.Equal(messages.Count, messages.Select(message => message.Article.ArticleId).Distinct().Count());

        var second = await Poll(dateline, list);
        Assert.Equal((Feeds, 0, 0), (Number(second, "unchanged"), Number(second, "newArticles"), Number(second, "published")));
        Assert.Equal(messages.Count, (await queue.WaitUntilQuiet(TimeSpan.FromSeconds(1))).Count);
    }

    [CorporaTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Kill_InTheMiddle_LosesNothingAndTheNextStartFinishes(bool postgreSql)
    {
        var (site, feeds) = await NewsSite.RealFeeds(Feeds);
        await using var _ = site;
        await using var reference = new Support.Dateline();
        var expected = Number(await Poll(reference, reference.WriteFeedList(feeds)), "newArticles");

        await using var queue = await TestQueue.Declare(servers.RabbitMq.Address, RoutingKeys.ArticlesExchange, "#");
        await using var dateline = new Support.Dateline(
            ("Publishing__RabbitMq", servers.RabbitMq.Address.AbsoluteUri), ("Storage__PostgreSql", postgreSql ? await servers.PostgreSql.CreateDatabase() : ""),
            ("Articles__FetchPages", "false"), ("Feeds__LeaseSeconds", "30"), ("Articles__LeaseSeconds", "30"), ("Publishing__TimeoutSeconds", "2"));
        await dateline.Run("feeds", "import", dateline.WriteFeedList(feeds));

        foreach (var share in new[] { 0.1, 0.4, 0.7 })
        {
            await using var killed = await dateline.StartService();
            await queue.WaitForAtLeast((int)(expected * share), TimeSpan.FromSeconds(90));
            killed.Kill();
            await killed.WaitForExit(TimeSpan.FromSeconds(10));
        }

        await using var worker = await dateline.StartService();
        await queue.WaitForArticles(expected, TimeSpan.FromSeconds(120));
        await Task.Delay(TimeSpan.FromSeconds(2));
        // a kill between confirm and record repeats a message, with the id that it had
        var ids = queue.Messages.Select(message => message.Properties.MessageId).ToArray();
        Assert.Equal(expected, queue.Messages.Select(message => message.Article.ArticleId).Distinct().Count());
        Assert.Equal(expected, ids.Distinct().Count());
    }

    [CorporaFact]
    public async Task SeveralWorkers_ShareTheFeedsAndPublishEachArticleOnce()
    {
        var (site, feeds) = await NewsSite.RealFeeds(Feeds);
        await using var _ = site;
        await using var queue = await TestQueue.Declare(servers.RabbitMq.Address, RoutingKeys.ArticlesExchange, "#");
        var database = await servers.PostgreSql.CreateDatabase();
        (string, string)[] settings =
        [
            ("Publishing__RabbitMq", servers.RabbitMq.Address.AbsoluteUri), ("Storage__PostgreSql", database), ("Articles__FetchPages", "false"), ("Feeds__BatchSize", "5"),
        ];
        await using var one = new Support.Dateline(settings);
        await using var two = new Support.Dateline(settings);
        await using var three = new Support.Dateline(settings);
        // all three migrate the empty database at once
        var services = await Task.WhenAll(one.StartService(), two.StartService(), three.StartService());
        try
        {
            await one.Run("feeds", "import", one.WriteFeedList(feeds));
            await queue.WaitForAtLeast(1_000, TimeSpan.FromSeconds(60));
            var messages = await queue.WaitUntilQuiet(TimeSpan.FromSeconds(3));

            Assert.Equal(messages.Count, messages.Select(message => message.Article.ArticleId).Distinct().Count());
            Assert.Equal(Feeds, site.Requests.Count);
            Assert.All(services, service => Assert.Contains(service.Lines, line => line.Contains(" Polled ", StringComparison.Ordinal)));
        }
        finally
        {
            foreach (var service in services)
                await service.DisposeAsync();
        }
    }

    private static async Task<JsonElement> Poll(Support.Dateline dateline, string list)
    {
        var (_, output, error) = await dateline.Run("poll", "--once", "--no-pages", "--jsonl", "--opml", list);
        Assert.True(output.Count == 1, string.Join('\n', error.TakeLast(20)));
        return JsonDocument.Parse(output[0]).RootElement;
    }

    private static int Number(JsonElement summary, string name) => summary.GetProperty(name).GetInt32();
}
