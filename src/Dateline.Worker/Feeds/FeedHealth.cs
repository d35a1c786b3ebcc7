namespace Dateline.Worker.Feeds;

/// <summary>A feed's state of health and its weighted failures in a row.</summary>
internal sealed record FeedHealth(string State, double Failures)
{
    public const string New = "new";
    public const string Healthy = "healthy";

    /// <summary>Fails now and then; nothing to do yet.</summary>
    public const string Failing = "failing";

    /// <summary>Has failed for long; polled on, ever more slowly.</summary>
    public const string Broken = "broken";

    /// <summary>The host answers, but refuses us.</summary>
    public const string Blocked = "blocked";

    /// <summary>The publisher says that it is gone (410).</summary>
    public const string Gone = "gone";

    /// <summary>Weighted failures in a row from which a feed counts as broken.</summary>
    private const double BrokenFrom = 3;

    /// <summary>The state after an outcome. Success heals at once; nothing is ever given up.</summary>
    public FeedHealth After(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Fetched or FetchOutcome.NotModified => new FeedHealth(Healthy, 0),
        FetchOutcome.Throttled => this with { State = State == New ? New : State },
        FetchOutcome.Blocked => new FeedHealth(Blocked, Failures + 0.5),
        FetchOutcome.Gone => new FeedHealth(Gone, Failures + 1),
        FetchOutcome.Failed failed => Failed(Failures + Weight(failed.Kind)),
        _ => this,
    };

    private static FeedHealth Failed(double failures) => new(failures >= BrokenFrom ? Broken : Failing, failures);

    private static double Weight(FailureKind kind) => kind switch
    {
        FailureKind.Hard => 1,
        FailureKind.Soft => 0.5,
        _ => 0.25,
    };
}
