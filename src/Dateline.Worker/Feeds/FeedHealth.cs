using Dateline.Worker.Storage;

namespace Dateline.Worker.Feeds;

/// <summary>A feed's state of health, its weighted failures in a row, and the first 410 among them.</summary>
internal sealed record FeedHealth(string State, double Failures, DateTimeOffset? GoneSince = null)
{
    public const string New = "new";
    public const string Healthy = "healthy";

    /// <summary>Fails now and then; nothing to do yet.</summary>
    public const string Failing = "failing";

    /// <summary>Has failed for long; polled on, ever more slowly.</summary>
    public const string Broken = "broken";

    /// <summary>The host answers, but refuses us.</summary>
    public const string Blocked = "blocked";

    /// <summary>The publisher has said for days that it is gone (410).</summary>
    public const string Gone = "gone";

    /// <summary>Weighted failures in a row from which a feed counts as broken.</summary>
    private const double BrokenFrom = 3;

    /// <summary>Publishers have answered 410 by mistake: believed when it still stands after so long.</summary>
    private static readonly TimeSpan GoneAfter = TimeSpan.FromDays(2);

    public static FeedHealth Of(FeedRow feed) => new(feed.Health, feed.Failures, UnixTime.FromMilliseconds(feed.GoneSince));

    /// <summary>The state after an outcome. Success heals at once; nothing is ever given up but what is confirmed to be gone.</summary>
    public FeedHealth After(FetchOutcome outcome, DateTimeOffset now) => outcome switch
    {
        FetchOutcome.Fetched or FetchOutcome.NotModified => new FeedHealth(Healthy, 0),
        FetchOutcome.Throttled => this with { State = State == New ? New : State },
        FetchOutcome.Blocked => this with { State = Blocked, Failures = Failures + 0.5 },
        FetchOutcome.Gone => SaidGone(GoneSince ?? now, now),
        FetchOutcome.Failed failed => Failed(Failures + Weight(failed.Kind)),
        _ => this,
    };

    private FeedHealth SaidGone(DateTimeOffset since, DateTimeOffset now)
    {
        var failed = Failed(Failures + 1) with { GoneSince = since };
        return now - since >= GoneAfter ? failed with { State = Gone } : failed;
    }

    private FeedHealth Failed(double failures) => this with { State = failures >= BrokenFrom ? Broken : Failing, Failures = failures };

    private static double Weight(FailureKind kind) => kind switch
    {
        FailureKind.Hard => 1,
        FailureKind.Soft => 0.5,
        _ => 0.25,
    };
}
