using Dapper;

namespace Dateline.Worker.Storage;

/// <summary>A turn at a host that is asked for. <paramref name="Domain"/> is the key of a row whose pause holds for the host too.</summary>
/// <param name="Patience">A start later than this is refused.</param>
/// <param name="Longest">The turn ends by itself after this, should its worker die.</param>
internal sealed record HostTurnRequest(
    string Host, string Domain, TimeSpan Spacing, TimeSpan Patience, TimeSpan Longest, int Concurrency);

/// <summary>
/// Start after <paramref name="Wait"/>. Without a <paramref name="Visit"/> no turn was taken, and it is when the host is free: within the
/// patience of who asked when it was as many requests under way as may be that stood in the way.
/// </summary>
internal sealed record HostTurnRow(TimeSpan Wait, long? Visit);

/// <summary>
/// The hosts' turns over all workers of one PostgreSQL: who takes one locks the host's row for the time of a statement. By the database's
/// clock, so that the workers' may differ or jump.
/// </summary>
internal sealed class HostTurnStore(Database database)
{
    private const string Clock = "clock as (select (extract(epoch from clock_timestamp()) * 1000000)::bigint as now)";

    /// <summary>False for SQLite: a worker that is alone needs no table for it.</summary>
    public bool IsShared => database.IsPostgreSql;

    public async Task<HostTurnRow> Take(HostTurnRequest request, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            request.Host,
            request.Domain,
            spacing = Microseconds(request.Spacing),
            patience = Microseconds(request.Patience),
            longest = Microseconds(request.Patience + request.Longest),
            request.Concurrency,
        };
        // one statement is a transaction of its own; its row lock makes the turns of a host one after the other
        var taken = await One<(long Wait, long Visit)?>($"""
            with {Clock}, domain as (select coalesce(max(next_at), 0) as next_at from host_turns where host = @Domain)
            insert into host_turns as t (host, next_at, under_way)
            select @Host, greatest(now, domain.next_at) + @spacing, array[now + @longest] from clock, domain where domain.next_at <= now + @patience
            on conflict (host) do update
                set next_at = greatest(t.next_at, excluded.next_at - @spacing) + @spacing,
                    under_way = array(select visit from unnest(t.under_way) as visit where visit > (select now from clock)) || excluded.under_way
                where t.next_at <= (select now from clock) + @patience
                    and (select count(*) from unnest(t.under_way) as visit where visit > (select now from clock)) < @Concurrency
            returning next_at - @spacing - (select now from clock), under_way[cardinality(under_way)]
            """, parameters, cancellationToken);
        if (taken is { } turn)
            return new HostTurnRow(Span(Math.Max(0, turn.Wait)), turn.Visit);

        var free = await One<long>($"with {Clock} select coalesce(max(next_at), 0) - (select now from clock) from host_turns where host in (@Host, @Domain)", parameters, cancellationToken);
        return new HostTurnRow(Span(Math.Max(0, free)), null);
    }

    /// <summary>The request is over; the host and its domain are left alone as long as they asked for.</summary>
    public async Task Leave(string host, long visit, TimeSpan pause, (string Key, TimeSpan Pause) domain, CancellationToken cancellationToken)
    {
        await One<int>($"""
            with {Clock}
            update host_turns set under_way = array_remove(under_way, @visit), next_at = greatest(next_at, (select now from clock) + @pause) where host = @host
            """, new { host, visit, pause = Microseconds(pause) }, cancellationToken);
        if (domain.Pause <= TimeSpan.Zero)
            return;
        await One<int>($$"""
            with {{Clock}}
            insert into host_turns as t (host, next_at, under_way) select @Key, now + @pause, '{}' from clock
            on conflict (host) do update set next_at = greatest(t.next_at, excluded.next_at)
            """, new { domain.Key, pause = Microseconds(domain.Pause) }, cancellationToken);
    }

    /// <summary>Forgets hosts that nobody has asked for an hour.</summary>
    public async Task Forget(CancellationToken cancellationToken)
    {
        if (IsShared)
        {
            await One<int>($"""
                with {Clock} delete from host_turns
                where next_at < (select now from clock) - 3600000000 and (select count(*) from unnest(under_way) as visit where visit > (select now from clock)) = 0
                """, new { }, cancellationToken);
        }
    }

    private Task<T?> One<T>(string sql, object parameters, CancellationToken cancellationToken) =>
        database.Read(connection => connection.QuerySingleOrDefaultAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken)), cancellationToken);

    private static long Microseconds(TimeSpan span) => span.Ticks / TimeSpan.TicksPerMicrosecond;

    private static TimeSpan Span(long microseconds) => TimeSpan.FromMicroseconds(microseconds);
}
