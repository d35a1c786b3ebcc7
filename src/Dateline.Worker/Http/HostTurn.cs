namespace Dateline.Worker.Http;

/// <summary>A turn at a host, held until disposed; or a refusal, with the time to try again.</summary>
internal sealed class HostTurn(TimeSpan wait, bool isTaken, Func<Task>? leave = null) : IAsyncDisposable
{
    /// <summary>False: no request may be made now.</summary>
    public bool IsTaken => isTaken;

    /// <summary>Before the request starts; of a refusal, before it is worth asking for a turn again.</summary>
    public TimeSpan Wait => wait;

    public async ValueTask DisposeAsync()
    {
        if (leave is not null)
            await leave();
    }
}
