using Dateline.Worker.Feeds;

namespace Dateline.Worker.Tests.Feeds;

public class FeedRhythmTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What is learned from polls at even distances, <paramref name="found"/> saying how many articles each found.</summary>
    internal static FeedRhythm Watched(DateTimeOffset from, DateTimeOffset to, double everyMinutes, Func<DateTimeOffset, int> found, int entries = 200)
    {
        var rhythm = FeedRhythm.Unknown.After(null, from, 20, entries);
        var before = from;
        for (var at = from.AddMinutes(everyMinutes); at <= to; at = at.AddMinutes(everyMinutes))
        {
            rhythm = rhythm.After(before, at, found(at), entries);
            before = at;
        }

        return rhythm;
    }

    private static FeedRhythmRates Rates(FeedRhythm rhythm, DateTimeOffset at) => rhythm.RatesAt(FeedRhythm.MinutesOf(at));

    [Fact]
    public void After_FirstPoll_CountsNothing() =>
        Assert.Equal(Rates(FeedRhythm.Unknown, Monday).PerHour, Rates(FeedRhythm.Unknown.After(null, Monday, 50, 50), Monday).PerHour, 0.01);

    [Fact]
    public void After_SteadyRate_IsLearned() => Assert.Equal(2, Rates(Watched(Monday.AddDays(-14), Monday, 30, _ => 1), Monday).PerHour, 0.1);

    [Fact]
    public void After_NewsByDayOnly_NightsAreQuiet()
    {
        var rates = Rates(Watched(Monday.AddDays(-14), Monday, 30, at => at.Hour is >= 8 and < 20 ? 2 : 0), Monday);
        Assert.True(rates.Expected(FeedRhythm.MinutesOf(Monday.AddHours(1)), FeedRhythm.MinutesOf(Monday.AddHours(2))) < 0.6);
        Assert.True(rates.Expected(FeedRhythm.MinutesOf(Monday.AddHours(12)), FeedRhythm.MinutesOf(Monday.AddHours(13))) > 3.5);
    }

    [Fact]
    public void After_OneDayOfTheWeek_IsLearnedInThreeWeeks()
    {
        var rates = Rates(Watched(Monday.AddDays(-28), Monday, 60, at => at is { DayOfWeek: DayOfWeek.Thursday, Hour: 10 } ? 12 : 0), Monday);
        var thursday = FeedRhythm.MinutesOf(Monday.AddDays(3).AddHours(9));
        Assert.True(rates.Expected(thursday, thursday + 60) > 20 * rates.Expected(thursday - 1440, thursday - 1380));
    }

    [Fact]
    public void After_AlwaysAtTheFullHour_IsLearned()
    {
        // polls every 25 minutes; those that passed a full hour found one article
        var rates = Rates(Watched(Monday.AddDays(-7), Monday, 25, at => at.Minute is > 0 and <= 25 ? 1 : 0), Monday);
        var hour = FeedRhythm.MinutesOf(Monday.AddHours(12));
        Assert.True(rates.Expected(hour, hour + 5) > 3 * rates.Expected(hour + 30, hour + 35));
    }

    [Fact]
    public void After_AtAnyMinute_BelievesInNone()
    {
        var random = new Random(3);
        var rates = Rates(Watched(Monday.AddDays(-7), Monday, 20, _ => random.Next(3) == 0 ? 1 : 0), Monday);
        var hour = FeedRhythm.MinutesOf(Monday.AddHours(12));
        for (var part = 0; part < 60; part += 5)
            Assert.Equal(rates.At(hour), rates.At(hour + part), rates.At(hour) / 2);
    }

    [Fact]
    public void After_Burst_IsRememberedForHours()
    {
        var steady = Watched(Monday.AddDays(-7), Monday, 60, _ => 1);
        var burst = steady.After(Monday, Monday.AddMinutes(10), 8, null);
        Assert.True(FeedSchedule.Burst(burst) > 2);
        Assert.Equal(1, FeedSchedule.Burst(steady), 0.3);
        Assert.Equal(1, FeedSchedule.Burst(burst.After(Monday.AddMinutes(10), Monday.AddHours(10), 10, null)), 0.4);
    }

    [Fact]
    public void After_ClockThatWentBack_DoesNotThrow()
    {
        var rhythm = Watched(Monday.AddDays(-7), Monday, 60, _ => 1).After(Monday, Monday.AddHours(-3), 2, 20);
        Assert.True(double.IsFinite(Rates(rhythm, Monday.AddHours(-3)).PerHour));
    }

    [Fact]
    public void Write_Read_IsTheSameWithinHalfAPercent()
    {
        var rhythm = Watched(Monday.AddDays(-14), Monday, 30, at => at.Hour is >= 8 and < 20 ? 2 : 0);
        var read = FeedRhythm.Read(rhythm.Write());
        Assert.Equal((rhythm.Started, rhythm.DocumentEntries), (read.Started, read.DocumentEntries));
        for (var hour = 0; hour < FeedRhythm.Hours; hour++)
            Assert.Equal(Rates(rhythm, Monday).InHour(hour), Rates(read, Monday).InHour(hour), 0.02);
        Assert.True(rhythm.Write()!.Length < 600);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AQID")]
    [InlineData("no base64!")]
    public void Read_WhatIsNone_IsUnknown(string? text) => Assert.Null(FeedRhythm.Read(text).Started);
}
