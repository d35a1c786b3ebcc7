using System.Diagnostics;
using Dateline.Worker.IntegrationTests.Servers;
using Npgsql;

namespace Dateline.Worker.IntegrationTests.Faults;

/// <summary>A live site, a worker that polls it every second or two, and the queue that has to get every item. What harms them is the scenario's.</summary>
internal sealed class FaultScene : IAsyncDisposable
{
    private const int FeedCount = 10;

    private FaultScene(LiveSite site, Support.Dateline dateline, Backlog backlog, string postgreSql)
    {
        Site = site;
        Dateline = dateline;
        Backlog = backlog;
        PostgreSql = postgreSql;
    }

    public LiveSite Site { get; }

    public Support.Dateline Dateline { get; }

    public Backlog Backlog { get; }

    /// <summary>The connection string; empty for SQLite.</summary>
    public string PostgreSql { get; }

    /// <summary>The one that runs, or ran last.</summary>
    public CaptiveProcess Worker { get; private set; } = null!;

    /// <param name="postgreSql">A connection string; empty for SQLite.</param>
    /// <param name="itemsPerSecond">New items of all feeds together.</param>
    public static async Task<FaultScene> Start(Uri broker, string postgreSql = "", double itemsPerSecond = 15, params (string Name, string Value)[] settings)
    {
        var site = await LiveSite.Start(FeedCount, hosts: 5);
        var dateline = new Support.Dateline(
        [
            ("Publishing__RabbitMq", broker.AbsoluteUri), ("Publishing__TimeoutSeconds", "2"), ("Storage__PostgreSql", postgreSql), ("Articles__FetchPages", "false"),
            ("Feeds__LeaseSeconds", "30"), ("Articles__LeaseSeconds", "30"), .. Often, .. settings,
        ]);
        var scene = new FaultScene(site, dateline, await Backlog.Declare(broker), postgreSql);
        await dateline.Run("feeds", "import", dateline.WriteFeedList(site.Feeds));
        site.Publish(itemsPerSecond);
        await scene.StartWorker();
        return scene;
    }

    /// <summary>Every feed about once a second, whatever it brings.</summary>
    public static IEnumerable<(string Name, string Value)> Often =>
        [("Feeds__MinIntervalMinutes", "0.01"), ("Feeds__InitialIntervalMinutes", "0.015"), ("Feeds__MaxIntervalMinutes", "0.02")];

    public async Task StartWorker()
    {
        if (Worker is not null)
            await Worker.DisposeAsync();
        Worker = await Dateline.StartService();
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillWorker()
    {
        Worker.Kill();
        await Worker.WaitForExit(TimeSpan.FromSeconds(10));
    }

    /// <summary>Ends a dead worker's leases by hand, as though their time had passed. SQLite's go with the next start.</summary>
    public async Task EndLeases()
    {
        foreach (var table in PostgreSql.Length > 0 ? new[] { "feeds", "articles", "outbox" } : [])
            await Execute($"update {table} set lease_until = 0 where lease_until > 0");
    }

    /// <summary>SQL on the PostgreSQL database.</summary>
    public async Task<int> Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(PostgreSql);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Whether the query on the PostgreSQL database finds a row.</summary>
    public async Task<bool> Finds(string sql)
    {
        await using var connection = new NpgsqlConnection(PostgreSql);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync() is not null;
    }

    /// <summary>No new items from now on; every feed is polled once more, and what was handed out has time to arrive.</summary>
    /// <param name="arrival">How long what is missing is waited for; as long as the polls unless said.</param>
    public async Task<Tally> Settle(TimeSpan limit, TimeSpan? arrival = null)
    {
        await Site.FallSilent();
        var waited = Stopwatch.StartNew();
        var silent = Site.Now;
        while (!Site.AllAskedSince(silent) && waited.Elapsed < limit)
            await Task.Delay(100);
        Assert.False(Worker.HasExited, $"The worker ended:\n{Worker.Tail}");
        Assert.True(Site.AllAskedSince(silent), $"Not every feed was polled in {limit.TotalSeconds:0} s:\n{Worker.Tail}");
        return Tally.Of(Site.HandedOut, await Backlog.Read(() => Site.HandedOut, arrival ?? limit));
    }

    public async ValueTask DisposeAsync()
    {
        await Worker.DisposeAsync();
        await Site.DisposeAsync();
        await Dateline.DisposeAsync();
    }
}
