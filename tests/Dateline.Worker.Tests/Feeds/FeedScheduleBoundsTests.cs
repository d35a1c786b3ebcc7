using Dateline.Worker.Feeds;

namespace Dateline.Worker.Tests.Feeds;

public class FeedScheduleBoundsTests
{
    private static readonly FeedOptions Options = new()
    {
        Groups = [new FeedGroup { Name = "World", MinIntervalMinutes = 20, Cron = "0 0 * * * ?" }, new FeedGroup { Name = "World / Africa", MaxIntervalMinutes = 60 }],
    };

    private static FeedScheduleBounds Of(string? category = null, double? min = null, double? max = null, string? cron = null) => FeedScheduleBounds.Of(
        new ScheduleInput { Rhythm = FeedRhythm.Unknown, Category = category, MinIntervalMinutes = min, MaxIntervalMinutes = max, Cron = cron }, Options);

    private static (double Min, double Max) Minutes(FeedScheduleBounds bounds) => (bounds.Min.TotalMinutes, bounds.Max.TotalMinutes);

    [Fact]
    public void Of_NothingOfItsOwn_IsEveryones() => Assert.Equal((5, 360), Minutes(Of("Worldwide")));

    [Fact]
    public void Of_Category_TakesTheInnermostGroup()
    {
        Assert.Equal((20, 360), Minutes(Of("world / asia")));
        Assert.Equal((5, 60), Minutes(Of("World / Africa / North")));
        Assert.Equal("0 0 * * * ?", Of("World").Cron);
    }

    [Fact]
    public void Of_FeedsOwn_ComesFirst()
    {
        Assert.Equal((2, 30), Minutes(Of("World", 2, 30)));
        Assert.Equal("0 0 6 * * ?", Of("World", cron: "0 0 6 * * ?").Cron);
    }

    [Fact]
    public void Of_OwnBoundBeyondTheGeneralOne_PushesIt()
    {
        Assert.Equal((600, 600), Minutes(Of(min: 600)));
        Assert.Equal((1, 1), Minutes(Of(max: 1)));
    }

    [Theory]
    [InlineData("", null, null, null)]
    [InlineData("World", "every morning", null, null)]
    [InlineData("World", null, 0.0, null)]
    [InlineData("World", null, 20.0, 10.0)]
    public void Problem_OfAWrongGroup_IsSaid(string name, string? cron, double? min, double? max) =>
        Assert.NotNull(new FeedGroup { Name = name, Cron = cron, MinIntervalMinutes = min, MaxIntervalMinutes = max }.Problem());

    [Fact]
    public void Problem_OfAGoodGroup_IsNull() => Assert.All(Options.Groups, group => Assert.Null(group.Problem()));
}
