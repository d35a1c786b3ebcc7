using Dateline.Worker.Feeds;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Feeds;

public class FeedScheduleTests
{
    private static readonly FeedOptions Options = new();

    /// <summary>A feed at a steady rate, polled every half hour for two weeks.</summary>
    private static FeedRhythm Steady(int articlesEachHalfHour = 1) =>
        FeedRhythmTests.Watched(Some.Now.AddDays(-14), Some.Now, 30, at => articlesEachHalfHour);

    private static ScheduleInput Input(int newEntries = 0, int entries = 0, double sinceMinutes = 30) =>
        new() { Rhythm = Steady(), Interval = TimeSpan.FromMinutes(30), SinceLast = TimeSpan.FromMinutes(sinceMinutes), New = newEntries, Entries = entries };

    private static ScheduleDecision Next(ScheduleInput input, double jitter = 0.5, FeedOptions? options = null) =>
        FeedSchedule.Next(input, options ?? Options, Some.Now, jitter);

    [Theory]
    [InlineData(3)]
    [InlineData(12)]
    [InlineData(48)]
    public void Next_SteadyRate_IsTheSquareRootRule(double cost) =>
        // an article in 30 minutes: sqrt(2 cost 30)
        Assert.Equal(Math.Sqrt(60 * cost), Next(Input(), options: new FeedOptions { RequestCostMinutes = cost }).Interval.TotalMinutes, 2.0);

    [Fact]
    public void Next_FirstPoll_IsFollowedAfterTheInitialInterval() =>
        Assert.Equal(15, Next(new ScheduleInput { Rhythm = FeedRhythm.Unknown.After(null, Some.Now, 20, 20), New = 20, Entries = 20 }).Interval.TotalMinutes, 6);

    [Theory]
    [InlineData(5, 20, 13.4)]
    [InlineData(8, 20, 12)]
    [InlineData(15, 20, 6)]
    [InlineData(20, 20, 6)]
    public void Next_Overlap_IsACeiling(int newEntries, int entries, double minutes) =>
        Assert.Equal(minutes, Next(Input(newEntries, entries, sinceMinutes: 12)).Interval.TotalMinutes, 1.0);

    [Fact]
    public void Next_ShortDocument_IsReadBeforeHalfOfItIsNew()
    {
        var rhythm = FeedRhythmTests.Watched(Some.Now.AddDays(-14), Some.Now, 30, _ => 1, entries: 4);
        var options = new FeedOptions { RequestCostMinutes = 1_000 };
        Assert.Equal(60, Next(new ScheduleInput { Rhythm = rhythm }, options: options).Interval.TotalMinutes, 6.0);
        Assert.True(Next(Input(), options: options).Interval.TotalMinutes > 200);
    }

    [Fact]
    public void Next_Burst_IsSooner()
    {
        var after = Steady().After(Some.Now.AddMinutes(-5), Some.Now, 6, 20);
        var decision = Next(Input() with { Rhythm = after });
        Assert.True(decision.Interval < Next(Input()).Interval * 0.75);
        Assert.Contains("of late:", decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Next_NeverLeavesTheBounds()
    {
        Assert.Equal(Options.MinIntervalMinutes, Next(Input() with { Rhythm = Steady(200) }).Interval.TotalMinutes);
        var dead = FeedRhythmTests.Watched(Some.Now.AddDays(-200), Some.Now, 300, _ => 0);
        Assert.Equal(Options.MaxIntervalMinutes, Next(Input() with { Rhythm = dead }).Interval.TotalMinutes);
    }

    [Theory]
    [InlineData(0.05, 0.005)]
    [InlineData(0.5, 0.05)]
    [InlineData(1, 0.1)]
    public void Next_Jitter_IsLaterByUpToATenth(double jitter, double share)
    {
        var decision = Next(Input(), jitter);
        Assert.Equal((decision.Interval * (1 + share)).TotalMinutes, (decision.NextPollAt - Some.Now).TotalMinutes, 0.001);
    }

    [Fact]
    public void Next_NowAndThen_ComesSoonerToLearn()
    {
        var decision = Next(Input(), jitter: 0.02);
        Assert.Equal(0.575, (decision.NextPollAt - Some.Now) / decision.Interval, 0.001);
        Assert.Equal(Options.MinIntervalMinutes, (Next(Input(), jitter: 0).NextPollAt - Some.Now).TotalMinutes, 0.001);
    }

    [Theory]
    [InlineData(0.25, 5)]
    [InlineData(1, 32)]
    [InlineData(2, 512)]
    [InlineData(14, 1440)]
    [InlineData(17, 3 * 1440)]
    [InlineData(50, 7 * 1440)]
    public void Next_Failures_BackOffUpToADayAndAtLastAWeek(double failures, double minutes)
    {
        var decision = Next(Input() with { Succeeded = false, Failures = failures }, jitter: 0.5);
        Assert.Equal(minutes, (decision.NextPollAt - Some.Now).TotalMinutes, 3);
        Assert.Equal(TimeSpan.FromMinutes(30), decision.Interval);
    }

    [Fact]
    public void Next_Gone_IsAskedInAMonth() =>
        Assert.Equal(Some.Now.AddDays(30), Next(Input() with { Succeeded = false, Failures = 5, IsGone = true, Cron = "0 0 * * * ?" }, jitter: 0.5).NextPollAt);

    [Theory]
    [InlineData(600, 10)]
    [InlineData(1, 5)]
    [InlineData(864_000_000, 1440)]
    [InlineData(-5, 5)]
    public void Next_RetryAfter_IsObeyedWithinBounds(int seconds, double minutes) => Assert.Equal(
        minutes, (Next(Input() with { Succeeded = false, RetryAfter = TimeSpan.FromSeconds(seconds) }).NextPollAt - Some.Now).TotalMinutes, 6);

    [Fact]
    public void Next_Cron_ReplacesTheRule()
    {
        var decision = Next(Input() with { Cron = "0 0 6 * * ?" });
        Assert.Equal(6, decision.NextPollAt.ToLocalTime().Hour);
        Assert.Contains("0 0 6 * * ?", decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Next_CronThatIsNone_LeavesTheRule() => Assert.Equal(Next(Input()).Interval, Next(Input() with { Cron = "every morning" }).Interval);

    [Fact]
    public void Next_Reason_HasALineForEachStep()
    {
        var lines = Next(Input(2, 20) with { Hints = new FeedScheduleHints(TimeSpan.FromHours(1), null, 0, 0) }).Reason.Split('\n');
        Assert.Equal(["rate", "plan", "overlap", "hints", "bounds", "jitter"], lines.Select(line => line.Split(':')[0]));
    }
}
