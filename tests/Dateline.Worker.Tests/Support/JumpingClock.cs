namespace Dateline.Worker.Tests.Support;

/// <summary>A clock that can be set, as a machine's: the time that has passed is not changed by it.</summary>
internal sealed class JumpingClock : TimeProvider
{
    private TimeSpan passed, jumped;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Some.Now + passed + jumped;

    public override long GetTimestamp() => passed.Ticks;

    public void Pass(TimeSpan span) => passed += span;

    public void Jump(TimeSpan span) => jumped += span;
}
