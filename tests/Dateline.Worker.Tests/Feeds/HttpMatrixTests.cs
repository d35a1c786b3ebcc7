using Dateline.Worker.Feeds;
using Dateline.Worker.Storage;
using Dateline.Worker.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dateline.Worker.Tests.Feeds;

/// <summary>
/// What each answer of a server leaves behind, for a healthy feed that had a validator: outcome, health, weighted failures, whether the
/// stored validator is still there, and the minutes to the next poll (the middle of the jitter, where the answer fixes them).
/// </summary>
public class HttpMatrixTests
{
    private const string Rss = "<rss version='2.0'><channel><title>News</title><item><guid>1</guid></item></channel></rss>";
    private const string New = "\"new\"";

    /// <summary>Backoff of a feed by its weighted failures: .5 and 1.</summary>
    private const double Half = 8, Whole = 32;

    public static TheoryData<int, string, string, string, double, string, double?> Answers => new()
    {
        { 200, "", PollReport.Polled, FeedHealth.Healthy, 0, New, null },
        { 203, "", PollReport.Polled, FeedHealth.Healthy, 0, New, null },
        { 206, "", PollReport.Polled, FeedHealth.Healthy, 0, New, null },
        { 226, "", PollReport.Polled, FeedHealth.Healthy, 0, New, null },
        { 304, "", PollReport.Unchanged, FeedHealth.Healthy, 0, New, null },
        { 400, "", PollReport.Failed, FeedHealth.Failing, 1, Old, Whole },
        { 401, "", PollReport.Blocked, FeedHealth.Blocked, 0.5, Old, Half },
        { 402, "", PollReport.Blocked, FeedHealth.Blocked, 0.5, Old, Half },
        { 403, "", PollReport.Blocked, FeedHealth.Blocked, 0.5, Old, Half },
        { 403, "X-RateLimit-Remaining: 0|X-RateLimit-Reset: 1800", PollReport.Throttled, FeedHealth.Healthy, 0, Old, 30 },
        { 404, "", PollReport.Failed, FeedHealth.Failing, 0.5, Old, Half },
        { 405, "", PollReport.Failed, FeedHealth.Failing, 1, Old, Whole },
        { 406, "", PollReport.Failed, FeedHealth.Failing, 0.5, Old, Half },
        { 408, "", PollReport.Failed, FeedHealth.Failing, 0.5, Old, Half },
        { 410, "", PollReport.Gone, FeedHealth.Failing, 1, Old, Whole },
        { 418, "", PollReport.Blocked, FeedHealth.Blocked, 0.5, Old, Half },
        { 421, "", PollReport.Failed, FeedHealth.Failing, 0.5, Old, Half },
        { 425, "", PollReport.Failed, FeedHealth.Failing, 0.5, Old, Half },
        { 429, "", PollReport.Throttled, FeedHealth.Healthy, 0, Old, null },
        { 429, "Retry-After: 900", PollReport.Throttled, FeedHealth.Healthy, 0, Old, 15 },
        { 429, "Retry-After: Wed, 04 Mar 2026 06:06:07 GMT", PollReport.Throttled, FeedHealth.Healthy, 0, Old, 60 },
        { 429, "Retry-After: soon", PollReport.Throttled, FeedHealth.Healthy, 0, Old, null },
        { 429, "RateLimit: limit=10, remaining=0, reset=1200", PollReport.Throttled, FeedHealth.Healthy, 0, Old, 20 },
        { 451, "", PollReport.Blocked, FeedHealth.Blocked, 0.5, Old, Half },
        { 500, "", PollReport.Failed, FeedHealth.Failing, 0.5, Old, Half },
        { 502, "", PollReport.Failed, FeedHealth.Failing, 0.5, Old, Half },
        { 503, "", PollReport.Failed, FeedHealth.Failing, 0.5, Old, Half },
        { 503, "Retry-After: 7200", PollReport.Throttled, FeedHealth.Healthy, 0, Old, 120 },
        { 504, "", PollReport.Failed, FeedHealth.Failing, 0.5, Old, Half },
        { 301, "", PollReport.Failed, FeedHealth.Failing, 1, Old, Whole },
        { 301, "Location: ftp://a.example/", PollReport.Failed, FeedHealth.Failing, 1, Old, Whole },
        { 302, "Location: /feed", PollReport.Failed, FeedHealth.Failing, 1, Old, Whole },
    };

