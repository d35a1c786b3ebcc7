using System.Text.Json;
using Dateline.Contracts;
using Dateline.Worker.Articles;
using Dateline.Worker.Http;
using Dateline.Worker.Storage;
using Dateline.Worker.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Dateline.Worker.Tests.Articles;

/// <summary>A page that fails for a moment, over a real server and a real database.</summary>
public class PageRetryTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly string Paragraph = string.Join(' ', Enumerable.Repeat("The strike of the dockers closed the harbour of Antwerp in Belgium for a third day on Monday.", 5));

    [Fact]
    public async Task Process_PageComesBack_ThePagesTextIsTaken()
    {
        await using var run = await Run.Start(attempt => attempt == 1 ? 503 : 200);
        Assert.Null(await run.Process());
        Assert.Null(await run.Process());
        run.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(Paragraph, (await run.Process())!.Text);
    }

    [Fact]
    public async Task Process_PageStaysAway_IsAskedThriceAndTheFeedsTextStandsIn()
    {
        await using var run = await Run.Start(_ => 500);
        Assert.Null(await run.Process());
        run.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await run.Process());
        run.Advance(TimeSpan.FromMinutes(9));
        Assert.Null(await run.Process());
        run.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(("Feed text.", 3), ((await run.Process())!.Text, run.Asked));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(Reset)]
    public async Task Process_MomentaryFailure_IsPostponed(int status)
    {
        await using var run = await Run.Start(attempt => attempt == 1 ? status : 200);
        Assert.Null(await run.Process());
        run.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await run.Process());
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(403)]
    public async Task Process_LastingFailure_FallsBackAtOnce(int status)
    {
        await using var run = await Run.Start(_ => status);

        Assert.Equal(("Feed text.", 1), ((await run.Process())!.Text, run.Asked));
    }

    [Fact]
    public async Task Process_RobotsThatCannotBeHad_IsPostponed()
    {
        await using var run = await Run.Start(_ => 200, robots: 503);
        Assert.Null(await run.Process());
        Assert.Equal(0, run.Asked);
    }

    [Fact]
    public async Task Process_FeedWithTheWholeText_WaitsForNoPage()
    {
        var whole = string.Join("\n\n", Enumerable.Repeat(Paragraph, 4));
        await using var run = await Run.Start(_ => 503, content: $"<p>{whole.Replace("\n\n", "</p><p>")}</p>");

        Assert.Equal(whole, (await run.Process())!.Text);
    }

    [Fact]
    public async Task Process_Wall_FallsBackToTheFeedsText()
    {
        await using var run = await Run.Start(_ => 200, page: "<html><title>Just a moment...</title><body><p>Enable JavaScript and cookies to continue</p></body></html>");

        Assert.Equal("Feed text.", (await run.Process())!.Text);
    }

    [Theory]
    [InlineData(0, null, 60)]
    [InlineData(1, null, 600)]
    [InlineData(2, null, null)]
    [InlineData(0, 300, 300)]
    [InlineData(1, 300, 600)]
    [InlineData(0, 7200, null)]
    public void Wait_AttemptsAndRetryAfter_GiveTheDelay(int attempts, int? retryAfter, int? seconds)
    {
        var page = new PageOutcome.Failing("HTTP 503", retryAfter is { } wait ? TimeSpan.FromSeconds(wait) : null);

        Assert.Equal(seconds, (int?)PageRetry.Wait(new ArticleRow { Attempts = attempts }, page)?.TotalSeconds);
    }

    /// In the place of a status: the connection is cut
    private const int Reset = -1;

    private sealed class Run(TestDatabase database, LoopbackServer server, WebFetcher web, ArticleProcessor processor) : IAsyncDisposable
    {
        public int Asked => server.Requests.Count(request => request.Path == "/article");

        public static async Task<Run> Start(Func<int, int> status, int robots = 404, string content = "<p>Feed text.</p>", string? page = null)
        {
            var database = await TestDatabase.Create();
            var asked = 0;
            var server = await LoopbackServer.Start(context => Answer(context, context.Request.Path == "/robots.txt" ? robots : status(++asked), page ?? $"<html><body><article><p>{Paragraph}</p></article></body></html>"));
            await database.Poll(await database.ClaimNewFeed(), Some.Candidate() with { Url = server.At("/article").AbsoluteUri, Content = content });
            var web = Web.Fetcher();
            return new(database, server, web, Processors.Create(database, web));
        }

        /// <summary>Processes the article if it is due; its event once it has one.</summary>
        public async Task<ArticleTagged?> Process()
        {
            foreach (var article in await database.Articles.ClaimUntagged(1, TimeSpan.FromMinutes(3), CancellationToken.None))
                await processor.Process(article, CancellationToken.None);
            var row = (await database.Outbox.ClaimUnpublished(1, TimeSpan.FromMinutes(1), CancellationToken.None)).SingleOrDefault();
            return row is null ? null : JsonSerializer.Deserialize<ArticleTagged>(row.Body, Json);
        }

        public void Advance(TimeSpan time) => database.Time.Advance(time);

        public async ValueTask DisposeAsync()
        {
            web.Dispose();
            await server.DisposeAsync();
            await database.DisposeAsync();
        }

        private static Task Answer(HttpContext context, int status, string page)
        {
            if (status == Reset)
            {
                context.Abort();
                return Task.CompletedTask;
            }

            context.Response.StatusCode = status;
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync(status == 200 && context.Request.Path != "/robots.txt" ? page : "");
        }
    }
}
