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

    /// <summary>No archive: robots.txt leads to an index, that to a packed news sitemap, which also has what is older and what is of another section.</summary>
    [Fact]
    public async Task Poll_Gap_IsFilledFromTheNewsSitemap()
    {
        await using var database = await TestDatabase.Create();
        var newest = 5;
        LoopbackServer? site = null;
        await using var server = site = await LoopbackServer.Start(context => context.Request.Path.Value switch
        {
            "/feed" => context.Response.WriteAsync(Section(newest, database.Time.GetUtcNow())),
            "/robots.txt" => context.Response.WriteAsync($"Sitemap: {site!.At("/sitemap.xml")}"),
            "/sitemap.xml" => context.Response.WriteAsync(
                $"<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>{site!.At("/news.xml.gz")}</loc></sitemap><sitemap><loc>{site.At("/old.xml")}</loc><lastmod>2001-01-01</lastmod></sitemap></sitemapindex>"),
            "/news.xml.gz" => context.Response.Body.WriteAsync(Packed(Sitemap(site!, newest, database.Time.GetUtcNow()))).AsTask(),
            _ => Missing(context),
        });
        using var web = Web.Fetcher();
        var poller = Pollers.Create(database, web);
        var feed = await database.ClaimNewFeed(server.At("/feed").AbsoluteUri);
        Assert.Equal(5, (await poller.Poll(feed, CancellationToken.None)).New);

        newest = 30;
        database.Time.Advance(TimeSpan.FromDays(1));
        feed = Assert.Single(await database.Feeds.ClaimDue(1, TimeSpan.FromMinutes(3), CancellationToken.None));
        Assert.Equal(25, (await poller.Poll(feed, CancellationToken.None)).New);
        Assert.DoesNotContain(server.Requests, request => request.Path == "/old.xml");
        var row = Assert.Single(await database.Outbox.ClaimUnpublished(10, TimeSpan.FromMinutes(1), CancellationToken.None), row => row.Kind == OutboxRow.GapKind);
        var gap = JsonSerializer.Deserialize<FeedGapDetected>(row.Body, JsonSerializerOptions.Web)!;
        Assert.Equal((true, 20), (gap.Closed, gap.Recovered));
    }

    private static DateTimeOffset Date(int number, DateTimeOffset now) => number <= 5 ? Some.Now.AddMinutes(number - 60) : now.AddMinutes(number - 60);

    private static string Section(int newest, DateTimeOffset now) =>
        $"<rss version='2.0'><channel><title>Sport</title>{string.Concat(Enumerable.Range(newest - 4, 5).Select(number => $"<item><guid isPermaLink='false'>{number}</guid><title>Match {number}</title><link>/sport/{number}</link><pubDate>{Date(number, now):r}</pubDate></item>"))}</channel></rss>";

    private static string Sitemap(LoopbackServer site, int newest, DateTimeOffset now) =>
        $"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>{string.Concat(Enumerable.Range(1, newest).SelectMany(number => new[] { "sport", "business" }.Select(section => $"<url><loc>{site.At($"/{section}/{number}")}</loc><news:news><news:publication_date>{Date(number, now):O}</news:publication_date><news:title>{section} {number}</news:title></news:news></url>")))}</urlset>";

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Optimal))
            gzip.Write(System.Text.Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private static Task Missing(HttpContext context)
    {
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    private static string Atom(int newest, int? archivePage, DateTimeOffset now) => $"""
        <feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>
        {(archivePage is { } page ? $"<link rel=\"prev-archive\" href=\"?page={page}\"/>" : "")}
        {string.Concat(Enumerable.Range(newest - 4, 5).Select(number => $"<entry><id>urn:{number}</id><title>Entry {number}</title><link href=\"/{number}\"/><updated>{now.AddMinutes(number - 60):O}</updated></entry>"))}
        </feed>
        """;
}
