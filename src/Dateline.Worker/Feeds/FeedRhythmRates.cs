namespace Dateline.Worker.Feeds;

/// <summary>
/// The rate of new articles, a minute, that a rhythm stands for. Counters are few and chance is large, so each profile (hour of the day,
/// then hour of the week) is believed as far as its differences exceed what chance makes (James and Stein's shrinking:
/// 1 - degrees of freedom / chi squared), and never whole: some rate is always left for what has not happened yet.
/// </summary>
internal sealed class FeedRhythmRates
{
    /// <summary>Before anything is known: an article in twenty hours, as sure as if six hours had been watched.</summary>
    private const double PriorArticles = 0.3, PriorHours = 6;

    private const double LargestBelief = 0.9;

    /// <summary>Seven days are few: what chance makes is taken for half as much again.</summary>
    private const double Caution = 1.5;

    private readonly float[] hours;
    private readonly double[] byHourOfDay = new double[24];
    private readonly double[] byPart = new double[FeedRhythm.Parts];
    private readonly double[] weekBelief = new double[24];
    private readonly Exposure exposure;

    public FeedRhythmRates(float[] hours, ReadOnlySpan<float> phases, Exposure exposure)
    {
        (this.hours, this.exposure) = (hours, exposure);
        var total = 0.0;
        foreach (var count in hours)
            total += count;
        PerHour = (total + PriorArticles) / (exposure.Total + PriorHours);
        ByHourOfDay();
        ByHourOfWeek();
        FeedRhythmPhases.Rates(phases, byPart);
    }

    /// <summary>Articles an hour over the whole week.</summary>
    public double PerHour { get; }

    public static double NextPart(double minutes) => (Math.Floor(minutes / FeedRhythm.PartMinutes) + 1) * FeedRhythm.PartMinutes;

    /// <summary>Articles a minute at this time, in minutes since 1970.</summary>
    public double At(double minutes) => InHour(FeedRhythm.HourOf(minutes)) * byPart[FeedRhythm.PartOf(minutes)] / 60;

    /// <summary>Articles an hour in this hour of the week.</summary>
    public double InHour(int hour)
    {
        var usual = byHourOfDay[hour % 24];
        var seen = exposure.Of(hour);
        return seen < 0.5 ? usual : usual + weekBelief[hour % 24] * (hours[hour] / seen - usual);
    }

    public double Expected(double start, double end)
    {
        var sum = 0.0;
        for (var at = start; at < end;)
        {
            var next = Math.Min(NextPart(at), end);
            sum += At(at) * (next - at);
            at = next;
        }

        return Math.Max(sum, 1e-9);
    }

    /// <summary>Articles to be expected in each part of the hour, were they spread evenly over it.</summary>
    public void ExpectedByPart(double start, double end, Span<double> expected)
    {
        for (var at = start; at < end;)
        {
            var next = Math.Min(NextPart(at), end);
            expected[FeedRhythm.PartOf(at)] += InHour(FeedRhythm.HourOf(at)) / 60 * (next - at);
            at = next;
        }
    }

    private void ByHourOfDay()
    {
        Span<double> seen = stackalloc double[24];
        for (var hour = 0; hour < FeedRhythm.Hours; hour++)
        {
            byHourOfDay[hour % 24] += hours[hour];
            seen[hour % 24] += exposure.Of(hour);
        }

        var square = 0.0;
        for (var hour = 0; hour < 24; hour++)
            square += Square(byHourOfDay[hour], PerHour * seen[hour]);
        var belief = Belief(square, 23);
        for (var hour = 0; hour < 24; hour++)
            byHourOfDay[hour] = PerHour + (seen[hour] < 0.5 ? 0 : belief * (byHourOfDay[hour] / seen[hour] - PerHour));
    }

    private void ByHourOfWeek()
    {
        // a belief for each hour of the day: a weekly issue stands out at its own hour only
        for (var hour = 0; hour < 24; hour++)
        {
            double square = 0, degrees = -1;
            for (var at = hour; at < FeedRhythm.Hours; at += 24)
            {
                var seen = exposure.Of(at);
                if (seen < 0.5)
                    continue;
                square += Square(hours[at], byHourOfDay[hour] * seen);
                degrees++;
            }

            weekBelief[hour] = degrees > 0 ? Belief(square, Caution * degrees) : 0;
        }
    }

    private static double Square(double count, double expected) => expected > 0 ? (count - expected) * (count - expected) / expected : 0;

    private static double Belief(double square, double degrees) => square > degrees ? Math.Min(LargestBelief, 1 - degrees / square) : 0;

    /// <summary>How long each hour of the week was watched, past weeks weighing less, in hours.</summary>
    internal readonly struct Exposure
    {
        private readonly int start, rest;
        private readonly double more, less, unfinished;

        /// <param name="startHour">The hour since 1970 in which the watch began.</param>
        /// <param name="now">In minutes since 1970.</param>
        public Exposure(long startHour, double now, double keptWeekly)
        {
            var watched = Math.Max(0, (long)now / 60 - startHour);
            start = (int)(startHour % FeedRhythm.Hours);
            rest = (int)(watched % FeedRhythm.Hours);
            var weeks = watched / FeedRhythm.Hours;
            // a sum over the weeks, the latest weighing 1; hours up to this one have come round once more than the others
            less = (1 - Math.Pow(keptWeekly, weeks)) / (1 - keptWeekly);
            more = 1 + keptWeekly * less;
            unfinished = 1 - now / 60 % 1;
        }

        public double Total => (rest + 1) * more + (FeedRhythm.Hours - rest - 1) * less - unfinished;

        public double Of(int hour)
        {
            var behind = hour >= start ? hour - start : hour - start + FeedRhythm.Hours;
            return behind > rest ? less : behind == rest ? more - unfinished : more;
        }
    }
}
