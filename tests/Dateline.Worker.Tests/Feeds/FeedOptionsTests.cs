using Dateline.Worker.Feeds;

namespace Dateline.Worker.Tests.Feeds;

public class FeedOptionsTests
{
    [Theory]
    [InlineData(0, 20)]
    [InlineData(150, 20)]
    [InlineData(5_000, 100)]
    [InlineData(100_000, 2_000)]
    public void FirstPollSpread_ALongList_TakesLonger(int feeds, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), new FeedOptions().FirstPollSpread(feeds));
}
