using System.Data.Common;
using Dapper;

namespace Dateline.Worker.Storage;

/// <summary>Events between the transaction that made them and the broker's confirm.</summary>
internal sealed class OutboxStore(Database database, TimeProvider time)
{
    private const int PurgedAtOnce = 500;

    /// <summary>Inside the caller's transaction. The id is deterministic, so the same event twice is one row.</summary>
    public static Task Insert(DbConnection connection, DbTransaction transaction, OutboxRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition("""
            insert into outbox (id, kind, article_id, revision, routing_keys, body, trace_parent, created_at, due_at)
            values (@Id, @Kind, @ArticleId, @Revision, @RoutingKeys, @Body, @TraceParent, @CreatedAt, @CreatedAt)
            on conflict (id) do nothing
            """, row, transaction, cancellationToken: cancellationToken));

    public Task<IReadOnlyList<OutboxRow>> ClaimUnpublished(int limit, TimeSpan lease, CancellationToken cancellationToken) =>
        database.Write(async (connection, transaction) =>
        {
            var now = time.Milliseconds();
            var rows = await connection.QueryAsync<OutboxRow>(new CommandDefinition($"""
                update outbox set lease_owner = @owner, lease_until = @until
                where id in (
                    select id from outbox where published_at is null and failed_at is null and due_at <= @now and lease_until <= @now
                    order by due_at limit @limit{database.SkipLocked})
                returning id, kind, article_id as ArticleId, revision, routing_keys as RoutingKeys, body, trace_parent as TraceParent,
                    created_at as CreatedAt, attempts, lease_owner as LeaseOwner
                """,
                new { owner = Guid.NewGuid().ToString("N"), until = now + (long)lease.TotalMilliseconds, now, limit },
                transaction, cancellationToken: cancellationToken));
            // returning has no order of its own; oldest first is what subscribers expect
            return (IReadOnlyList<OutboxRow>)rows.OrderBy(row => row.CreatedAt).ThenBy(row => row.Id, StringComparer.Ordinal).ToList();
            // were an article forgotten after it went out, it would come back under another id
        }, cancellationToken, lasting: true);

    /// <summary>Rows of one claim; one that went to another worker or a replay meanwhile stays as it is.</summary>
    public Task MarkPublished(IReadOnlyCollection<OutboxRow> rows, CancellationToken cancellationToken) =>
        database.Write((connection, transaction) => connection.ExecuteAsync(new CommandDefinition(
            $"update outbox set published_at = @now, error = null, lease_owner = null, lease_until = 0 where {database.OneOf("id", "@ids")} and lease_owner = @LeaseOwner",
            new { now = time.Milliseconds(), ids = database.Values(rows.Select(row => row.Id)), rows.First().LeaseOwner }, transaction, cancellationToken: cancellationToken)),
            cancellationToken);

    /// <summary>Due again later; <paramref name="counted"/> when the fault is the row's own.</summary>
    public Task Postpone(IReadOnlyCollection<OutboxRow> rows, TimeSpan delay, string reason, bool counted, CancellationToken cancellationToken) =>
        database.Write((connection, transaction) => connection.ExecuteAsync(new CommandDefinition($"""
            update outbox set due_at = @due, attempts = attempts + @attempt, error = @reason, lease_owner = null, lease_until = 0
            where {database.OneOf("id", "@ids")} and lease_owner = @LeaseOwner
            """,
            new
            {
                due = time.Milliseconds() + (long)delay.TotalMilliseconds,
                attempt = counted ? 1 : 0,
                reason,
                ids = database.Values(rows.Select(row => row.Id)),
                rows.First().LeaseOwner,
            }, transaction, cancellationToken: cancellationToken)), cancellationToken);

    public Task SetAside(OutboxRow row, string reason, CancellationToken cancellationToken) =>
        database.Write((connection, transaction) => connection.ExecuteAsync(new CommandDefinition(
            "update outbox set failed_at = @now, error = @reason, lease_owner = null, lease_until = 0 where id = @Id and lease_owner = @LeaseOwner",
            new { row.Id, row.LeaseOwner, reason, now = time.Milliseconds() }, transaction, cancellationToken: cancellationToken)), cancellationToken);

    /// <summary>Marks stored article events of a span (Unix milliseconds, end excluded) for publication once more, those set aside too.</summary>
    public Task<int> Replay(long since, long until, CancellationToken cancellationToken) =>
        database.Write((connection, transaction) => connection.ExecuteAsync(new CommandDefinition("""
            update outbox set published_at = null, failed_at = null, attempts = 0, due_at = @now, lease_owner = null, lease_until = 0
            where kind = 'article' and created_at >= @since and created_at < @until
            """,
            new { since, until, now = time.Milliseconds() }, transaction, cancellationToken: cancellationToken)), cancellationToken);

    /// <summary>Unpublished, set aside, and when the oldest unpublished one was made.</summary>
    public Task<(long Waiting, long SetAside, long? Oldest)> Count(CancellationToken cancellationToken) =>
        database.Read(connection => connection.QuerySingleAsync<(long, long, long?)>(new CommandDefinition("""
            select (select count(*) from outbox where published_at is null and failed_at is null),
                (select count(*) from outbox where failed_at is not null),
                (select min(created_at) from outbox where published_at is null and failed_at is null)
            """, cancellationToken: cancellationToken)), cancellationToken);

    /// <summary>The newest article events, as JSON bodies.</summary>
    public Task<IReadOnlyList<string>> Newest(int limit, CancellationToken cancellationToken) =>
        database.Read(async connection => (IReadOnlyList<string>)(await connection.QueryAsync<string>(new CommandDefinition(
            "select body from outbox where kind = 'article' order by created_at desc limit @limit",
            new { limit }, cancellationToken: cancellationToken))).AsList(), cancellationToken);

    /// <summary>Deletes what was published so long ago, some rows at a time, so that no poll waits for long. Gives how many.</summary>
    public async Task<int> Purge(TimeSpan age, CancellationToken cancellationToken)
    {
        var purged = 0;
        int some;
        do
        {
            some = await Purge(time.Milliseconds() - (long)age.TotalMilliseconds, cancellationToken);
            purged += some;
        }
        while (some == PurgedAtOnce);
        return purged;
    }

    /// <summary>Nothing is published before it is made: the condition on that has an index.</summary>
    private Task<int> Purge(long before, CancellationToken cancellationToken) =>
        database.Write((connection, transaction) => connection.ExecuteAsync(new CommandDefinition(
            "delete from outbox where id in (select id from outbox where created_at < @before and published_at < @before order by created_at limit @limit)",
            new { before, limit = PurgedAtOnce }, transaction, cancellationToken: cancellationToken)),
            cancellationToken);
}
