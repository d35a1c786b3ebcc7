namespace Dateline.Worker.Jobs;

/// <summary>
/// A bounded number of things under way. A job fills the free places, again as they fall free, and returns: what is slow keeps only its own place,
/// and never holds up the next scan. When the host stops, what is under way gets a moment to finish and is then cancelled.
/// </summary>
internal abstract class WorkPool(int size, TimeProvider time) : IHostedService, IDisposable
{
    /// <summary>As long as a scan goes on to fill places that fall free; the next then begins.</summary>
    public static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(4);

    private readonly Lock door = new();
    private readonly HashSet<Task> running = [];
    private readonly CancellationTokenSource stopping = new();

    /// <summary>Free places that are worth a look for more work.</summary>
    private readonly int enough = Math.Max(1, size / 4);

    private TaskCompletionSource? room;

    public int Free
    {
        get
        {
            lock (door)
                return stopping.IsCancellationRequested ? 0 : size - running.Count;
        }
    }

    /// <param name="work">Handles its own failures; its token ends when the host stops, after a grace.</param>
    public void Start(Func<CancellationToken, Task> work)
    {
        var task = Task.Run(() => work(stopping.Token));
        lock (door)
            running.Add(task);
        task.ContinueWith(Remove, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Waits until a good part of the places is free; false when that is not so in time, or the host stops.</summary>
    public async Task<bool> WaitForRoom(TimeSpan patience, CancellationToken cancellationToken)
    {
        // a scan that went on as long as there is room would never end while much is due
        if (patience <= TimeSpan.Zero)
            return false;
        Task waiting;
        lock (door)
        {
            if (HasRoom)
                return true;
            room ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting = room.Task;
        }

        if (!stopping.IsCancellationRequested)
            await waiting.WaitAsync(patience, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (door)
            return HasRoom;
    }

    /// <summary>Waits for what is under way.</summary>
    public Task Drain()
    {
        lock (door)
            return Task.WhenAll(running);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var drained = Drain();
        await Task.WhenAny(drained, Task.Delay(Grace, time, cancellationToken));
        await stopping.CancelAsync();
        await drained;
    }

    public void Dispose() => stopping.Dispose();

    private bool HasRoom => !stopping.IsCancellationRequested && size - running.Count >= enough;

    private void Remove(Task task)
    {
        lock (door)
        {
            running.Remove(task);
            if (size - running.Count < enough)
                return;
            room?.TrySetResult();
            room = null;
        }
    }
}
