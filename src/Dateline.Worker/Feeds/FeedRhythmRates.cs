namespace Dateline.Worker.Feeds;

/// <summary>
/// The rate of new articles, a minute, that a rhythm stands for. Counters are few and chance is large, so each profile (hour of the day,
/// hour of the week, part of the hour) is believed as far as its differences exceed what chance makes (James and Stein's shrinking:
/// 1 - degrees of freedom / chi squared), and never whole: some rate is always left for what has not happened yet.
/// </summary>
internal sealed class FeedRhythmRates
{
    /// <summary>Before anything is known: an article in twenty hours, as sure as if six hours had been watched.</summary>
    private const double PriorArticles = 0.3, PriorHours = 6;

    private const double LargestBelief = 0.9;

    private readonly float[] hours;
    private readonly float[] parts;
    private readonly double[] byHourOfDay = new double[24];
    private readonly double[] byPart = new double[FeedRhythm.Parts];
    private readonly double weekBelief;
    private readonly Exposure exposure;

    public FeedRhythmRates(float[] hours, float[] parts, Exposure exposure)
    {
        (this.hours, this.parts, this.exposure) = (hours, parts, exposure);
        var total = 0.0;
        foreach (var count in hours)
            total += count;
        PerHour = (total + PriorArticles) / (exposure.Total + PriorHours);
        ByHourOfDay();
        weekBelief = WeekBelief();
        ByPart();
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
        return seen < 0.5 ? usual : usual + weekBelief * (hours[hour] / seen - usual);
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

    private double WeekBelief()
    {
        double square = 0, degrees = -24;
        for (var hour = 0; hour < FeedRhythm.Hours; hour++)
        {
            var seen = exposure.Of(hour);
            if (seen < 0.5)
                continue;
            square += Square(hours[hour], byHourOfDay[hour % 24] * seen);
            degrees++;
        }

        return degrees < 24 ? 0 : Belief(square, degrees);
    }

    private void ByPart()
    {
        double total = 0, square = 0;
        foreach (var count in parts)
            total += count;
        var mean = total / FeedRhythm.Parts;
        foreach (var count in parts)
            square += Square(count, mean);
        var belief = Belief(square, FeedRhythm.Parts - 1);
        for (var part = 0; part < FeedRhythm.Parts; part++)
            byPart[part] = 1 + (mean > 0 ? belief * (parts[part] / mean - 1) : 0);
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
