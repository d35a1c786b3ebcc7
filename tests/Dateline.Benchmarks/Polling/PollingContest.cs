using Dateline.Worker.Feeds;

namespace Dateline.Benchmarks.Polling;

/// <summary>The rules that are compared.</summary>
internal static class PollingContest
{
    public static readonly (string Name, Func<IPollingRule> Make)[] Others =
    [
        ("miniflux round_robin", () => new MinifluxRule(byFrequency: false)),
        ("miniflux entry_frequency", () => new MinifluxRule(byFrequency: true)),
        ("CommaFeed", () => new CommaFeedRule()),
        ("Media Cloud", () => new MediaCloudRule()),
        ("FreshRSS, every hour", () => new FixedRule(60)),
    ];

    public static IEnumerable<PollingResult> RunOthers(IReadOnlyList<PublicationTrace> traces, double end) =>
        Others.Select(other => PollingSimulation.Run(other.Name, traces, end, _ => other.Make()));

    public static PollingResult RunDateline(string name, IReadOnlyList<PublicationTrace> traces, double end, FeedOptions options) =>
        PollingSimulation.Run(name, traces, end, feed => new DatelineRule(options, new Random(feed)));

    /// <summary>Our rule at another cost, and with a day as the longest interval, which miniflux and Media Cloud have too.</summary>
    public static FeedOptions Options(double cost) => new() { RequestCostMinutes = cost, MaxIntervalMinutes = 1440 };

    /// <summary>A point of our curve that beats the other rule in both: at the cost where requests come just below its.</summary>
    public static PollingResult? FindBetter(PollingResult other, IReadOnlyList<PublicationTrace> traces, double end)
    {
        // requests fall as the cost rises: halve the span of costs between which they pass the other's
        double low = 0.1, high = 10_000;
        PollingResult? better = null;
        for (var step = 0; step < 10 && better is null; step++)
        {
            var cost = Math.Sqrt(low * high);
            var result = RunDateline(FormattableString.Invariant($"Dateline, cost {cost:0.#}"), traces, end, Options(cost));
            better = result.Beats(other) ? result : null;
            (low, high) = result.RequestsPerArticle < other.RequestsPerArticle ? (low, cost) : (cost, high);
        }

        return better;
    }
}
