namespace Dateline.Benchmarks.Polling;

/// <summary>What a rule came to: delays in minutes from publication to sight, sorted; requests; articles that left the document unseen.</summary>
internal sealed record PollingResult(string Rule, double[] Delays, long Requests, int Missed)
{
    public double Median => At(0.5);

    public double P95 => At(0.95);

    public double Mean => Delays.Length == 0 ? 0 : Delays.Average();

    public double RequestsPerArticle => (double)Requests / Math.Max(1, Delays.Length);

    /// <summary>Sooner and with fewer requests, both.</summary>
    public bool Beats(PollingResult other) => Median < other.Median && RequestsPerArticle < other.RequestsPerArticle;

    private double At(double share) => Delays.Length == 0 ? 0 : Delays[(int)((Delays.Length - 1) * share)];
}

/// <summary>
/// Polls each trace by a rule from the start to the end. Everything counts, learning too; only the articles of the last day are left out,
/// which a rare poll could not have seen yet, and what stood in the first document, which was there before.
/// </summary>
internal static class PollingSimulation
{
    public static PollingResult Run(string name, IReadOnlyList<PublicationTrace> traces, double end, Func<int, IPollingRule> rule)
    {
        var delays = new List<double>();
        long requests = 0;
        var missed = 0;
        for (var feed = 0; feed < traces.Count; feed++)
        {
            // first polls are spread over an hour, the same for every rule
            var first = PublicationTraces.Start + feed * 60.0 / traces.Count;
            var (asked, lost) = Poll(traces[feed], first, end, rule(feed), delays);
            requests += asked;
            missed += lost;
        }

        var sorted = delays.ToArray();
        Array.Sort(sorted);
        return new PollingResult(name, sorted, requests, missed);
    }

    private static (long Requests, int Missed) Poll(PublicationTrace trace, double first, double end, IPollingRule rule, List<double> delays)
    {
        long requests = 0;
        int seen = 0, missed = 0;
        double? before = null;
        for (var now = first; now < end;)
        {
            requests++;
            var published = trace.CountAt(now);
            var oldest = Math.Max(0, published - trace.DocumentEntries);
            if (before is not null)
            {
                missed += Math.Max(0, oldest - seen);
                for (var article = Math.Max(seen, oldest); article < published; article++)
                {
                    if (trace.Published[article] < end - PublicationTraces.Day)
                        delays.Add(now - trace.Published[article]);
                }
            }

            var found = published - Math.Max(seen, oldest);
            var next = rule.Next(new PollSeen(now, before, found, new ArraySegment<double>(trace.Published, oldest, published - oldest)));
            (seen, before, now) = (published, now, Math.Max(next, now + 0.1));
        }

        return (requests, missed);
    }
}
