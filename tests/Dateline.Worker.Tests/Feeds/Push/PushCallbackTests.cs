using Dateline.Worker.Storage;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Feeds.Push;

/// <summary>What the callback answers, and what it leaves in the tables, over a real server.</summary>
public class PushCallbackTests
{
    private const string Topic = "hub.topic=https%3A%2F%2Fnews.example%2Ftopic";

    [Fact]
    public async Task Verify_WhatWasAsked_IsEchoedAndBecomesActive()
    {
        await using var desk = await PushDesk.Open();
        var row = await desk.Subscribe(await desk.AddFeed(), SubscriptionRow.Pending);
        Assert.Equal((200, "a<b>&"), await desk.Ask(row.Token, $"hub.mode=subscribe&{Topic}&hub.challenge=a%3Cb%3E%26&hub.lease_seconds=3600"));
        var after = (await desk.Now(row))!;
        Assert.Equal((SubscriptionRow.Active, Some.Now.AddHours(1).ToUnixTimeMilliseconds()), (after.State, after.ExpiresAt));
    }

    [Theory]
    [InlineData("hub.mode=subscribe&hub.topic=https%3A%2F%2Fnews.example%2Fother&hub.challenge=c")]
    [InlineData($"hub.mode=subscribe&{Topic}")]
    [InlineData($"hub.mode=unsubscribe&{Topic}&hub.challenge=c")]
    [InlineData($"hub.mode=publish&{Topic}&hub.challenge=c")]
    [InlineData("")]
    public async Task Verify_WhatWasNotAsked_IsNotFoundAndEchoesNothing(string query)
    {
        await using var desk = await PushDesk.Open();
        var row = await desk.Subscribe(await desk.AddFeed(), SubscriptionRow.Pending);
        Assert.Equal((404, ""), await desk.Ask(row.Token, query));
        Assert.Equal(SubscriptionRow.Pending, (await desk.Now(row))!.State);
    }

    [Fact]
    public async Task UnknownToken_IsNotFound()
    {
        await using var desk = await PushDesk.Open();
        var unknown = new SubscriptionRow { Token = new string('0', 64) };
        Assert.Equal(404, (await desk.Ask(unknown.Token, $"hub.mode=subscribe&{Topic}&hub.challenge=c")).Status);
        Assert.Equal(404, await desk.Push(unknown, PushDesk.Rss(1)));
    }

    [Fact]
    public async Task Verify_Denied_GivesUpForADayAndPollsAtOnce()
    {
        await using var desk = await PushDesk.Open();
        var feed = await desk.AddFeed();
        var row = await desk.Subscribe(feed);
        Assert.Equal((200, ""), await desk.Ask(row.Token, $"hub.mode=denied&{Topic}&hub.reason=over%0D%0Aquota%1B%5B31m"));
        var after = (await desk.Database.Subscriptions.OfFeed(feed.Id, CancellationToken.None))!;
        Assert.Equal((SubscriptionRow.Denied, "over quota [31m"), (after.State, after.LastError));
        Assert.True(after.DueAt >= Some.Now.AddDays(1).ToUnixTimeMilliseconds());
        Assert.Equal(Some.Now.ToUnixTimeMilliseconds(), (await desk.Feed(feed.Id)).NextPollAt);
    }

    [Fact]
    public async Task Verify_Unsubscribe_EndsIt()
    {
        await using var desk = await PushDesk.Open();
        var feed = await desk.AddFeed();
        var row = await desk.Subscribe(feed);
        await desk.Database.Feeds.Remove(feed.Id, CancellationToken.None);
        await desk.Database.Subscriptions.Reconcile("https://us.example/websub", CancellationToken.None);
        Assert.Equal(410, await desk.Push(row, PushDesk.Rss(1)));
        Assert.Equal((200, "c"), await desk.Ask(row.Token, $"hub.mode=unsubscribe&{Topic}&hub.challenge=c"));
        Assert.Equal(SubscriptionRow.Ended, (await desk.Now(row))!.State);
        Assert.Equal(410, await desk.Push(row, PushDesk.Rss(1)));
    }

    [Fact]
    public async Task Receive_Feed_StoresItsArticlesAndTouchesNothingThatPollsLearn()
    {
        await using var desk = await PushDesk.Open();
        var before = await desk.AddFeed();
        var row = await desk.Subscribe(before);
        desk.Database.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(202, await desk.Push(row, PushDesk.Rss(1, 2, 3, 4, 5, 6)));

        var after = await desk.Feed(before.Id);
        Assert.Equal(before with { PushedNew = 6, LastNewAt = desk.Database.Time.Milliseconds() }, after);
        Assert.Equal(desk.Database.Time.Milliseconds(), (await desk.Now(row))!.LastPushAt);
        var articles = await desk.Database.Articles.ClaimUntagged(10, TimeSpan.FromMinutes(1), CancellationToken.None);
        Assert.Equal(6, articles.Count);
        // no gap: a push is no evidence that the document is full
        Assert.Empty(await desk.Database.Outbox.ClaimUnpublished(10, TimeSpan.FromMinutes(1), CancellationToken.None));
    }

