using System.Text;
using Dateline.Worker.Feeds;
using Dateline.Worker.Storage;

namespace Dateline.Worker.Tests.Feeds.Push;

/// <summary>What polls make of a feed that is pushed, from the push to the rows.</summary>
public class PushedPollTests
{
    private const string Link = "<https://hub.example/>; rel=hub, <https://news.example/topic>; rel=self";

    private static async Task<FeedRow> Poll(PushDesk desk, long feedId, params int[] items)
    {
        desk.Database.Time.Advance(TimeSpan.FromMinutes(30));
        var feed = Assert.Single(await desk.Database.Feeds.Claim([feedId], TimeSpan.FromMinutes(3), CancellationToken.None));
        var outcome = new FetchOutcome.Fetched(Encoding.UTF8.GetBytes(PushDesk.Rss(items)), new Uri(feed.Url), null, null, null, null, null) { Link = Link };
        await desk.Get<PollCompletion>().Complete(feed, outcome, 0, CancellationToken.None);
        return await desk.Feed(feedId);
    }

    [Fact]
    public async Task Poll_DiscoversTheHub()
    {
        await using var desk = await PushDesk.Open();
        var feed = await desk.Database.ClaimNewFeed();
        await desk.Database.Feeds.Release(feed, 0, CancellationToken.None);
        var row = await Poll(desk, feed.Id, 1);
        Assert.Equal(("https://hub.example/", "https://news.example/topic"), (row.Hubs, row.Topic));
    }

    [Fact]
    public async Task Poll_AfterPushes_TrustsTheHubAndNoLongerWhenItMissedOne()
    {
        await using var desk = await PushDesk.Open();
        var feed = await desk.AddFeed();
        var subscription = await desk.Subscribe(feed);
        await desk.Push(subscription, PushDesk.Rss(1));
        var proved = await Poll(desk, feed.Id, 1);
        Assert.Equal((0L, desk.Database.Time.Milliseconds()), (proved.PushedNew, proved.PushProvedAt));

        var since = proved.PushProvedAt;
        Assert.Equal(since, (await Poll(desk, feed.Id, 1)).PushProvedAt);
        Assert.Contains("pushed by https://hub.example/", (await desk.Feed(feed.Id)).ScheduleReason, StringComparison.Ordinal);

        var missed = await Poll(desk, feed.Id, 2, 1);
        Assert.Null(missed.PushProvedAt);
        Assert.Contains("https://hub.example/ had not brought 1", missed.ScheduleReason, StringComparison.Ordinal);
        Assert.True(missed.IntervalMs < proved.IntervalMs);
    }
}
