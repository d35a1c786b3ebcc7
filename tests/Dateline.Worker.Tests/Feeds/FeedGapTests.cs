using System.Globalization;
using System.Text.Json;
using Dateline.Contracts;
using Dateline.Worker.Feeds;
using Dateline.Worker.Storage;
using Dateline.Worker.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Dateline.Worker.Tests.Feeds;

public class FeedGapTests
{
    private static readonly FeedRow Read = Some.Feed() with { LastDocumentAt = Some.Now.AddHours(-2).ToUnixTimeMilliseconds(), LastSuccessAt = Some.Now.AddHours(-1).ToUnixTimeMilliseconds() };

    private static CandidateArticle[] Entries(int count, double? oldestMinutesAgo = 30) => [.. Enumerable.Range(0, count).Select(number => Some.Candidate($"{number}") with
    {
        PublishedAt = oldestMinutesAgo is { } minutes ? Some.Now.AddMinutes(-minutes + number).ToUnixTimeMilliseconds() : null,
    })];

    [Fact]
    public void Between_AllNewAndNoneOlderThanTheLastPoll_IsAGap() =>
        Assert.Equal(new FeedGap(Some.Now.AddHours(-1), Some.Now.AddMinutes(-30)), FeedGap.Between(Read, Entries(10), 10, Some.Now));

    [Fact]
    public void Between_NoDates_IsAGapUntilNow() => Assert.Equal(Some.Now, FeedGap.Between(Read, Entries(10, null), 10, Some.Now)!.Until);

    [Fact]
    public void Between_OneKnownEntry_IsNone() => Assert.Null(FeedGap.Between(Read, Entries(10), 9, Some.Now));

    [Fact]
    public void Between_DocumentReachesBackBeforeTheLastPoll_IsNone() => Assert.Null(FeedGap.Between(Read, Entries(10, 61), 10, Some.Now));

    [Fact]
    public void Between_FirstPollOrFewEntries_IsNone()
    {
        Assert.Null(FeedGap.Between(Some.Feed(), Entries(10), 10, Some.Now));
        Assert.Null(FeedGap.Between(Read, Entries(4), 4, Some.Now));
    }

    /// <summary>A feed that shows five items; 25 came since the last poll. Its archive pages are asked until what is known turns up.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Poll_Gap_IsFilledFromTheArchiveAndTold(bool hasArchive)
    {
        await using var database = await TestDatabase.Create();
        var newest = 5;
        await using var server = await LoopbackServer.Start(context =>
        {
            var page = int.Parse(context.Request.Query["page"].FirstOrDefault() ?? "0", CultureInfo.InvariantCulture);
            return context.Response.WriteAsync(Atom(newest - page * 5, hasArchive ? page + 1 : null, database.Time.GetUtcNow()));
        });
        using var web = Web.Fetcher();
        var poller = Pollers.Create(database, web);
        var feed = await database.ClaimNewFeed(server.At("/feed").AbsoluteUri);
        Assert.Equal(5, (await poller.Poll(feed, CancellationToken.None)).New);

        newest = 30;
        database.Time.Advance(TimeSpan.FromDays(1));
        feed = Assert.Single(await database.Feeds.ClaimDue(1, TimeSpan.FromMinutes(3), CancellationToken.None));
        Assert.Equal(hasArchive ? 25 : 5, (await poller.Poll(feed, CancellationToken.None)).New);

        var row = Assert.Single(await database.Outbox.ClaimUnpublished(10, TimeSpan.FromMinutes(1), CancellationToken.None), row => row.Kind == OutboxRow.GapKind);
        var gap = JsonSerializer.Deserialize<FeedGapDetected>(row.Body, JsonSerializerOptions.Web)!;
        Assert.Equal((feed.Id, hasArchive, hasArchive ? 25 : 0, Some.Now), (gap.FeedId, gap.Closed, gap.Recovered, gap.Since));
    }

    private static string Atom(int newest, int? archivePage, DateTimeOffset now) => $"""
        <feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>
        {(archivePage is { } page ? $"<link rel=\"prev-archive\" href=\"?page={page}\"/>" : "")}
        {string.Concat(Enumerable.Range(newest - 4, 5).Select(number => $"<entry><id>urn:{number}</id><title>Entry {number}</title><link href=\"/{number}\"/><updated>{now.AddMinutes(number - 60):O}</updated></entry>"))}
        </feed>
        """;
}
