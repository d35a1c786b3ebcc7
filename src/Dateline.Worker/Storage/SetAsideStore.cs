using Dapper;

namespace Dateline.Worker.Storage;

/// <summary>Articles that could not be tagged and events that could not be published, after all their attempts.</summary>
internal sealed class SetAsideStore(Database database, TimeProvider time)
{
    /// <summary>The latest first.</summary>
    public Task<IReadOnlyList<SetAsideRow>> List(int limit, CancellationToken cancellationToken) =>
        database.Read(async connection => (IReadOnlyList<SetAsideRow>)(await connection.QueryAsync<SetAsideRow>(new CommandDefinition("""
            select * from (
                select 'tag' as Step, a.id as Id, 'article' as Kind, a.url as Subject, a.attempts as Attempts, a.due_at as Since, coalesce(a.error, '') as Reason
                from articles a where a.state = 'failed'
                union all
                select 'publish', id, kind, routing_keys, attempts, failed_at, coalesce(error, '') from outbox where failed_at is not null) aside
            order by Since desc, Id limit @limit
            """, new { limit }, cancellationToken: cancellationToken))).AsList(), cancellationToken);

    /// <summary>Gives them their attempts again; gives how many of each.</summary>
    /// <param name="ids">Of these only; all when it is empty.</param>
    public Task<(int Articles, int Events)> Revive(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        database.Write(async (connection, transaction) =>
        {
            var some = ids.Count > 0 ? $" and {database.OneOf("id", "@ids")}" : "";
            var parameters = new { ids = database.Values(ids), now = time.Milliseconds() };
            return (
                await connection.ExecuteAsync(new CommandDefinition(
                    $"update articles set state = 'new', attempts = 0, due_at = @now where state = 'failed'{some}", parameters, transaction, cancellationToken: cancellationToken)),
                await connection.ExecuteAsync(new CommandDefinition(
                    $"update outbox set failed_at = null, attempts = 0, due_at = @now where failed_at is not null{some}", parameters, transaction, cancellationToken: cancellationToken)));
        }, cancellationToken);
}

/// <summary>What was set aside, and why.</summary>
internal sealed record SetAsideRow
{
    /// <summary><c>tag</c> or <c>publish</c>.</summary>
    public string Step { get; init; } = "";
    public string Id { get; init; } = "";

    /// <summary><c>article</c>, <c>feed</c> or <c>gap</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>An article's address; an event's routing keys, a JSON array.</summary>
    public string Subject { get; init; } = "";
    public long Attempts { get; init; }

    /// <summary>Of the last attempt, Unix milliseconds.</summary>
    public long Since { get; init; }
    public string Reason { get; init; } = "";
}
