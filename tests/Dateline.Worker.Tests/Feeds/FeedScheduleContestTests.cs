using Dateline.Benchmarks.Polling;
using Dateline.Worker.Feeds;

namespace Dateline.Worker.Tests.Feeds;

/// <summary>The small form of the polling benchmark: 35 invented feeds over four weeks.</summary>
public class FeedScheduleContestTests
{
    private const int Weeks = 4;

    private const double End = PublicationTraces.Start + Weeks * PublicationTraces.Week;

    private static readonly List<PublicationTrace> Traces = PublicationTraces.Make(5, Weeks, seed: 2);

    public static TheoryData<string> Others => [.. PollingContest.Others.Select(other => other.Name)];

    [Theory]
    [MemberData(nameof(Others))]
    public void Curve_HasAPoint_ThatIsSoonerWithFewerRequests(string name)
    {
        var (_, make) = PollingContest.Others.Single(other => other.Name == name);
        var other = PollingSimulation.Run(name, Traces, End, _ => make());
        Assert.NotNull(PollingContest.FindBetter(other, Traces, End));
    }

    [Fact]
    public void AsItComes_BeatsCommaFeedInBoth_AndMissesNothing()
    {
        var ours = PollingContest.RunDateline("ours", Traces, End, new FeedOptions());
        var (name, make) = PollingContest.Others.Single(other => other.Name == "CommaFeed");
        Assert.True(ours.Beats(PollingSimulation.Run(name, Traces, End, _ => make())), $"{ours.Median} minutes, {ours.RequestsPerArticle} requests an article");
        Assert.Equal(0, ours.Missed);
    }

    [Fact]
    public void Run_Twice_IsTheSame()
    {
        var first = PollingContest.RunDateline("ours", Traces, End, PollingContest.Options(100));
        Assert.Equal(first.Delays, PollingContest.RunDateline("ours", Traces, End, PollingContest.Options(100)).Delays);
    }
}
