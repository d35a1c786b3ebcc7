using Dateline.Worker.Feeds;

namespace Dateline.Worker.Tests.Feeds;

public class PollAllowanceTests
{
    [Fact]
    public void Next_AllShare_IsWithoutBound()
    {
        Assert.Equal(int.MaxValue, new PollAllowance(64).Next(1));
    }

    [Theory]
    [InlineData(.5, 500)]
    [InlineData(.05, 50)]
    [InlineData(0, 0)]
    public void Next_AShare_AddsUpToThatShareOfWhatWasUsual(double share, int expected)
    {
        var allowance = new PollAllowance(64);
        for (var scan = 0; scan < 3_000; scan++)
            allowance.Started(10);
        Assert.Equal(expected, Enumerable.Range(0, 100).Sum(_ => allowance.Next(share)), 5.0);
    }

    [Fact]
    public void Next_BeforeAnyScan_GoesByTheMost()
    {
        Assert.Equal(32, new PollAllowance(64).Next(.5));
    }
}
