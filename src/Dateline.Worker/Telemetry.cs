using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Dateline.Worker;

/// <summary>The activity source and the meter of this program.</summary>
internal static class Telemetry
{
    public const string Name = "Dateline";

    private static readonly ActivityListener Listener = new()
    {
        ShouldListenTo = source => source.Name == Name,
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
    };

    private static int started;

    public static readonly ActivitySource Source = new(Name);
    public static readonly Meter Meter = new(Name);

    /// <summary>
    /// Every poll and article gets trace ids, for the log and for the events' headers, whether or not anything collects the spans.
    /// </summary>
    public static void Start()
    {
        if (Interlocked.Exchange(ref started, 1) == 0)
            ActivitySource.AddActivityListener(Listener);
    }

    public static readonly Counter<long> Polls = Meter.CreateCounter<long>("dateline.polls", description: "Polls by outcome");
    public static readonly Counter<long> Pushes = Meter.CreateCounter<long>("dateline.pushes", description: "Pushes of hubs by outcome");
    public static readonly Histogram<double> PollLateness = Meter.CreateHistogram<double>("dateline.poll.lateness", "s", "From when a poll was due to its request");
    public static readonly Counter<long> Articles = Meter.CreateCounter<long>("dateline.articles", description: "Articles by outcome of tagging");
    public static readonly Counter<long> Events = Meter.CreateCounter<long>("dateline.events", description: "Events by outcome of publishing");
    public static readonly Counter<long> Pages = Meter.CreateCounter<long>("dateline.pages", description: "Article pages by outcome of fetching");
}