    private static readonly string Old = "\"old\"";

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Answer_LeavesInTheFeedsRow(int status, string headers, string outcome, string health, double failures, string etag, double? minutes)
    {
        await using var database = await TestDatabase.Create();
        await using var server = await LoopbackServer.Start(context => Write(context, status, headers));
        var (report, row) = await Poll(database, server);

        Assert.Equal((outcome, health, failures, etag), (report.Outcome, row.Health, row.Failures, row.Etag));
        var wait = (row.NextPollAt - database.Time.Milliseconds()) / 60_000.0;
        if (minutes is { } expected)
            Assert.InRange(wait, expected * 0.89, expected * 1.11);
        else
            Assert.True(wait > 0);
    }

    [Theory]
    [InlineData(301, true)]
    [InlineData(308, true)]
    [InlineData(302, false)]
    [InlineData(303, false)]
    [InlineData(307, false)]
    public async Task Redirect_GivesTheFeedAndOnlyAPermanentOneIsRemembered(int status, bool remembered)
    {
        await using var database = await TestDatabase.Create();
        await using var server = await LoopbackServer.Start(context => context.Request.Path == "/new" ? Write(context, 200, "") : Write(context, status, "Location: /new"));
        var (report, row) = await Poll(database, server);
        Assert.Equal((PollReport.Polled, server.At("/feed").AbsoluteUri), (report.Outcome, row.Url));
        Assert.Equal(remembered ? server.At("/new").AbsoluteUri : null, row.MovedTo);
    }

    [Fact]
    public async Task Redirect_UntilItsCookieComesBack_IsFollowed()
    {
        await using var database = await TestDatabase.Create();
        await using var server = await LoopbackServer.Start(context => context.Request.Headers.Cookie.ToString().Contains("seen=1", StringComparison.Ordinal)
            ? Write(context, 200, "")
            : Write(context, 302, "Location: /feed|Set-Cookie: seen=1; Path=/"));
        Assert.Equal(PollReport.Polled, (await Poll(database, server)).Report.Outcome);
    }

    [Fact]
    public async Task ContentLength_ThatIsWrong_IsAFailureAndNoHalfFeed()
    {
        await using var database = await TestDatabase.Create();
        await using var server = await LoopbackServer.Start(async context =>
        {
            context.Response.ContentLength = 10_000;
            await context.Response.WriteAsync(Rss);
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        var (report, row) = await Poll(database, server);
        Assert.Equal((PollReport.Failed, Old), (report.Outcome, row.Etag));
    }

    [Fact]
    public async Task OwnOutage_BlamesNoFeed()
    {
        await using var database = await TestDatabase.Create();
        var server = await LoopbackServer.Start(_ => Task.CompletedTask);
        await server.DisposeAsync();
        var network = new NetworkWatch(database.Time, NullLogger<NetworkWatch>.Instance);
        for (var number = 0; number < 20; number++)
            network.Saw($"{number}.example", Worker.Http.WebFailure.Dns);
        var (report, row) = await Poll(database, server, network);
        Assert.Equal((PollReport.Failed, FeedHealth.Healthy, 0), (report.Outcome, row.Health, row.Failures));
    }

    private static Task Write(HttpContext context, int status, string headers)
    {
        context.Response.StatusCode = status;
        if (status is < 400 and not (301 or 302))
            context.Response.Headers.ETag = New;
        foreach (var header in headers.Split('|', StringSplitOptions.RemoveEmptyEntries))
            context.Response.Headers[header.Split(": ")[0]] = header.Split(": ")[1];
        return status is 304 or >= 400 ? Task.CompletedTask : context.Response.WriteAsync(Rss);
    }

    private static async Task<(PollReport Report, FeedRow Row)> Poll(TestDatabase database, LoopbackServer server, NetworkWatch? network = null)
    {
        using var web = Web.Fetcher();
        var poller = Pollers.Create(database, web, network);
        var feed = await database.ClaimNewFeed(server.At("/feed").AbsoluteUri);
        await database.Polls.Complete(feed, Some.Update(feed, Some.Now) with { Etag = Old }, [], null, null, CancellationToken.None);
        feed = Assert.Single(await database.Feeds.Claim([feed.Id], TimeSpan.FromMinutes(3), CancellationToken.None));
        return (await poller.Poll(feed, CancellationToken.None), Assert.Single(await database.Feeds.List(CancellationToken.None)));
    }
}
