namespace Dateline.Worker.Feeds;

/// <summary>
/// At which minute of the hour a feed brings its news, if at any: many sites write theirs at fixed minutes. One belief for each of the
/// twelve parts of the hour, for each pair of parts half an hour apart, for each four a quarter apart, and for none: the logarithm of how
/// well it foretold which polls found something. Old polls are forgotten, so that a feed that changes its minute is learned again.
/// </summary>
internal static class FeedRhythmPhases
{
    public const int Count = 12 + 6 + 3 + 1;

    private const int None = Count - 1;

    /// <summary>Of the articles at fixed minutes so many come at others all the same.</summary>
    private const double Elsewhere = 0.1;

    /// <summary>What a poll leaves of what was known.</summary>
    private const float Kept = 0.99f;

    /// <summary>No belief is so low that it could not come back within some polls.</summary>
    private const float Least = -10;

    /// <summary>Most feeds keep to no minute: a fixed one must show itself in several polls.</summary>
    private const double NonePrior = 4;

    /// <summary>In minutes: a wait so long covers every minute alike.</summary>
    private const double LongestTelling = 180;

    private static readonly double[] Shares = [.. from phase in Enumerable.Range(0, Count) from part in Enumerable.Range(0, FeedRhythm.Parts) select Share(phase, part)];

    /// <summary>The beliefs after a poll, given how many articles were to be expected in each part of the hour since the last.</summary>
    public static void Learn(Span<float> beliefs, ReadOnlySpan<double> expected, double minutes, bool found)
    {
        if (minutes > LongestTelling)
            return;
        var best = float.NegativeInfinity;
        for (var phase = 0; phase < Count; phase++)
        {
            var sum = 1e-6;
            for (var part = 0; part < FeedRhythm.Parts; part++)
                sum += expected[part] * Shares[phase * FeedRhythm.Parts + part];
            beliefs[phase] = Kept * beliefs[phase] + (float)(found ? Math.Log(1 - Math.Exp(-sum)) : -sum);
            best = Math.Max(best, beliefs[phase]);
        }

        for (var phase = 0; phase < Count; phase++)
            beliefs[phase] = Math.Max(beliefs[phase] - best, Least);
    }

    /// <summary>The rate in each part of the hour, 1 being the mean.</summary>
    public static void Rates(ReadOnlySpan<float> beliefs, Span<double> rates)
    {
        rates.Clear();
        var total = 0.0;
        for (var phase = 0; phase < Count; phase++)
        {
            var weight = Math.Exp(beliefs[phase] + (phase == None ? NonePrior : 0));
            total += weight;
            for (var part = 0; part < FeedRhythm.Parts; part++)
                rates[part] += weight * Shares[phase * FeedRhythm.Parts + part];
        }

        for (var part = 0; part < FeedRhythm.Parts; part++)
            rates[part] /= total;
    }

    /// <summary>How much more than the mean a part of the hour brings, if the feed keeps to this phase.</summary>
    private static double Share(int phase, int part)
    {
        var (at, every) = phase switch { < 12 => (phase, 12), < 18 => (phase - 12, 6), < 21 => (phase - 18, 3), _ => (0, 1) };
        return every == 1 ? 1 : Elsewhere + (part % every == at ? (1 - Elsewhere) * every : 0);
    }
}
