namespace Dateline.Worker.Jobs;

/// <summary>
/// A bounded number of things under way. A job fills the free places and returns: what is slow keeps only its own place, and never
/// holds up the next scan. When the host stops, what is under way gets a moment to finish and is then cancelled.
/// </summary>
internal abstract class WorkPool(int size, TimeProvider time) : IHostedService, IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(4);

    private readonly Lock door = new();
    private readonly HashSet<Task> running = [];
    private readonly CancellationTokenSource stopping = new();

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

    private void Remove(Task task)
    {
        lock (door)
            running.Remove(task);
    }
}
