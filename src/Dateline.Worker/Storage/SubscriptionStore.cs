using System.Data.Common;
using System.Security.Cryptography;
using Dapper;

namespace Dateline.Worker.Storage;

/// <summary>
/// The subscriptions table: what is wanted follows the feeds table; who asks a hub holds a lease. What the hub says in the meantime
/// (it may ask back before it answers) ends the lease, so that the asker's result cannot overwrite it.
/// </summary>
internal sealed class SubscriptionStore(Database database, TimeProvider time)
{
    /// <summary>New subscriptions at a time: a hundred thousand feeds are not all subscribed to at once.</summary>
    private const int MostNew = 200;

    private const string Columns = """
        id, feed_id as FeedId, hub, hubs, topic, callback, token, secret, state, attempts, last_error as LastError, verified_at as VerifiedAt,
        expires_at as ExpiresAt, last_push_at as LastPushAt, due_at as DueAt, lease_owner as LeaseOwner
        """;

    /// <summary>32 random bytes in hexadecimal: a token, or a secret.</summary>
    public static string Unguessable() => RandomNumberGenerator.GetHexString(64, lowercase: true);

    /// <summary>Brings the table into line with the feeds: adds what is missing, marks what is to be cancelled, forgets what ended long ago.</summary>
    /// <returns>The feeds that hubs pushed and that are to be cancelled now.</returns>
    public async Task<IReadOnlyList<long>> Reconcile(string callback, CancellationToken cancellationToken)
    {
        var left = await database.Write(async (connection, transaction) =>
        {
            var now = time.Milliseconds();
            var gone = await connection.QueryAsync<(long FeedId, long? VerifiedAt)>(Command(transaction, """
                update subscriptions set state = 'leaving', attempts = 0, due_at = @now, lease_owner = null, lease_until = 0
                where state not in ('leaving', 'ended') and not exists (
                    select 1 from feeds f where f.id = subscriptions.feed_id and f.removed_at is null and f.topic = subscriptions.topic
                        and replace(' ' || f.hubs || ' ', ' ' || subscriptions.hub || ' ', '') <> ' ' || f.hubs || ' ')
                returning feed_id, verified_at
                """, new { now }, cancellationToken));
            await connection.ExecuteAsync(Command(transaction, """
                update subscriptions set callback = @callback, state = 'wanted', attempts = 0, due_at = @now, lease_owner = null, lease_until = 0
                where state not in ('leaving', 'ended') and callback <> @callback
                """, new { now, callback }, cancellationToken));
            await connection.ExecuteAsync(Command(transaction, "delete from subscriptions where state = 'ended' and due_at <= @now", new { now }, cancellationToken));
            return gone.Where(row => row.VerifiedAt is not null).Select(row => row.FeedId).ToArray();
        }, cancellationToken);

        var missing = await database.Read(connection => connection.QueryAsync<(long Id, string Hubs, string Topic)>(new CommandDefinition("""
            select id, hubs, topic from feeds f where hubs is not null and removed_at is null
                and not exists (select 1 from subscriptions s where s.feed_id = f.id and s.state not in ('leaving', 'ended'))
            order by id limit @limit
            """, new { limit = MostNew }, cancellationToken: cancellationToken)), cancellationToken);
        foreach (var (id, hubs, topic) in missing)
            await Add(id, hubs, topic, callback, cancellationToken);
        return left;
    }

    /// <summary>Takes up to <paramref name="limit"/> subscriptions whose hub is to be asked; from now on the hub may ask back.</summary>
    public Task<IReadOnlyList<SubscriptionRow>> ClaimDue(int limit, TimeSpan lease, CancellationToken cancellationToken) =>
        database.Write(async (connection, transaction) =>
        {
            var now = time.Milliseconds();
            var rows = await connection.QueryAsync<SubscriptionRow>(Command(transaction, $"""
                update subscriptions set lease_owner = @owner, lease_until = @until, attempts = attempts + 1,
                    state = case when state = 'leaving' or (state = 'active' and expires_at > @now) then state else 'pending' end
                where id in (
                    select id from subscriptions where state <> 'ended' and due_at <= @now and lease_until <= @now
                    order by due_at limit @limit{database.SkipLocked})
                returning {Columns}
                """,
                new { owner = Guid.NewGuid().ToString("N"), until = now + (long)lease.TotalMilliseconds, now, limit }, cancellationToken));
            return (IReadOnlyList<SubscriptionRow>)rows.AsList();
        }, cancellationToken);

