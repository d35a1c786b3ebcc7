using Dateline.Worker.Feeds;
using Dateline.Worker.Feeds.Push;
using Dateline.Worker.Storage;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Feeds.Push;

public class FeedSchedulePushTests
{
    private static readonly FeedOptions Options = new();

    private static readonly PushStanding Trusted = new("https://hub.example/", Some.Now.AddDays(5), Some.Now.AddDays(-1), 0);

    /// <summary>Two articles an hour for two weeks.</summary>
    private static ScheduleInput Input(PushStanding? push) => new()
    {
        Rhythm = FeedRhythmTests.Watched(Some.Now.AddDays(-14), Some.Now, 30, _ => 1), Interval = TimeSpan.FromMinutes(30), Push = push,
    };

    private static ScheduleDecision Next(PushStanding? push) => FeedSchedule.Next(Input(push), Options, Some.Now, 0.5);

    private static ScheduleDecision AfterPush(PushStanding? push, double plannedMinutes = 20, double lastPollMinutes = -10) => FeedSchedulePush.AfterPush(
        Input(push), Some.Now.AddMinutes(plannedMinutes), Some.Now.AddMinutes(lastPollMinutes), "rate: some\npush: old", Options, Some.Now);

    [Fact]
    public void Next_Trusted_WaitsUntilSilenceIsSuspicious()
    {
        var decision = Next(Trusted);
        Assert.Equal(90, decision.Interval.TotalMinutes, 6.0);
        Assert.Contains("pushed by https://hub.example/", decision.Reason, StringComparison.Ordinal);
        Assert.True(Next(null).Interval.TotalMinutes < 20);
    }

    [Fact]
    public void Next_TrustedAndSlow_IsPolledWithinTheLongestInterval()
    {
        var input = Input(Trusted) with { Rhythm = FeedRhythmTests.Watched(Some.Now.AddDays(-28), Some.Now, 360, at => at.Hour == 5 ? 1 : 0) };
        Assert.Equal(360, FeedSchedule.Next(input, Options, Some.Now, 0.5).Interval.TotalMinutes);
    }

    [Fact]
    public void Next_SubscriptionEndsSoon_IsPolledThen() =>
        Assert.Equal(40, Next(Trusted with { Until = Some.Now.AddMinutes(40) }).Interval.TotalMinutes);

    [Fact]
    public void Next_NotProvedOrMissed_IsPolledAsBeforeAndSaysWhy()
    {
        var usual = Next(null).Interval;
        var unproved = Next(Trusted with { ProvedAt = null });
        Assert.Equal(usual, unproved.Interval);
        Assert.Contains("has yet to show", unproved.Reason, StringComparison.Ordinal);
        var missed = Next(Trusted with { ProvedAt = null, Missed = 2 });
        Assert.Equal(usual, missed.Interval);
        Assert.Contains("had not brought 2", missed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void AfterPush_Trusted_PutsTheCheckOff()
    {
        var decision = AfterPush(Trusted);
        Assert.Equal(90, (decision.NextPollAt - Some.Now).TotalMinutes, 6.0);
        Assert.StartsWith("rate: some\npush: pushed by https://hub.example/", decision.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("old", decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void AfterPush_NeverShortens()
    {
        Assert.Equal(200, (AfterPush(Trusted, plannedMinutes: 200).NextPollAt - Some.Now).TotalMinutes);
        Assert.Equal(20, (AfterPush(null).NextPollAt - Some.Now).TotalMinutes);
        Assert.Equal(20, (AfterPush(Trusted with { ProvedAt = null }).NextPollAt - Some.Now).TotalMinutes);
    }

    [Fact]
    public void AfterPush_LongestIntervalCountsFromTheLastPoll() => Assert.Equal(30, (AfterPush(Trusted, lastPollMinutes: -330).NextPollAt - Some.Now).TotalMinutes);

    [Fact]
    public void AfterPush_DueAlready_StaysDue() => Assert.Equal(-1, (AfterPush(Trusted, plannedMinutes: -1).NextPollAt - Some.Now).TotalMinutes);

    [Fact]
    public void AfterPush_CronText_IsKept() => Assert.Equal(20, (FeedSchedulePush.AfterPush(
        Input(Trusted) with { Cron = "0 0 6 * * ?" }, Some.Now.AddMinutes(20), Some.Now, "", Options, Some.Now).NextPollAt - Some.Now).TotalMinutes);

    /// <summary>The subscription was verified at 10, the last poll was at 20, now is later; which standing follows.</summary>
    [Theory]
    [InlineData(0, 1, null, true, true, 0)]
    [InlineData(0, 0, null, true, false, 0)]
    [InlineData(0, 0, 15L, true, true, 0)]
    [InlineData(0, 0, 5L, true, false, 0)]
    [InlineData(2, 1, 15L, true, false, 2)]
    [InlineData(0, 1, null, false, false, 0)]
    [InlineData(2, 0, 15L, false, true, 0)]
    public void Standing_IsProvedByPushesThatLeaveNothingNew(int newEntries, long pushed, long? provedAt, bool read, bool proved, int missed)
    {
        var feed = Some.Feed() with { LastSuccessAt = 20, PushedNew = pushed, PushProvedAt = provedAt };
        var subscription = new SubscriptionRow { Hub = "https://hub.example/", State = SubscriptionRow.Active, VerifiedAt = 10, ExpiresAt = Some.Now.AddDays(1).ToUnixTimeMilliseconds() };
        var standing = PushStanding.Of(feed, subscription, read, newEntries, Some.Now)!;
        Assert.Equal((proved, missed), (standing.ProvedAt is not null, standing.Missed));
        Assert.Null(PushStanding.Of(feed, subscription with { ExpiresAt = Some.Now.ToUnixTimeMilliseconds() }, read, newEntries, Some.Now));
        Assert.Null(PushStanding.Of(feed, subscription with { State = SubscriptionRow.Pending }, read, newEntries, Some.Now));
    }

    [Fact]
    public void Standing_PublishedBeforeTheSubscription_IsNoFaultOfTheHub()
    {
        var subscription = new SubscriptionRow { State = SubscriptionRow.Active, VerifiedAt = 30, ExpiresAt = Some.Now.AddDays(1).ToUnixTimeMilliseconds() };
        Assert.Equal(0, PushStanding.Of(Some.Feed() with { LastSuccessAt = 20 }, subscription, true, 5, Some.Now)!.Missed);
    }

    [Fact]
    public void Input_WhatWasPushed_CountsInTheRhythm()
    {
        var feed = Some.Feed() with { LastSuccessAt = Some.Now.AddHours(-1).ToUnixTimeMilliseconds(), Rhythm = Input(null).Rhythm.Write() };
        double Recent(long pushed, int found) => ScheduleInput.Of(
            feed with { PushedNew = pushed }, new FetchOutcome.NotModified(null, null, null), null, new FeedHealth(FeedHealth.Healthy, 0), found, 0, Some.Now).Rhythm.Recent;
        Assert.Equal(Recent(0, 3), Recent(2, 1));
        Assert.NotEqual(Recent(0, 1), Recent(2, 1));
    }
}
