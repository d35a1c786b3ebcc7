using Dateline.Worker.Feeds.Push;
using Dateline.Worker.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Dateline.Worker.Tests.Feeds.Push;

public class HubIntentTests
{
    private static readonly HubIntent Subscribe = new("subscribe", "https://news.example/feed", "c", "600");

    private static SubscriptionRow In(string state, long attempts = 1) => new() { State = state, Attempts = attempts, Topic = "https://news.example/feed" };

    [Theory]
    [InlineData("pending", 1, "subscribe", HubVerdict.Subscribed)]
    [InlineData("active", 1, "subscribe", HubVerdict.Subscribed)]
    [InlineData("active", 0, "subscribe", HubVerdict.Subscribed)]
    [InlineData("wanted", 1, "subscribe", HubVerdict.Subscribed)]
    [InlineData("wanted", 0, "subscribe", HubVerdict.NotOurs)]
    [InlineData("denied", 0, "subscribe", HubVerdict.NotOurs)]
    [InlineData("leaving", 1, "subscribe", HubVerdict.NotOurs)]
    [InlineData("ended", 1, "subscribe", HubVerdict.NotOurs)]
    [InlineData("leaving", 1, "unsubscribe", HubVerdict.Cancelled)]
    [InlineData("ended", 1, "unsubscribe", HubVerdict.Cancelled)]
    [InlineData("active", 1, "unsubscribe", HubVerdict.NotOurs)]
    [InlineData("pending", 1, "denied", HubVerdict.Denied)]
    [InlineData("active", 0, "denied", HubVerdict.Denied)]
    [InlineData("wanted", 0, "denied", HubVerdict.NotOurs)]
    [InlineData("leaving", 1, "denied", HubVerdict.NotOurs)]
    [InlineData("pending", 1, "publish", HubVerdict.NotOurs)]
    [InlineData("pending", 1, null, HubVerdict.NotOurs)]
    public void Judge_ConfirmsOnlyWhatWasAsked(string state, long attempts, string? mode, object verdict) =>
        Assert.Equal(verdict, (Subscribe with { Mode = mode }).Judge(In(state, attempts)));

    [Theory]
    [InlineData("https://news.example/Feed", "c")]
    [InlineData(null, "c")]
    [InlineData("https://news.example/feed", "")]
    [InlineData("https://news.example/feed", null)]
    public void Judge_OtherTopicOrNoChallenge_IsNotOurs(string? topic, string? challenge) =>
        Assert.Equal(HubVerdict.NotOurs, (Subscribe with { Topic = topic, Challenge = challenge }).Judge(In("pending")));

    [Fact]
    public void Judge_ChallengeWithoutEnd_IsNotOurs() =>
        Assert.Equal(HubVerdict.NotOurs, (Subscribe with { Challenge = new string('c', 5_000) }).Judge(In("pending")));

    [Theory]
    [InlineData("600", 600L)]
    [InlineData("0", null)]
    [InlineData("-5", null)]
    [InlineData("1e3", null)]
    [InlineData(null, null)]
    public void Lease_IsAPositiveNumberOfSeconds(string? text, long? seconds) => Assert.Equal(seconds, (Subscribe with { LeaseSeconds = text }).Lease);

    [Fact]
    public void Read_AParameterTwice_IsNone()
    {
        var query = new QueryCollection(new Dictionary<string, StringValues>
        {
            ["hub.mode"] = "subscribe", ["hub.topic"] = new StringValues(["https://a.example/", "https://b.example/"]), ["hub.challenge"] = "x", ["hub.lease_seconds"] = "60",
        });
        Assert.Equal(new HubIntent("subscribe", null, "x", "60"), HubIntent.Read(query));
    }
}
