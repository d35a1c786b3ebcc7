using System.Diagnostics;

namespace Dateline.Benchmarks.Day;

/// <summary>
/// The simulated day's clock. It runs ahead of the real one by a factor that is never below 1, so whatever the work really costs (parsing,
/// waiting for a lock or a disk, a collection) is paid for in simulated time, and that many times over: lateness on this clock is at
/// least what it would be at the real pace. Delays that are simulated themselves, such as a server's answer, are timers on it.
/// </summary>
internal sealed class DayClock : TimeProvider, IDisposable
{
    /// <summary>How finely timers fire, in real time.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly Lock door = new();
    private readonly PriorityQueue<(DayTimer Timer, int Version), long> waiting = new();
    private readonly Thread thread;
    private readonly ManualResetEventSlim ended = new();
    private volatile Pace pace;

    public DayClock(DateTimeOffset start)
    {
        pace = new Pace(Stopwatch.GetTimestamp(), start.UtcTicks, 1);
        thread = new Thread(Run) { IsBackground = true, Priority = ThreadPriority.AboveNormal };
        thread.Start();
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Simulated seconds to a real one, from 1.</summary>
    public double Speed
    {
        get => pace.Speed;
        set => pace = new Pace(Stopwatch.GetTimestamp(), GetTimestamp(), Math.Max(1, value));
    }

    public override long GetTimestamp()
    {
        var now = pace;
        return now.Simulated + (long)(Stopwatch.GetElapsedTime(now.Real).Ticks * now.Speed);
    }

    public override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new DayTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Dispose()
    {
        ended.Set();
        thread.Join();
        ended.Dispose();
    }

    private void Schedule(DayTimer timer, int version, TimeSpan dueTime)
    {
        lock (door)
            waiting.Enqueue((timer, version), GetTimestamp() + dueTime.Ticks);
    }

    private void Run()
    {
        while (!ended.Wait(Tick))
        {
            while (NextDue() is { } due)
                due.Timer.Fire(due.Version);
        }
    }

    private (DayTimer Timer, int Version)? NextDue()
    {
        lock (door)
            return waiting.TryPeek(out var next, out var at) && at <= GetTimestamp() ? waiting.Dequeue() : null;
    }

    private sealed record Pace(long Real, long Simulated, double Speed);

    /// <summary>One that was changed or disposed of stays in the queue under an old version and does nothing when its time comes.</summary>
    private sealed class DayTimer(DayClock clock, TimerCallback callback, object? state) : ITimer
    {
        private int current;
        private TimeSpan repeat;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            repeat = period;
            var version = Interlocked.Increment(ref current);
            if (dueTime != Timeout.InfiniteTimeSpan)
                clock.Schedule(this, version, dueTime);
            return true;
        }

        public void Fire(int version)
        {
            if (Interlocked.CompareExchange(ref current, version, version) != version)
                return;
            if (repeat > TimeSpan.Zero)
                clock.Schedule(this, version, repeat);
            ThreadPool.UnsafeQueueUserWorkItem(static timer => timer.Call(), this, preferLocal: false);
        }

        public void Dispose() => Interlocked.Increment(ref current);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Call() => callback(state);
    }
}
