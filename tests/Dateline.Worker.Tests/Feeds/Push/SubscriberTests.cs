using System.Collections.Concurrent;
using System.Net;
using Dateline.Worker.Feeds.Push;
using Dateline.Worker.Http;
using Dateline.Worker.Storage;
using Dateline.Worker.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Dateline.Worker.Tests.Feeds.Push;

/// <summary>What hubs are asked, over a real server, and what their answers leave.</summary>
public class SubscriberTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private sealed record Hub(LoopbackServer Server, ConcurrentQueue<Dictionary<string, string>> Forms) : IAsyncDisposable
    {
        public static async Task<Hub> Start(int status, string body = "", Func<IFormCollection, Task>? before = null)
        {
            var forms = new ConcurrentQueue<Dictionary<string, string>>();
            return new Hub(await LoopbackServer.Start(async context =>
            {
                if (context.Request.Path == "/moved")
                {
                    context.Response.StatusCode = 307;
                    context.Response.Headers.Location = "/hub";
                    return;
                }

                var form = await context.Request.ReadFormAsync();
                forms.Enqueue(form.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()));
                if (before is not null)
                    await before(form);
                context.Response.StatusCode = status;
                await context.Response.WriteAsync(body);
            }), forms);
        }

        public string Address => Server.At("/hub").AbsoluteUri;

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }

    /// <summary>Asks every hub that is due, once.</summary>
    private static async Task AskDue(PushDesk desk)
    {
        await desk.Database.Subscriptions.Reconcile("https://us.example/websub", CancellationToken.None);
        foreach (var row in await desk.Database.Subscriptions.ClaimDue(10, Lease, CancellationToken.None))
            await desk.Get<Subscriber>().Ask(row, CancellationToken.None);
    }

    private static async Task<SubscriptionRow> Row(PushDesk desk, FeedRow feed) => (await desk.Database.Subscriptions.OfFeed(feed.Id, CancellationToken.None))!;

    [Fact]
    public async Task Ask_Subscribes_WithTopicCallbackLeaseAndSecret()
    {
        await using var hub = await Hub.Start(202);
        await using var desk = await PushDesk.Open();
        var feed = await desk.AddFeed(hub.Server.At("/moved").AbsoluteUri);
        await AskDue(desk);
        var row = await Row(desk, feed);
        Assert.Equal(new Dictionary<string, string>
        {
            ["hub.mode"] = "subscribe", ["hub.topic"] = "https://news.example/topic", ["hub.callback"] = $"https://us.example/websub/{row.Token}",
            ["hub.lease_seconds"] = "864000", ["hub.secret"] = row.Secret,
        }, Assert.Single(hub.Forms));
        Assert.Equal((SubscriptionRow.Pending, 64, null), (row.State, row.Secret.Length, row.LastError));
        Assert.True(row.DueAt >= Some.Now.AddMinutes(10).ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task Ask_HubAsksBackBeforeItAnswers_StaysActive()
    {
        PushDesk? desk = null;
        await using var hub = await Hub.Start(202, before: async form =>
        {
            var answer = await desk!.Ask(form["hub.callback"].ToString().Split('/')[^1], $"hub.mode=subscribe&hub.topic={Uri.EscapeDataString(form["hub.topic"]!)}&hub.challenge=c&hub.lease_seconds=100");
            Assert.Equal((200, "c"), answer);
        });
        await using (desk = await PushDesk.Open())
        {
            var feed = await desk.AddFeed(hub.Address);
            await AskDue(desk);
            var row = await Row(desk, feed);
            Assert.Equal((SubscriptionRow.Active, 0), (row.State, row.Attempts));
            Assert.Equal(100_000, row.ExpiresAt - Some.Now.ToUnixTimeMilliseconds());
        }
    }

    [Fact]
    public async Task Ask_Refused_GoesToTheNextHub()
    {
        await using var first = await Hub.Start(403, "not\r\nhere");
        await using var second = await Hub.Start(202);
        await using var desk = await PushDesk.Open();
        var feed = await desk.AddFeed($"{first.Address} {second.Address}");
        await AskDue(desk);
        Assert.Equal("HTTP 403 not here", (await Row(desk, feed)).LastError);
        await AskDue(desk);
        Assert.Equal((second.Address, SubscriptionRow.Pending), ((await Row(desk, feed)).Hub, (await Row(desk, feed)).State));
        Assert.NotEqual(Assert.Single(first.Forms)["hub.callback"], Assert.Single(second.Forms)["hub.callback"]);
    }

    [Fact]
    public async Task Ask_LeaseRanOut_PollsTheFeedAtOnce()
    {
        await using var hub = await Hub.Start(503);
        await using var desk = await PushDesk.Open();
        var feed = await desk.AddFeed(hub.Address);
        await desk.Subscribe(feed);
        desk.Database.Time.Advance(TimeSpan.FromHours(20));
        await AskDue(desk);
        Assert.Equal(SubscriptionRow.Active, (await Row(desk, feed)).State);
        Assert.Equal(feed.NextPollAt, (await desk.Feed(feed.Id)).NextPollAt);

        await MakeNextPollFar(desk, feed);
        desk.Database.Time.Advance(TimeSpan.FromHours(4));
        await AskDue(desk);
        Assert.Equal((SubscriptionRow.Wanted, null), ((await Row(desk, feed)).State, (await Row(desk, feed)).VerifiedAt));
        Assert.Equal(desk.Database.Time.Milliseconds(), (await desk.Feed(feed.Id)).NextPollAt);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FeedRemovedOrItsTopicChanged_IsCancelled(bool removed)
    {
        await using var hub = await Hub.Start(202);
        await using var desk = await PushDesk.Open();
        var feed = await desk.AddFeed(hub.Address);
        var row = await desk.Subscribe(feed);
        if (removed)
            await desk.Database.Feeds.Remove(feed.Id, CancellationToken.None);
        else
            await Complete(desk, feed, update => update with { Topic = "https://news.example/renamed" });
        await AskDue(desk);
        var cancelled = Assert.Single(hub.Forms, form => form["hub.mode"] == "unsubscribe");
        Assert.Equal((row.Topic, $"https://us.example/websub/{row.Token}"), (cancelled["hub.topic"], cancelled["hub.callback"]));
        Assert.Equal(removed ? 0 : 1, hub.Forms.Count(form => form["hub.mode"] == "subscribe" && form["hub.topic"].EndsWith("/renamed", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task CallbackAddressChanged_IsAskedForAnew()
    {
        await using var desk = await PushDesk.Open();
        var row = await desk.Subscribe(await desk.AddFeed());
        await desk.Database.Subscriptions.Reconcile("https://new.example/push", CancellationToken.None);
        var claimed = Assert.Single(await desk.Database.Subscriptions.ClaimDue(10, Lease, CancellationToken.None));
        Assert.Equal((row.Token, "https://new.example/push"), (claimed.Token, claimed.Callback));
    }

    [Fact]
    public async Task ClaimDue_TwoWorkers_NeverTakeTheSame()
    {
        await using var desk = await PushDesk.Open();
        for (var number = 0; number < 6; number++)
            await desk.AddFeed(url: $"https://news.example/{number}");
        // two workers reconcile at once: still one subscription a feed
        await Task.WhenAll(
            desk.Database.Subscriptions.Reconcile("https://us.example/websub", CancellationToken.None), desk.Database.Subscriptions.Reconcile("https://us.example/websub", CancellationToken.None));
        var claims = await Task.WhenAll(
            desk.Database.Subscriptions.ClaimDue(4, Lease, CancellationToken.None), desk.Database.Subscriptions.ClaimDue(4, Lease, CancellationToken.None));
        Assert.Equal(6, claims.SelectMany(rows => rows).Select(row => row.Id).Distinct().Count());
        Assert.Equal(6, claims.Sum(rows => rows.Count));
        desk.Database.Time.Advance(Lease);
        Assert.Equal(6, (await desk.Database.Subscriptions.ClaimDue(10, Lease, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Post_Redirects_AreFollowedOnlyWhereTheMethodIsKeptAndNeverToPrivateNets()
    {
        await using var server = await LoopbackServer.Start(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/see-other" ? 303 : 307;
            context.Response.Headers.Location = context.Request.Path == "/see-other" ? "/get" : "http://10.0.0.1/";
            return Task.CompletedTask;
        });
        using var web = Web.Fetcher();
        Assert.Equal(HttpStatusCode.SeeOther, Assert.IsType<WebResult.Answer>(await web.Post(server.At("/see-other"), [], 1_000, CancellationToken.None)).Status);
        Assert.Equal("POST /see-other", "POST " + Assert.Single(server.Requests).Path);
        Assert.Equal(WebFailure.ForbiddenAddress, Assert.IsType<WebResult.Failure>(await web.Post(server.At("/private"), [], 1_000, CancellationToken.None)).Kind);
    }

    [Fact]
    public async Task Post_AnswerTooLarge_IsAFailure()
    {
        await using var server = await LoopbackServer.Start(context => context.Response.WriteAsync(new string('x', 2_000)));
        using var web = Web.Fetcher();
        Assert.Equal(WebFailure.TooLarge, Assert.IsType<WebResult.Failure>(await web.Post(server.Address, [new("a", "b")], 1_000, CancellationToken.None)).Kind);
    }

    private static Task MakeNextPollFar(PushDesk desk, FeedRow feed) =>
        Complete(desk, feed, update => update with { NextPollAt = Some.Now.AddDays(9).ToUnixTimeMilliseconds() });

    private static async Task Complete(PushDesk desk, FeedRow feed, Func<FeedUpdate, FeedUpdate> change)
    {
        var claimed = Assert.Single(await desk.Database.Feeds.Claim([feed.Id], Lease, CancellationToken.None));
        await desk.Database.Polls.Complete(claimed, change(FeedUpdate.Unchanged(claimed)), [], null, null, CancellationToken.None);
    }
}
