using Dateline.Worker.Feeds;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Feeds;

public class FeedHealthTests
{
    private static readonly FetchOutcome Success = new FetchOutcome.NotModified(null, null, null);

    private static FeedHealth After(FeedHealth health, params FetchOutcome[] outcomes) => outcomes.Aggregate(health, (state, outcome) => state.After(outcome, Some.Now));

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
    }

    [Fact]
    public void After_Gone_IsBelievedWhenItStillStandsAfterTwoDays()
    {
        var first = new FeedHealth(FeedHealth.Healthy, 0).After(new FetchOutcome.Gone(), Some.Now);
        Assert.Equal((FeedHealth.Failing, 1, Some.Now), (first.State, first.Failures, first.GoneSince));
        Assert.Equal(FeedHealth.Failing, first.After(new FetchOutcome.Gone(), Some.Now.AddHours(47)).State);
        Assert.Equal(FeedHealth.Gone, first.After(new FetchOutcome.Gone(), Some.Now.AddHours(48)).State);
    }

    [Fact]
    public void After_GoneAndASuccessBetween_StartsAnew()
    {
        var back = new FeedHealth(FeedHealth.Healthy, 0).After(new FetchOutcome.Gone(), Some.Now).After(Success, Some.Now.AddHours(40));
        Assert.Equal(new FeedHealth(FeedHealth.Healthy, 0), back);
        Assert.Equal(FeedHealth.Failing, back.After(new FetchOutcome.Gone(), Some.Now.AddHours(50)).State);
    }

    [Fact]
    public void After_GoneWithAFaultBetween_KeepsItsFirstDay()
    {
        var health = new FeedHealth(FeedHealth.Healthy, 0).After(new FetchOutcome.Gone(), Some.Now)
            .After(new FetchOutcome.Failed(FailureKind.Soft, "HTTP 502"), Some.Now.AddHours(20));
        Assert.Equal(FeedHealth.Gone, health.After(new FetchOutcome.Gone(), Some.Now.AddHours(60)).State);
    }
}
