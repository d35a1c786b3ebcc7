using Microsoft.Extensions.Options;

namespace Dateline.Worker.Storage;

/// <summary>
/// What waits to be tagged and published, and the room that is left for more. While subscribers' broker is away for days, polling has to
/// slow down and stop before the disk is full: what cannot be stored would be lost for good, what is not polled yet is mostly still there later.
/// </summary>
internal class Backlog(ArticleStore articles, OutboxStore outbox, IOptions<StorageOptions> options, TimeProvider time)
{
    private const long Megabyte = 1_000_000;

    /// <summary>Counting hundreds of thousands of rows is not for every scan.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(10);

    private volatile Sight? last;

    /// <summary>As it was seconds ago.</summary>
    public async Task<BacklogState> State(CancellationToken cancellationToken)
    {
        if (last is not { } sight || time.GetElapsedTime(sight.At) >= LookEvery)
            last = sight = new Sight(await Look(cancellationToken), time.GetTimestamp());
        return sight.State;
    }

    /// <summary>Free megabytes where the SQLite file is; null with PostgreSQL, whose disk is not seen from here.</summary>
    protected virtual long? FreeMegabytes() =>
        options.Value.PostgreSql is { Length: > 0 } ? null : new DriveInfo(Path.GetFullPath(options.Value.DataFolder)).AvailableFreeSpace / Megabyte;

    private async Task<BacklogState> Look(CancellationToken cancellationToken)
    {
        var waiting = (await articles.Count(cancellationToken)).Waiting + (await outbox.Count(cancellationToken)).Waiting;
        var free = FreeMegabytes();
        var (most, least) = (options.Value.MaxBacklog, options.Value.MinFreeMegabytes);
        var share = Math.Min((most - waiting) / (most / 2.0), free is null || least == 0 ? 1 : (free.Value - least) / (double)least);
        return new BacklogState(waiting, free, Math.Clamp(share, 0, 1));
    }

    private sealed record Sight(BacklogState State, long At);
}

/// <param name="Waiting">Articles to tag and events to publish.</param>
/// <param name="FreeMegabytes">Room on the disk, where it is known.</param>
/// <param name="Share">How much of the usual polling there is room for, 0 to 1.</param>
internal sealed record BacklogState(long Waiting, long? FreeMegabytes, double Share);
