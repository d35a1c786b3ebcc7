using Dateline.Worker.Feeds;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Feeds;

public class FeedScheduleTests
{
    private static readonly FeedOptions Options = new();

    private static ScheduleInput Input(int newEntries = 0, int entries = 20, double minutes = 60, bool succeeded = true, double failures = 0) =>
        new(TimeSpan.FromMinutes(minutes), newEntries, entries, succeeded, failures, null, null, null);

    private static ScheduleDecision Next(ScheduleInput input, double jitter = 0.5) => FeedSchedule.Next(input, Options, Some.Now, jitter);

    [Theory]
    [InlineData(0, 75)]
    [InlineData(1, 54)]
    [InlineData(10, 60)]
    [InlineData(15, 30)]
    [InlineData(20, 30)]
    public void Next_Interval_FollowsTheShareOfNewEntries(int newEntries, double minutes) =>
        Assert.Equal(minutes, Next(Input(newEntries)).Interval.TotalMinutes, 6);

    [Fact]
    public void Next_NeverLeavesTheBounds()
    {
        Assert.Equal(Options.MinIntervalMinutes, Next(Input(20, minutes: 5)).Interval.TotalMinutes);
        Assert.Equal(Options.MaxIntervalMinutes, Next(Input(0, minutes: 360)).Interval.TotalMinutes);
    }

    [Fact]
    public void Next_FirstPoll_StartsFromTheInitialInterval() => Assert.Equal(7.5, Next(Input(20, minutes: 0)).Interval.TotalMinutes, 6);

    [Theory]
    [InlineData(0, 0.9)]
    [InlineData(1, 1.1)]
    public void Next_Jitter_SpreadsByATenth(double jitter, double factor)
    {
        var decision = Next(Input(10), jitter);
        Assert.Equal(decision.Interval * factor, decision.NextPollAt - Some.Now);
    }

    [Theory]
    [InlineData(0.25, 5)]
    [InlineData(1, 32)]
    [InlineData(2, 512)]
    [InlineData(50, 1440)]
    public void Next_Failures_BackOffUpToADay(double failures, double minutes)
    {
        var decision = Next(Input(entries: 0, succeeded: false, failures: failures));
        Assert.Equal(minutes, (decision.NextPollAt - Some.Now).TotalMinutes, 3);
        Assert.Equal(TimeSpan.FromHours(1), decision.Interval);
    }

    [Fact]
    public void Next_Hint_MakesItLaterWithinAnHour()
    {
        Assert.Equal(60, Next(Input(20, minutes: 20) with { PublisherHint = TimeSpan.FromDays(3) }).Interval.TotalMinutes);
        Assert.Equal(10, Next(Input(20, minutes: 20) with { PublisherHint = TimeSpan.FromMinutes(1) }).Interval.TotalMinutes);
    }

    [Theory]
    [InlineData(600, 10)]
    [InlineData(1, 5)]
    [InlineData(864_000_000, 1440)]
    [InlineData(-5, 5)]
    public void Next_RetryAfter_IsObeyedWithinBounds(int seconds, double minutes) =>
        Assert.Equal(minutes, (Next(Input(succeeded: false) with { RetryAfter = TimeSpan.FromSeconds(seconds) }).NextPollAt - Some.Now).TotalMinutes, 6);

    [Fact]
    public void Next_Cron_ReplacesTheRule()
    {
        var decision = Next(Input(20) with { Cron = "0 0 6 * * ?" });
        Assert.Equal(6, decision.NextPollAt.ToLocalTime().Hour);
        Assert.Contains("0 0 6 * * ?", decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Next_CronThatIsNone_LeavesTheRule() => Assert.Equal(60, Next(Input(10) with { Cron = "every morning" }).Interval.TotalMinutes);
}
