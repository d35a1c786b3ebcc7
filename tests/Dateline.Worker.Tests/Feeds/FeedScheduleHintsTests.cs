using Dateline.Worker.Feeds;
using Dateline.Worker.Feeds.Parsing;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Feeds;

public class FeedScheduleHintsTests
{
    private static ScheduleInput Input(FeedScheduleHints hints) => new() { Rhythm = FeedRhythmTests.Watched(Some.Now.AddDays(-14), Some.Now, 30, _ => 1), Hints = hints };

    private static ScheduleDecision Next(FeedScheduleHints hints) => FeedSchedule.Next(Input(hints), new FeedOptions(), Some.Now, 0.5);

    [Fact]
    public void Next_Hint_MakesItLaterUpToTwice()
    {
        var plain = Next(FeedScheduleHints.None).Interval;
        Assert.Equal(plain * 2, Next(FeedScheduleHints.None with { Ttl = TimeSpan.FromDays(3) }).Interval);
        Assert.Equal(plain, Next(FeedScheduleHints.None with { UpdateInterval = TimeSpan.FromMinutes(1) }).Interval);
        Assert.Equal(plain, Next(FeedScheduleHints.None with { MaxAge = TimeSpan.FromDays(-3) }).Interval);
        Assert.Equal(plain * 1.5, Next(FeedScheduleHints.None with { MaxAge = plain * 1.5 }).Interval);
    }

    [Fact]
    public void Next_SkippedHours_MoveThePollToTheirEnd()
    {
        // now is 05:06, the next poll would be about 05:20
        var decision = Next(FeedScheduleHints.Of(new FeedMetadata { SkipHours = [5, 6] }));
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 7, 0, 0, TimeSpan.Zero), decision.NextPollAt);
    }

    [Fact]
    public void Next_SkippedDay_KeepsItForTheLongestIntervalAtMost() =>
        Assert.Equal(Some.Now.AddHours(6), Next(FeedScheduleHints.Of(new FeedMetadata { SkipDays = [DayOfWeek.Wednesday] })).NextPollAt);

    [Fact]
    public void Of_EveryHourSkipped_IsAMistake() =>
        Assert.Equal(FeedScheduleHints.None, FeedScheduleHints.Of(new FeedMetadata { SkipHours = [.. Enumerable.Range(0, 24)], SkipDays = [.. Enum.GetValues<DayOfWeek>()] }));

    [Fact]
    public void Write_Read_GivesTheSameButTheAnswersAge()
    {
        var hints = new FeedScheduleHints(TimeSpan.FromMinutes(60), TimeSpan.FromHours(12), 0b110, 0b1000001, TimeSpan.FromMinutes(5));
        Assert.Equal(hints with { MaxAge = null }, FeedScheduleHints.Read(hints.Write()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a b c")]
    [InlineData("-1 NaN zz 80")]
    public void Read_WhatIsNone_IsNone(string? text) => Assert.Equal(FeedScheduleHints.None, FeedScheduleHints.Read(text));

    [Fact]
    public void Write_NothingSaid_IsNull() => Assert.Null((FeedScheduleHints.None with { MaxAge = TimeSpan.FromHours(1) }).Write());
}
