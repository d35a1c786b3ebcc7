namespace Dateline.Worker.Publishing;

/// <summary>Since when events were handed over and none was confirmed. Safe for many threads.</summary>
internal sealed class PublishPulse(TimeProvider time)
{
    private readonly Lock door = new();
    private DateTimeOffset? silentSince;
    private int renewals;

    /// <summary>How long that has been so; zero when the last attempt was confirmed, or nothing was attempted.</summary>
    public TimeSpan Silence
    {
        get
        {
            lock (door)
                return silentSince is { } since ? time.GetUtcNow() - since : TimeSpan.Zero;
        }
    }

    /// <summary>Buses made anew in this silence.</summary>
    public int Renewals
    {
        get
        {
            lock (door)
                return renewals;
        }
    }

    public void Confirmed()
    {
        lock (door)
            (silentSince, renewals) = (null, 0);
    }

    public void Unconfirmed()
    {
        lock (door)
            silentSince ??= time.GetUtcNow();
    }

    /// <summary>The next renewal is due after a silence of its own.</summary>
    public void Renewed()
    {
        lock (door)
            (silentSince, renewals) = (time.GetUtcNow(), renewals + 1);
    }
}
