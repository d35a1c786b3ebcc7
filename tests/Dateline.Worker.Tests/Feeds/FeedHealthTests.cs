using Dateline.Worker.Feeds;

namespace Dateline.Worker.Tests.Feeds;

public class FeedHealthTests
{
    private static readonly FetchOutcome Success = new FetchOutcome.NotModified(null, null, null);

    private static FeedHealth After(FeedHealth health, params FetchOutcome[] outcomes) => outcomes.Aggregate(health, (state, outcome) => state.After(outcome));

    private static FetchOutcome Failed(FailureKind kind) => new FetchOutcome.Failed(kind, "a test");

    [Theory]
    [InlineData("Hard", 3)]
    [InlineData("Soft", 6)]
    [InlineData("Temporary", 12)]
    public void After_Failures_WeighUntilBroken(string kind, int times)
    {
        var failures = Enumerable.Repeat(Failed(Enum.Parse<FailureKind>(kind)), times).ToArray();
        Assert.Equal(FeedHealth.Failing, After(new FeedHealth(FeedHealth.Healthy, 0), failures[1..]).State);
        Assert.Equal(FeedHealth.Broken, After(new FeedHealth(FeedHealth.Healthy, 0), failures).State);
    }

    [Theory]
    [InlineData(FeedHealth.Broken)]
    [InlineData(FeedHealth.Blocked)]
    [InlineData(FeedHealth.Gone)]
    [InlineData(FeedHealth.New)]
    public void After_Success_HealsAtOnce(string state) => Assert.Equal(new FeedHealth(FeedHealth.Healthy, 0), After(new FeedHealth(state, 9), Success));

    [Fact]
    public void After_Throttled_IsNoFault() =>
        Assert.Equal(new FeedHealth(FeedHealth.Healthy, 0), After(new FeedHealth(FeedHealth.Healthy, 0), new FetchOutcome.Throttled(null, "429")));

    [Fact]
    public void After_RefusalAndGone_HaveStatesOfTheirOwn()
    {
        Assert.Equal(FeedHealth.Blocked, After(new FeedHealth(FeedHealth.Healthy, 0), new FetchOutcome.Blocked("403")).State);
        Assert.Equal(FeedHealth.Gone, After(new FeedHealth(FeedHealth.Healthy, 0), new FetchOutcome.Gone()).State);
    }
}
