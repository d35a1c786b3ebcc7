namespace Dateline.Benchmarks.Day;

/// <summary>
/// How fast the clock runs: slower while a scan takes long, down to life's own pace, and else faster. A scan waits for the writer
/// and for a core behind the polls under way, so a long one means that these do not keep up.
/// </summary>
internal sealed class DayPace : IDisposable
{
    private const double FirstSpeed = 10, Faster = 1.02, Slower = 0.85;

    /// <summary>In simulated seconds.</summary>
    private const double LongScan = 0.25;

    private readonly DayClock clock;
    private readonly double highest;
    private readonly Timer timer;
    private long scanBegan;

    public DayPace(DayClock clock, double highest)
    {
        (this.clock, this.highest) = (clock, highest);
        clock.Speed = Math.Min(FirstSpeed, highest);
        timer = new Timer(_ => Adapt(), null, 0, 20);
    }

    public Scan Scanning()
    {
        Volatile.Write(ref scanBegan, clock.GetTimestamp());
        return new Scan(this);
    }

    public void Dispose() => timer.Dispose();

    private void Adapt()
    {
        var began = Volatile.Read(ref scanBegan);
        var isLong = began > 0 && clock.GetElapsedTime(began).TotalSeconds > LongScan;
        clock.Speed = isLong ? clock.Speed * Slower : Math.Min(highest, clock.Speed * Faster);
    }

    internal readonly struct Scan(DayPace pace) : IDisposable
    {
        public void Dispose() => Volatile.Write(ref pace.scanBegan, 0);
    }
}
