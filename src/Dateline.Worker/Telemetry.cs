using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Dateline.Worker;

/// <summary>The activity source and the meter of this program.</summary>
internal static class Telemetry
{
    public const string Name = "Dateline";

    public static readonly ActivitySource Source = new(Name);
    public static readonly Meter Meter = new(Name);

    public static readonly Counter<long> Polls = Meter.CreateCounter<long>("dateline.polls", description: "Polls by outcome");
    public static readonly Counter<long> Articles = Meter.CreateCounter<long>("dateline.articles", description: "Articles by outcome of tagging");
    public static readonly Counter<long> Events = Meter.CreateCounter<long>("dateline.events", description: "Events by outcome of publishing");
    public static readonly Counter<long> Pages = Meter.CreateCounter<long>("dateline.pages", description: "Article pages by outcome of fetching");
}
