using Dateline.Worker.IntegrationTests.Servers;

namespace Dateline.Worker.IntegrationTests.Faults;

/// <summary>Several worker processes that start at once, over one database and broker, or each over its own database.</summary>
internal sealed class WorkerGroup : IAsyncDisposable
{
    private readonly Support.Dateline[] datelines;

    private WorkerGroup(Support.Dateline[] datelines) => this.datelines = datelines;

    public CaptiveProcess[] Workers { get; private set; } = [];

    /// <param name="databases">A connection string for each worker, which may be the same.</param>
    public static async Task<WorkerGroup> Start(Uri broker, string[] databases, IEnumerable<Uri> feeds, params (string Name, string Value)[] settings)
    {
        var group = new WorkerGroup(
        [
            .. databases.Select(database => new Support.Dateline(
            [
                ("Publishing__RabbitMq", broker.AbsoluteUri), ("Storage__PostgreSql", database),
                ("Articles__FetchPages", "false"), ("Feeds__LeaseSeconds", "30"), ("Articles__LeaseSeconds", "30"), .. settings,
            ])),
        ]);
        // the schema of an empty database too
        group.Workers = await Task.WhenAll(group.datelines.Select(dateline => dateline.StartService()));
        foreach (var (dateline, _) in group.datelines.Zip(databases).DistinctBy(pair => pair.Second))
            await dateline.Run("feeds", "import", dateline.WriteFeedList(feeds));
        return group;
    }

    /// <summary>Polls that each worker's log tells of.</summary>
    public IReadOnlyList<int> Polls => [.. Workers.Select(worker => worker.Lines.Count(line => line.Contains(" Polled ", StringComparison.Ordinal)))];

    /// <summary>SIGKILL, and another in its place.</summary>
    public async Task Replace(int worker)
    {
        Workers[worker].Kill();
        await Workers[worker].WaitForExit(TimeSpan.FromSeconds(10));
        await Workers[worker].DisposeAsync();
        Workers[worker] = await datelines[worker].StartService();
    }

    /// <summary>What the logs have with this text.</summary>
    public string Lines(string text) => string.Join('\n', Workers.SelectMany(worker => worker.Lines).Where(line => line.Contains(text, StringComparison.Ordinal)));

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in Workers)
            await worker.DisposeAsync();
        foreach (var dateline in datelines)
            await dateline.DisposeAsync();
    }
}
