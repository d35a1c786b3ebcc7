using Dapper;

namespace Dateline.Worker.Storage;

/// <summary>Rows that were planned by a clock that was set back since.</summary>
internal sealed class ClockStore(Database database, TimeProvider time)
{
    /// <summary>No lease is longer, nor does a host keep a feed waiting for longer.</summary>
    private const long Longest = 3_600_000;

    /// <summary>The clocks of several workers may be so far apart: what another has just polled is not due again.</summary>
    private const long Apart = 30_000;

    /// <summary>What was polled, made or leased in the future is due now. Waits that were planned by the right time stay as they are.</summary>
    private static readonly string[] Statements =
    [
        // one that a host kept waiting was not polled, but is due soon after the wrong time
        "update feeds set next_poll_at = @now where next_poll_at > @now and (last_poll_at > @now + @Apart or next_poll_at between @wrong - @Longest and @wrong + @Longest)",
        "update articles set due_at = @now where state = 'new' and due_at > @now and first_seen_at > @now + @Apart",
        "update outbox set due_at = @now where published_at is null and failed_at is null and due_at > @now and created_at > @now + @Apart",
        .. new[] { "feeds", "articles", "outbox", "subscriptions" }.Select(table => $"update {table} set lease_until = 0 where lease_until > @now + @Longest"),
    ];

    /// <param name="wrong">The time by the clock before it was set back; null when that was not seen.</param>
    /// <returns>How many rows are due now.</returns>
    public Task<int> PlanAnew(DateTimeOffset? wrong, CancellationToken cancellationToken) => database.Write(async (connection, transaction) =>
    {
        var parameters = new { now = time.Milliseconds(), wrong = wrong?.ToUnixTimeMilliseconds(), Longest, Apart };
        var planned = 0;
        foreach (var statement in Statements)
            planned += await connection.ExecuteAsync(new CommandDefinition(statement, parameters, transaction, cancellationToken: cancellationToken));
        return planned;
    }, cancellationToken);
}
