using System.Text.Json;
using Dateline.Contracts;
using Dateline.Worker.Articles;
using Dateline.Worker.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Dateline.Worker.Tests.Articles;

/// <summary>From a stored entry to its event, over a real server and a real database.</summary>
public class ArticleProcessorTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly string Paragraph = string.Join(' ', Enumerable.Repeat("The strike of the dockers closed the harbour of Antwerp in Belgium for a third day on Monday.", 5));

    private static async Task<(ArticleTagged? Event, TestDatabase Database)> Process(RequestDelegate page, ArticleOptions? options = null, string content = "<p>Feed text.</p>", string? watches = null)
    {
        var database = await TestDatabase.Create();
        await using var server = await LoopbackServer.Start(page);
        var candidate = Some.Candidate() with { Url = server.At("/article").AbsoluteUri, Content = content };
        await database.Poll(await database.ClaimNewFeed(), candidate);
        using var web = Web.Fetcher();
        var processor = Processors.Create(database, web, options, watches);
        await processor.Process(Assert.Single(await database.Articles.ClaimUntagged(1, TimeSpan.FromMinutes(3), CancellationToken.None)), CancellationToken.None);
        var row = (await database.Outbox.ClaimUnpublished(1, TimeSpan.FromMinutes(1), CancellationToken.None)).SingleOrDefault();
        return (row is null ? null : JsonSerializer.Deserialize<ArticleTagged>(row.Body, Json), database);
    }

    private static RequestDelegate Html(string body, int status = 200, string type = "text/html") => context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body);
    };

    private static string Page(string text) => $"<html><body><article><h1>Title a</h1><p>{text}</p></article></body></html>";

    [Fact]
    public async Task Process_Page_GivesTextAndTags()
    {
        var (article, database) = await Process(Html(Page(Paragraph)));
        await using var _ = database;
        Assert.Equal(Paragraph, article!.Text);
        Assert.Equal(("BE", "en"), (article.Regions[0].Code, article.Language));
        Assert.Equal(article.RoutingKeys, RoutingKeys.For(article.Topics, article.Regions, article.Language, []));
    }

    [Fact]
    public async Task Process_NoPage_TheFeedsTextHasToDo()
    {
        foreach (var answer in new[] { Html("", 404), Html("%PDF", type: "application/pdf"), Html("<html><body></body></html>") })
        {
            var (article, database) = await Process(answer);
            await using var _ = database;
            Assert.Equal("Feed text.", article!.Text);
        }
    }

    [Fact]
    public async Task Process_PagesOff_AsksNobody()
    {
        var asked = 0;
        var (article, database) = await Process(_ =>
        {
            asked++;
            return Task.CompletedTask;
        }, new ArticleOptions { FetchPages = false });
        await using var __ = database;
        Assert.Equal(("Feed text.", 0), (article!.Text, asked));
    }

    [Fact]
    public async Task Process_LongText_IsCutWhereTheOptionsSay()
    {
        var (cut, database) = await Process(Html(Page(Paragraph)), new ArticleOptions { MaxTextLength = 20 });
        await using var _ = database;
        Assert.Equal("The strike of the do…", cut!.Text);
        var (none, other) = await Process(Html(Page(Paragraph)), new ArticleOptions { MaxTextLength = 0 });
        await using var __ = other;
        Assert.Equal(("", "BE"), (none!.Text, none.Regions[0].Code));
    }

    [Fact]
    public async Task Process_AWatchThatMatches_IsInTheEventAndARoutingKey()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "feed-text = \"feed text\"\nother = unheard");
        var (tagged, database) = await Process(Html("", 404), watches: file);
        await using var _ = database;
        File.Delete(file);
        Assert.Equal(["feed-text"], tagged!.Watches);
        Assert.Contains("watch.feed-text", tagged.RoutingKeys);
    }

    [Fact]
    public async Task Process_Article_HasAStory()
    {
        var (tagged, database) = await Process(Html("", 404), content: $"<p>{string.Join(' ', Enumerable.Range(0, 60).Select(number => $"word{number}"))}</p>");
        await using var _ = database;
        Assert.Equal((tagged!.ArticleId, 1), (tagged.Story!.FirstArticleId, tagged.Story.Size));
    }
}
