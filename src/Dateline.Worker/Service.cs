using Dateline.Worker.Classification.Watches;
using Dateline.Worker.Feeds;
using Dateline.Worker.Publishing;
using Dateline.Worker.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Dateline.Worker;

/// <summary>Starts the built worker in order (schema, feed list, jobs), waits for the end, and stops it.</summary>
internal static partial class Service
{
    public static async Task Run(WebApplication worker, CancellationToken cancellationToken)
    {
        var logger = worker.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Service));
        var database = worker.Services.GetRequiredService<Database>();
        await Prepare(worker, cancellationToken);
        await worker.Services.GetRequiredService<FeedList>().Load(cancellationToken);
        // read now, so that what is wrong in it is told at the start and not at the first article
        _ = worker.Services.GetRequiredService<WatchFile>().Rules;
        var feeds = await worker.Services.GetRequiredService<FeedStore>().CountByHealth(cancellationToken);

        await worker.StartAsync(cancellationToken);
        var addresses = worker.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Started(logger, ProductVersion.Short, feeds.Sum(state => state.Feeds), database.Place, worker.Services.GetRequiredService<Broker>().Name, string.Join(", ", addresses));
        await worker.WaitForShutdownAsync(cancellationToken);
        Stopped(logger);
    }

    /// <summary>The schema, and no leases of an earlier life: one process alone serves a SQLite file.</summary>
    public static async Task Prepare(WebApplication worker, CancellationToken cancellationToken)
    {
        var database = worker.Services.GetRequiredService<Database>();
        await Migrator.Migrate(database, cancellationToken);
        if (!database.IsPostgreSql)
            await database.DropLeases(cancellationToken);
    }

    [LoggerMessage(EventIds.WorkerStarted, LogLevel.Information, "Dateline {Version} watches {Feeds} feeds, keeps them in {Database}, publishes to {Broker}, shows its status at {StatusAddress}")]
    private static partial void Started(ILogger logger, string version, long feeds, string database, string broker, string statusAddress);

    [LoggerMessage(EventIds.WorkerStopped, LogLevel.Information, "Dateline stopped; what was under way is taken up at the next start")]
    private static partial void Stopped(ILogger logger);
}