    /// <summary>Some publishers give one guid to all their items; a push of one item does not show it.</summary>
    [Fact]
    public async Task Receive_KnownGuidWithOtherWords_LeavesTheArticleAndPolls()
    {
        await using var desk = await PushDesk.Open();
        var before = await desk.AddFeed();
        var row = await desk.Subscribe(before);
        Assert.Equal(202, await desk.Push(row, PushDesk.Rss(1)));
        Assert.Equal(202, await desk.Push(row, PushDesk.Rss(1, 2)));
        Assert.Equal(before.NextPollAt, (await desk.Feed(before.Id)).NextPollAt);

        Assert.Equal(202, await desk.Push(row, PushDesk.Rss(3, 1).Replace("Item 1", "Another story", StringComparison.Ordinal)));
        var after = await desk.Feed(before.Id);
        Assert.Equal((desk.Database.Time.Milliseconds(), 3L), (after.NextPollAt, after.PushedNew));
        var articles = await desk.Database.Articles.ClaimUntagged(10, TimeSpan.FromMinutes(1), CancellationToken.None);
        Assert.Equal(["Item 1", "Item 2", "Item 3"], articles.Select(article => article.Title).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sha1=8a07284bc2ce8a84a976e0fef5e5044259fd84a8")]
    public async Task Receive_Unsigned_IsAcceptedAndIgnored(string signature)
    {
        await using var desk = await PushDesk.Open();
        var before = await desk.AddFeed();
        var row = await desk.Subscribe(before);
        Assert.Equal(202, await desk.Push(row, PushDesk.Rss(1), signature));
        Assert.Equal(202, await desk.Push(row, "", signature));
        Assert.Equal(before, await desk.Feed(before.Id));
        Assert.Null((await desk.Now(row))!.LastPushAt);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><p>Something new!</html>")]
    [InlineData("<rss version=\"2.0\"><channel><title>News</title></channel></rss>")]
    public async Task Receive_ThinPing_MakesTheFeedDue(string body)
    {
        await using var desk = await PushDesk.Open();
        var before = await desk.AddFeed();
        var row = await desk.Subscribe(before);
        Assert.Equal(202, await desk.Push(row, body));
        Assert.Equal(before with { NextPollAt = desk.Database.Time.Milliseconds() }, await desk.Feed(before.Id));
    }

    [Fact]
    public async Task Receive_FeedHeldByAPoll_IsPolledOnceMore()
    {
        await using var desk = await PushDesk.Open();
        var feed = await desk.AddFeed();
        var row = await desk.Subscribe(feed);
        var held = Assert.Single(await desk.Database.Feeds.Claim([feed.Id], TimeSpan.FromMinutes(3), CancellationToken.None));
        Assert.Equal(202, await desk.Push(row, PushDesk.Rss(1)));

        // the poll's document may be older than the push
        await desk.Database.Polls.Complete(held, Some.Update(held, desk.Database.Time.GetUtcNow()), [], null, null, CancellationToken.None);
        Assert.Equal(desk.Database.Time.Milliseconds(), (await desk.Feed(feed.Id)).NextPollAt);
        var again = Assert.Single(await desk.Database.Feeds.ClaimDue(1, TimeSpan.FromMinutes(3), CancellationToken.None));
        await desk.Database.Polls.Complete(again, Some.Update(again, desk.Database.Time.GetUtcNow()), [], null, null, CancellationToken.None);
        Assert.True((await desk.Feed(feed.Id)).NextPollAt > desk.Database.Time.Milliseconds());
    }

    [Fact]
    public async Task Receive_TooLarge_IsRefused()
    {
        await using var desk = await PushDesk.Open(maxFeedBytes: 2_000);
        var row = await desk.Subscribe(await desk.AddFeed());
        Assert.Equal(202, await desk.Push(row, PushDesk.Rss(1)));
        Assert.Equal(413, await desk.Push(row, PushDesk.Rss([.. Enumerable.Range(0, 200)])));
    }

    [Fact]
    public async Task Receive_DatabaseFault_AsksTheHubToSendAgain()
    {
        await using var desk = await PushDesk.Open();
        var row = await desk.Subscribe(await desk.AddFeed());
        await desk.Database.Database.Write(async (connection, transaction) =>
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "alter table articles rename to elsewhere";
            return await command.ExecuteNonQueryAsync();
        }, CancellationToken.None);
        Assert.Equal(503, await desk.Push(row, PushDesk.Rss(1)));
        Assert.Equal(desk.Database.Time.Milliseconds(), (await desk.Feed(row.FeedId)).NextPollAt);
    }
}
