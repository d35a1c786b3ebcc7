namespace Dateline.Worker.Feeds;

/// <summary>
/// When a feed brings news, as learned from the times at which its articles were first seen (publishers' dates are never asked):
/// a counter for each hour of the week (UTC), each losing a share when its hour comes round again; the minutes of the hour at
/// which it comes, if it keeps to any (see <see cref="FeedRhythmPhases"/>); and what came of late against what was to be expected. Immutable.
/// </summary>
internal sealed partial class FeedRhythm
{
    public const int Hours = 168;

    public const int Parts = 12;

    public const int PartMinutes = 60 / Parts;

    /// <summary>What a week leaves of a counter: half the weight is in the last three weeks.</summary>
    private const double KeptWeekly = 0.8;

    /// <summary>How fast a burst is forgotten, in minutes.</summary>
    public const double BurstMinutes = 120;

    private readonly float[] hours;
    private readonly float[] phases;

    private FeedRhythm(float[] hours, float[] phases) => (this.hours, this.phases) = (hours, phases);

    /// <summary>The end of the first poll, in minutes since 1970; null before it.</summary>
    public long? Started { get; private init; }

    /// <summary>Entries in the last document that was read.</summary>
    public int DocumentEntries { get; private init; }

    /// <summary>Articles of the last hours, older ones weighing less, and how many were to be expected.</summary>
    public double Recent { get; private init; }

    public double Usual { get; private init; }

    public static FeedRhythm Unknown { get; } = new(new float[Hours], new float[FeedRhythmPhases.Count]);

    public static double MinutesOf(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 60_000.0;

    public static int HourOf(double minutes) => (int)((long)minutes / 60 % Hours);

    public static int PartOf(double minutes) => (int)((long)minutes / PartMinutes % Parts);

    /// <summary>
    /// With what a poll at <paramref name="now"/> found, the one before having been at <paramref name="before"/>. What the first poll
    /// finds came nobody knows when, and only starts the watch. <paramref name="entries"/> is null when no document was read.
    /// </summary>
    public FeedRhythm After(DateTimeOffset? before, DateTimeOffset now, int found, int? entries)
    {
        var end = MinutesOf(now);
        if (Started is null || before is null)
            return new FeedRhythm(hours, phases) { Started = Started ?? (long)end, DocumentEntries = entries ?? DocumentEntries, Recent = Recent, Usual = Usual };

        var start = Math.Max(MinutesOf(before.Value), end - Hours * 60);
        var rates = RatesAt(Math.Min(start, end));
        var expected = rates.Expected(start, end);
        var (newHours, newPhases) = ((float[])hours.Clone(), (float[])phases.Clone());
        Age(newHours, start, end);
        if (found > 0)
            Share(rates, newHours, (start, end), found / expected);
        Span<double> byPart = stackalloc double[Parts];
        rates.ExpectedByPart(start, end, byPart);
        FeedRhythmPhases.Learn(newPhases, byPart, end - start, found > 0);
        var kept = Math.Exp((start - end) / BurstMinutes);
        return new FeedRhythm(newHours, newPhases)
        {
            Started = Started, DocumentEntries = entries ?? DocumentEntries, Recent = Recent * kept + found, Usual = Usual * kept + expected,
        };
    }

    private static void Age(float[] hours, double start, double end)
    {
        for (var hour = (long)start / 60 + 1; hour <= (long)end / 60; hour++)
            hours[hour % Hours] *= (float)KeptWeekly;
    }

    /// <summary>An article came at some time since the last poll: more likely when they usually come (a step of expectation maximisation).</summary>
    private static void Share(FeedRhythmRates rates, float[] hours, (double Start, double End) span, double factor)
    {
        for (var at = span.Start; at < span.End;)
        {
            var next = Math.Min(FeedRhythmRates.NextPart(at), span.End);
            hours[HourOf(at)] += (float)(rates.At(at) * (next - at) * factor);
            at = next;
        }
    }
}
