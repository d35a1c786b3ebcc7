using System.ComponentModel.DataAnnotations;
using Quartz;

namespace Dateline.Worker.Feeds;

/// <summary>When and how feeds are polled (section <c>Feeds</c>).</summary>
internal sealed class FeedOptions : IValidatableObject
{
    /// <summary>
    /// An OPML file whose feeds are added at start. The default is the bundled list when the database has no feeds yet; an empty
    /// text adds nothing.
    /// </summary>
    public string? File { get; set; }

    /// <summary>Feeds claimed at once. The default is 100.</summary>
    [Range(1, 10_000)]
    public int BatchSize { get; set; } = 100;

    /// <summary>Feeds polled at the same time by this worker. The default is 64.</summary>
    [Range(1, 2_000)]
    public int Concurrency { get; set; } = 64;

    /// <summary>How long a claimed feed is this worker's, in seconds; another takes it over after that. The default is 180.</summary>
    [Range(30, 3600)]
    public int LeaseSeconds { get; set; } = 180;

    /// <summary>Shortest interval between two polls of a feed, in minutes. The default is 5.</summary>
    [Range(0.01, 1440)]
    public double MinIntervalMinutes { get; set; } = 5;

    /// <summary>Interval of a feed that nothing is known of yet, in minutes. The default is 15.</summary>
    [Range(0.01, 1440)]
    public double InitialIntervalMinutes { get; set; } = 15;

    /// <summary>Longest interval between two polls of a feed that works, in minutes. The default is 360.</summary>
    [Range(0.01, 10_080)]
    public double MaxIntervalMinutes { get; set; } = 360;

    /// <summary>
    /// What a request is worth, in minutes of one article's waiting. Less polls more often: intervals grow with the square root of it.
    /// The default is 3.
    /// </summary>
    [Range(0.01, 10_000)]
    public double RequestCostMinutes { get; set; } = 3;

    /// <summary>Bounds and schedules for feeds of a category. The default is none.</summary>
    public FeedGroup[] Groups { get; set; } = [];

    /// <summary>A newly added list's first polls are spread over this many seconds, a long list's over more. The default is 20.</summary>
    [Range(0, 3600)]
    public int FirstPollSpreadSeconds { get; set; } = 20;

    /// <summary>First polls a second at most: a list of 100,000 feeds takes 33 minutes. The default is 50.</summary>
    [Range(1, 1_000)]
    public int FirstPollsPerSecond { get; set; } = 50;

    /// <summary>Entries taken from one document, the first ones. The default is 2,000.</summary>
    [Range(1, 50_000)]
    public int MaxEntries { get; set; } = 2_000;

    /// <summary>The time over which the first polls of so many new feeds are spread.</summary>
    public TimeSpan FirstPollSpread(int feeds) => TimeSpan.FromSeconds(Math.Max(FirstPollSpreadSeconds, (double)feeds / FirstPollsPerSecond));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (MinIntervalMinutes > InitialIntervalMinutes || InitialIntervalMinutes > MaxIntervalMinutes)
        {
            yield return new ValidationResult(
                $"Feeds: MinIntervalMinutes ({MinIntervalMinutes}) must not exceed InitialIntervalMinutes ({InitialIntervalMinutes}), nor that MaxIntervalMinutes ({MaxIntervalMinutes}).");
        }

        foreach (var group in Groups)
        {
            if (group.Problem() is { } problem)
                yield return new ValidationResult($"Feeds: group '{group.Name}': {problem}.");
        }
    }
}

/// <summary>What holds for the feeds of a category instead of the general options; null leaves those.</summary>
internal sealed class FeedGroup
{
    /// <summary>The category as in OPML; one within it ("World / Africa" in "World") is meant too.</summary>
    public string Name { get; set; } = "";

    /// <summary>A Quartz cron text in place of the rule.</summary>
    public string? Cron { get; set; }

    /// <summary>In minutes.</summary>
    public double? MinIntervalMinutes { get; set; }

    /// <summary>In minutes.</summary>
    public double? MaxIntervalMinutes { get; set; }

    /// <summary>What is wrong with it, in words.</summary>
    public string? Problem() => this switch
    {
        { Name.Length: 0 } => "it has no Name",
        { Cron: { } cron } when !CronExpression.TryParse(cron, out _) => $"Cron '{cron}' is no Quartz cron expression",
        { MinIntervalMinutes: <= 0 } or { MaxIntervalMinutes: <= 0 } => "intervals must be above 0",
        { MinIntervalMinutes: { } min, MaxIntervalMinutes: { } max } when min > max => $"MinIntervalMinutes ({min}) must not exceed MaxIntervalMinutes ({max})",
        _ => null,
    };
}
