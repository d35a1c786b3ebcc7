using Dateline.Worker.Feeds;
using Dateline.Worker.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Dateline.Worker.Tests.Feeds;

public class FeedFetcherTests
{
    private static async Task<FetchOutcome> Fetch(Action<HttpResponse> answer)
    {
        await using var server = await LoopbackServer.Start(context =>
        {
            answer(context.Response);
            return Task.CompletedTask;
        });
        using var web = Web.Fetcher();
        return await new FeedFetcher(web, Web.Options(), TimeProvider.System).Fetch(Some.Feed() with { Url = server.At("/feed").AbsoluteUri }, CancellationToken.None);
    }

    [Theory]
    [InlineData(200, "Fetched")]
    [InlineData(304, "NotModified")]
    [InlineData(401, "Blocked")]
    [InlineData(403, "Blocked")]
    [InlineData(404, "Failed")]
    [InlineData(410, "Gone")]
    [InlineData(418, "Blocked")]
    [InlineData(429, "Throttled")]
    [InlineData(451, "Blocked")]
    [InlineData(500, "Failed")]
    [InlineData(503, "Failed")]
    [InlineData(599, "Failed")]
    public async Task Fetch_Status_MeansAnOutcome(int status, string outcome) => Assert.Equal(outcome, (await Fetch(response => response.StatusCode = status)).GetType().Name);

    [Fact]
    public async Task Fetch_RetryAfter_InSecondsAndAsADate()
    {
        var seconds = Assert.IsType<FetchOutcome.Throttled>(await Fetch(response =>
        {
            response.StatusCode = 503;
            response.Headers.RetryAfter = "120";
        }));
        Assert.Equal(TimeSpan.FromMinutes(2), seconds.RetryAfter);

        var date = Assert.IsType<FetchOutcome.Throttled>(await Fetch(response =>
        {
            response.StatusCode = 429;
            response.Headers.RetryAfter = TimeProvider.System.GetUtcNow().AddHours(1).ToString("R");
        }));
        Assert.InRange(date.RetryAfter!.Value, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(60));
    }

    [Fact]
    public async Task Fetch_CacheControl_CountsLessItsAge()
    {
        var fetched = Assert.IsType<FetchOutcome.Fetched>(await Fetch(response =>
        {
            response.Headers.CacheControl = "public, max-age=600";
            response.Headers.Age = "100";
            response.Headers.ETag = "\"e\"";
            response.Headers.LastModified = "not a date";
        }));
        Assert.Equal((TimeSpan.FromSeconds(500), "\"e\"", "not a date"), (fetched.MaxAge, fetched.Etag, fetched.LastModified));
    }

    [Fact]
    public async Task Fetch_BotChallenge_IsNamed()
    {
        var blocked = Assert.IsType<FetchOutcome.Blocked>(await Fetch(response =>
        {
            response.StatusCode = 403;
            response.Headers["cf-mitigated"] = "challenge";
        }));
        Assert.Contains("a bot challenge", blocked.Reason, StringComparison.Ordinal);
    }
}
