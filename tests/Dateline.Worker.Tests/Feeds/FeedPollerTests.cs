using Dateline.Worker.Feeds;
using Dateline.Worker.Storage;
using Dateline.Worker.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Dateline.Worker.Tests.Feeds;

/// <summary>A poll from the request to the rows, over a real server and a real database.</summary>
public class FeedPollerTests
{
    private const string Items = "<item><guid>1</guid><title>One</title></item><item><guid>2</guid><title>Two</title></item>";

    private static string Rss(string items) => $"<rss version=\"2.0\"><channel><title>News</title>{items}</channel></rss>";

    /// <summary>Polls the feed once for each answer; the reports, and the feed's row after the last.</summary>
    private static async Task<(List<PollReport> Reports, FeedRow Row, LoopbackServer Server)> Poll(TestDatabase database, params RequestDelegate[] answers)
    {
        var number = 0;
        var server = await LoopbackServer.Start(context => answers[number](context));
        using var web = Web.Fetcher();
        var poller = Pollers.Create(database, web);
        await database.Feeds.Add([new NewFeed(server.At("/feed").AbsoluteUri)], TimeSpan.Zero, CancellationToken.None);

        var reports = new List<PollReport>();
        for (; number < answers.Length; number++)
        {
            database.Time.Advance(TimeSpan.FromDays(2));
            reports.Add(await poller.Poll(Assert.Single(await database.Feeds.ClaimDue(1, TimeSpan.FromMinutes(3), CancellationToken.None)), CancellationToken.None));
        }

        return (reports, (await database.Feeds.List(CancellationToken.None))[0], server);
    }

    private static RequestDelegate Answer(string body, int status = 200, string? etag = null) => async context =>
    {
        context.Response.StatusCode = status;
        if (etag is not null)
            context.Response.Headers.ETag = etag;
        await context.Response.WriteAsync(body);
    };

    private static Task NotModified(HttpContext context)
    {
        context.Response.StatusCode = 304;
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Poll_NotModified_SendsTheETagBackAndStoresNothing()
    {
        await using var database = await TestDatabase.Create();
        var (reports, row, server) = await Poll(database, Answer(Rss(Items), etag: "\"v1\""), NotModified);
        await using var _ = server;
        Assert.Equal([(PollReport.Polled, 2), (PollReport.Unchanged, 0)], reports.Select(report => (report.Outcome, report.New)));
        Assert.Equal("\"v1\"", server.Requests.Last().Headers.IfNoneMatch.ToString());
        Assert.Equal(("News", FeedHealth.Healthy, "\"v1\""), (row.Title, row.Health, row.Etag));
    }

    [Fact]
    public async Task Poll_TheSameBytesAgain_AreUnchanged()
    {
        await using var database = await TestDatabase.Create();
        var (reports, _, server) = await Poll(database, Answer(Rss(Items)), Answer(Rss(Items)));
        await using var _ = server;
        Assert.Equal(PollReport.Unchanged, reports[1].Outcome);
    }

    [Fact]
    public async Task Poll_OneMoreAndOneChanged_AreTold()
    {
        await using var database = await TestDatabase.Create();
        var (reports, _, server) = await Poll(
            database, Answer(Rss(Items)), Answer(Rss("<item><guid>3</guid><title>Three</title></item><item><guid>1</guid><title>One, corrected</title></item><item><guid>2</guid><title>Two</title></item>")));
        await using var _ = server;
        Assert.Equal((1, 1), (reports[1].New, reports[1].Changed));
    }

    [Fact]
    public async Task Poll_WebPageInsteadOfTheFeed_KeepsWhatWasKnownAndSaysWhy()
    {
        await using var database = await TestDatabase.Create();
        var (reports, row, server) = await Poll(database, Answer(Rss(Items), etag: "\"v1\""), Answer("<!doctype html><html><body>Maintenance</body></html>", etag: "\"page\""), Answer(Rss(Items), etag: "\"v1\""));
        await using var _ = server;
        Assert.Equal([PollReport.Polled, PollReport.Failed, PollReport.Unchanged], reports.Select(report => report.Outcome));
        Assert.Equal(FeedHealth.Healthy, row.Health);
        // the page's validator must not be sent for the feed
        Assert.Equal("\"v1\"", server.Requests.Last().Headers.IfNoneMatch.ToString());
    }

    [Theory]
    [InlineData("<html><p>&nbsp;Maintenance & more</html>", "The document is a web page, not a feed")]
    [InlineData("", "The document is empty")]
    [InlineData("\u0089PNG & <b", "The document holds no feed that is known")]
    public async Task Poll_NoFeed_SaysWhatDecided(string body, string reason)
    {
        await using var database = await TestDatabase.Create();
        var (_, row, server) = await Poll(database, Answer(body));
        await using var _ = server;
        Assert.Equal($"the answer is no feed: {reason}", row.LastError);
    }

    [Theory]
    [InlineData(403, FeedHealth.Blocked)]
    [InlineData(404, FeedHealth.Failing)]
    [InlineData(410, FeedHealth.Failing)]
    public async Task Poll_Failure_ChangesHealthWithAnEventAndRecovers(int status, string health)
    {
        await using var database = await TestDatabase.Create();
        var (_, row, server) = await Poll(database, Answer(Rss(Items)), Answer("", status));
        await using (server)
        {
            Assert.Equal(health, row.Health);
            Assert.Contains($"{status}", row.LastError!, StringComparison.Ordinal);
            Assert.True(row.NextPollAt > database.Time.Milliseconds());
        }

        var events = (await database.Outbox.ClaimUnpublished(10, TimeSpan.FromMinutes(1), CancellationToken.None)).Where(row => row.Kind == OutboxRow.FeedKind);
        Assert.Equal([$"""["health.{FeedHealth.Healthy}"]""", $"""["health.{health}"]"""], events.Select(row => row.RoutingKeys));
    }

    [Fact]
    public async Task Poll_GoneForDays_IsToldOnceAndAskedInAMonth()
    {
        await using var database = await TestDatabase.Create();
        var (_, row, server) = await Poll(database, Answer(Rss(Items)), Answer("", 410), Answer("", 410));
        await using var _ = server;
        Assert.Equal((FeedHealth.Gone, 30), (row.Health, (row.NextPollAt - database.Time.Milliseconds()) / 86_400_000));
    }

    [Fact]
    public async Task Poll_Throttled_IsLeftAloneAsLongAsAsked()
    {
        await using var database = await TestDatabase.Create();
        var (reports, row, server) = await Poll(database, context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "7200";
            return Task.CompletedTask;
        });
        await using var _ = server;
        Assert.Equal(PollReport.Throttled, reports[0].Outcome);
        Assert.Equal(TimeSpan.FromHours(2).TotalMilliseconds, row.NextPollAt - database.Time.Milliseconds());
        Assert.Equal(0, row.Failures);
    }
}