    /// <summary>Gives a claimed subscription back unasked.</summary>
    public Task Release(SubscriptionRow row, long dueAt, CancellationToken cancellationToken) => Write("""
        update subscriptions set attempts = attempts - 1, due_at = @dueAt, lease_owner = null, lease_until = 0
        where id = @Id and lease_owner = @LeaseOwner
        """, new { row.Id, row.LeaseOwner, dueAt }, cancellationToken);

    /// <summary>Stores what asking came to, unless the hub was quicker. True when it was stored.</summary>
    public Task<bool> Complete(SubscriptionRow row, SubscriptionRow after, CancellationToken cancellationToken) =>
        Update(after, "lease_owner = @Owner", row.LeaseOwner, cancellationToken);

    /// <summary>Stores what the hub said; true unless the row became another in the meantime.</summary>
    public Task<bool> HeardFromHub(SubscriptionRow row, SubscriptionRow after, CancellationToken cancellationToken) =>
        Update(after, "token = @Owner", row.Token, cancellationToken);

    public Task<SubscriptionRow?> ByToken(string token, CancellationToken cancellationToken) => One("token = @token", new { token }, cancellationToken);

    /// <summary>The feed's present one.</summary>
    public Task<SubscriptionRow?> OfFeed(long feedId, CancellationToken cancellationToken) =>
        One("feed_id = @feedId and state not in ('leaving', 'ended')", new { feedId }, cancellationToken);

    public Task Pushed(SubscriptionRow row, CancellationToken cancellationToken) => Write(
        "update subscriptions set last_push_at = @now where id = @Id", new { row.Id, now = time.Milliseconds() }, cancellationToken);

    private Task<int> Add(long feedId, string hubs, string topic, string callback, CancellationToken cancellationToken) => Write("""
        insert into subscriptions (feed_id, hub, hubs, topic, callback, token, secret, state, due_at)
        values (@feedId, @hub, @hubs, @topic, @callback, @token, @secret, 'wanted', @now)
        on conflict do nothing
        """,
        new { feedId, hub = hubs.Split(' ')[0], hubs, topic, callback, token = Unguessable(), secret = Unguessable(), now = time.Milliseconds() }, cancellationToken);

    private async Task<bool> Update(SubscriptionRow after, string condition, string? owner, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters(after);
        parameters.Add("Owner", owner);
        return await Write($"""
            update subscriptions set hub = @Hub, token = @Token, secret = @Secret, state = @State, attempts = @Attempts, last_error = @LastError,
                verified_at = @VerifiedAt, expires_at = @ExpiresAt, due_at = @DueAt, lease_owner = null, lease_until = 0
            where id = @Id and {condition}
            """, parameters, cancellationToken) == 1;
    }

    private Task<int> Write(string sql, object parameters, CancellationToken cancellationToken) =>
        database.Write((connection, transaction) => connection.ExecuteAsync(Command(transaction, sql, parameters, cancellationToken)), cancellationToken);

    private Task<SubscriptionRow?> One(string condition, object parameters, CancellationToken cancellationToken) =>
        database.Read(connection => connection.QuerySingleOrDefaultAsync<SubscriptionRow>(new CommandDefinition(
            $"select {Columns} from subscriptions where {condition}", parameters, cancellationToken: cancellationToken)), cancellationToken);

    private static CommandDefinition Command(DbTransaction transaction, string sql, object parameters, CancellationToken cancellationToken) =>
        new(sql, parameters, transaction, cancellationToken: cancellationToken);
}
