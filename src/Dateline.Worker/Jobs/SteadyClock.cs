namespace Dateline.Worker.Jobs;

/// <summary>
/// The time at start and what has passed since. Jobs keep it: one that was planned for every second must not wait until a clock that was set
/// back has caught up.
/// </summary>
internal sealed class SteadyClock(TimeProvider time) : TimeProvider
{
    private readonly DateTimeOffset origin = time.GetUtcNow();

    private readonly long started = time.GetTimestamp();

    public override long TimestampFrequency => time.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => time.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => origin + time.GetElapsedTime(started);

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => time.CreateTimer(callback, state, dueTime, period);
}
