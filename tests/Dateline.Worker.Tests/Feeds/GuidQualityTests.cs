using Dateline.Worker.Feeds;
using Dateline.Worker.Storage;
using Dateline.Worker.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Dateline.Worker.Tests.Feeds;

/// <summary>Feeds whose guids are noise, over the real poller, parser and store: N items in are N articles, once.</summary>
public class GuidQualityTests
{
    private static string Rss(params string[] items) => $"<rss version=\"2.0\"><channel><title>News</title>{string.Concat(items)}</channel></rss>";

    private static string Item(string guid, int number, string more = "") =>
        $"<item><guid isPermaLink=\"false\">{guid}</guid><title>Story number {number} of the day</title><description>Text {number}</description>{more}</item>";

    private static string Link(int number) => $"<link>https://news.example/{number}</link>";

    /// <summary>Polls each document; new articles by poll, and the row at the end.</summary>
    private static async Task<(int[] New, FeedRow Row, long Keys)> Poll(params string[] documents)
    {
        await using var database = await TestDatabase.Create();
        var number = 0;
        await using var server = await LoopbackServer.Start(context => context.Response.WriteAsync(documents[number]));
        using var web = Web.Fetcher();
        var poller = Pollers.Create(database, web);
        await database.Feeds.Add([new NewFeed(server.At("/feed").AbsoluteUri)], TimeSpan.Zero, CancellationToken.None);
        var created = new List<int>();
        for (; number < documents.Length; number++)
        {
            database.Time.Advance(TimeSpan.FromDays(1));
            created.Add((await poller.Poll(Assert.Single(await database.Feeds.ClaimDue(1, TimeSpan.FromMinutes(3), CancellationToken.None)), CancellationToken.None)).New);
        }

        var keys = await database.Count("article_keys");
        return ([.. created], (await database.Feeds.List(CancellationToken.None))[0], keys);
    }

    [Fact]
    public async Task GuidsThatChangeOnEveryPoll_AreNotUsedAndLeaveNoKeysBehind()
    {
        var documents = Enumerable.Range(1, 12).Select(poll => Rss([.. Enumerable.Range(1, 6).Select(item => Item($"{poll}-{item}", item, Link(item)))])).ToArray();
        var (created, row, keys) = await Poll(documents);
        Assert.Equal([6, .. new int[11]], created);
        Assert.True(row.GuidQuality < ArticleKeys.LeastGuidQuality, $"quality {row.GuidQuality}");
        Assert.InRange(keys, 12, 6 * 5);
    }

    [Fact]
    public async Task GuidsThatChangeWhereNeitherLinkNorDateIs_TheDocumentIsKnownByItsWords()
    {
        var documents = Enumerable.Range(1, 6).Select(poll => Rss([.. Enumerable.Range(1, 6).Select(item => Item($"{poll}-{item}", item))])).ToArray();
        var (created, row, _) = await Poll([.. documents, Rss(Item("9-7", 7), Item("9-1", 1), Item("9-2", 2))]);
        Assert.Equal([6, 0, 0, 0, 0, 0, 1], created);
        Assert.True(row.GuidQuality < ArticleKeys.LeastGuidQuality);
    }

    [Fact]
    public async Task GoodGuids_StayGoodThroughAMoveOfTheSite()
    {
        var before = Rss([.. Enumerable.Range(1, 6).Select(item => Item($"http://news.example/{item}", item, Link(item)))]);
        var after = Rss([.. Enumerable.Range(1, 6).Select(item => Item($"https://news.example/{item}", item, Link(item)))]);
        var (created, row, _) = await Poll(before, after, after + " ");
        Assert.Equal([6, 0, 0], created);
        Assert.True(row.GuidQuality > ArticleKeys.LeastGuidQuality);
    }

    [Fact]
    public async Task OneGuidForWhateverIsOnTop_EachIsAnArticle()
    {
        static string Top(int number, string title) =>
            Rss($"<item><guid>top</guid><title>{title}</title><link>https://news.example/{number}</link><pubDate>Wed, 0{number} Jul 2026 10:00:00 GMT</pubDate></item>");
        var (created, _, _) = await Poll(
            Top(1, "Storm hits the coast"), Top(2, "Cabinet resigns after vote"), Top(2, "Cabinet resigns after vote"), Top(3, "Cup final ends in a draw"));
        Assert.Equal([1, 1, 0, 1], created);
    }

    [Fact]
    public async Task AnEditedTitleAtANewAddress_IsTheSameArticle()
    {
        static string Story(string slug, string title, int hour) =>
            Rss($"<item><guid>a1</guid><title>{title}</title><link>https://news.example/{slug}</link><pubDate>Wed, 01 Jul 2026 {hour}:00:00 GMT</pubDate></item>");
        var (created, _, _) = await Poll(Story("storm", "Storm hits the coast", 10), Story("storm-kills-two", "Storm hits the coast, two dead", 12));
        Assert.Equal([1, 0], created);
    }

    [Theory]
    [InlineData(1, 6, 0, 1)]
    [InlineData(1, 0, 6, 0.7)]
    [InlineData(0.7, 0, 1, 0.658)]
    [InlineData(0.4, 0, 0, 0.4)]
    public void After_IsAMovingAverage(double before, int byGuid, int otherwise, double after) =>
        Assert.Equal(after, GuidQuality.After(before, new CandidateCount(0, byGuid, otherwise)), 6);
}
