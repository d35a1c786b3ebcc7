using Dateline.Contracts;
using Dateline.Worker.IntegrationTests.Servers;
using Dateline.Worker.IntegrationTests.Support;
using Dateline.Worker.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Dateline.Worker.IntegrationTests;

/// <summary>Characters that a database refuses or a terminal obeys: the article comes all the same, without them.</summary>
[Collection(SharedServers.Name)]
public class OddTextTests(ServersFixture servers)
{
    private const string Feed = """
        {"version":"https://jsonfeed.org/version/1.1","title":"Odd \u0000 feed","items":[
        {"id":"n\u0000","url":"/1","title":"Strike \u001b[31mhits\u0000 Paris","content_html":"<p>Rail unions walk out in France. \u001b]0;x\u0007</p>","authors":[{"name":"A\u0000nn"}]},
        {"id":"2","url":"/2","title":"Half \ud83d a pair","content_text":"Budget vote in Berlin"},
        {"id":"3","url":"/3","title":"Plain","content_text":"Storm reaches Lisbon"}]}
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Poll_NulsAndEscapes_LoseNoArticle(bool postgreSql)
    {
        await using var site = await LoopbackServer.Start(context =>
        {
            context.Response.ContentType = "application/feed+json";
            return context.Response.WriteAsync(Feed);
        });
        await using var queue = await TestQueue.Declare(servers.RabbitMq.Address, RoutingKeys.ArticlesExchange, "#");
        await using var dateline = new Support.Dateline(
            ("Publishing__RabbitMq", servers.RabbitMq.Address.AbsoluteUri), ("Storage__PostgreSql", postgreSql ? await servers.PostgreSql.CreateDatabase() : ""),
            ("Articles__FetchPages", "false"));
        var (exit, output, error) = await dateline.Run("poll", "--once", site.At("/feed.json").AbsoluteUri);

        Assert.True(exit == 0, string.Join('\n', error));
        await queue.WaitForAtLeast(3, TimeSpan.FromSeconds(60));
        var articles = queue.Messages.Select(message => message.Article).ToArray();
        var strike = Assert.Single(articles, article => article.Title == "Strike [31mhits Paris");
        Assert.Equal(("Ann", "Odd feed"), (Assert.Single(strike.Authors), strike.Feed.Title));
        Assert.Contains("FR", strike.Regions.Select(region => region.Code));
        Assert.DoesNotContain(output.Concat(error), line => line.Contains("\u001b[31mhits", StringComparison.Ordinal) || line.Contains('\a', StringComparison.Ordinal));
    }
}
