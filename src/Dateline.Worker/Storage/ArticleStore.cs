using Dapper;

namespace Dateline.Worker.Storage;

/// <summary>Articles between feed and event: claimed untagged, completed together with the event that announces them.</summary>
internal sealed class ArticleStore(Database database, TimeProvider time)
{
    private const int FoundAtOnce = 10_000, DeletedAtOnce = 500;

    public Task<IReadOnlyList<ArticleRow>> ClaimUntagged(int limit, TimeSpan lease, CancellationToken cancellationToken) =>
        database.Write(async (connection, transaction) =>
        {
            var now = time.Milliseconds();
            var owner = Guid.NewGuid().ToString("N");
            var claimed = await connection.QueryAsync<string>(new CommandDefinition($"""
                update articles set lease_owner = @owner, lease_until = @until
                where id in (
                    select id from articles where state = 'new' and due_at <= @now and lease_until <= @now
                    order by due_at limit @limit{database.SkipLocked})
                returning id
                """,
                new { owner, until = now + (long)lease.TotalMilliseconds, now, limit }, transaction, cancellationToken: cancellationToken));
            var ids = claimed.AsList();
            if (ids.Count == 0)
                return [];

            var rows = await connection.QueryAsync<ArticleRow>(new CommandDefinition($"""
                select a.id, a.feed_id as FeedId, a.sequence, a.revision, a.url, a.canonical_url as CanonicalUrl, a.title, a.summary, a.content, a.authors,
                    a.image, a.language, a.published_at as PublishedAt, a.first_seen_at as FirstSeenAt, a.trace_parent as TraceParent,
                    a.attempts, a.lease_owner as LeaseOwner, f.title as FeedTitle, f.url as FeedUrl, f.homepage as FeedHomepage,
                    f.country as FeedCountry, f.language as FeedLanguage, f.access as FeedAccess
                from articles a join feeds f on f.id = a.feed_id
                where {database.OneOf("a.id", "@ids")}
                """,
                new { ids = database.Values(ids) }, transaction, cancellationToken: cancellationToken));
            return (IReadOnlyList<ArticleRow>)rows.AsList();
        }, cancellationToken);

    /// <summary>Tagged: the event enters the outbox in the same transaction. False when the lease was lost; then nothing was stored.</summary>
    public Task<bool> Complete(ArticleRow article, string canonicalUrl, OutboxRow taggedEvent, CancellationToken cancellationToken) =>
        database.Write(async (connection, transaction) =>
        {
            // summary and content have gone into the event; the row stays for its keys and its fingerprint
            var completed = await connection.ExecuteAsync(new CommandDefinition("""
                update articles set state = 'tagged', tagged_at = @now, canonical_url = @canonicalUrl, summary = '', content = '', error = null,
                    lease_owner = null, lease_until = 0
                where id = @Id and lease_owner = @LeaseOwner
                """,
                new { article.Id, article.LeaseOwner, canonicalUrl, now = time.Milliseconds() },
                transaction, cancellationToken: cancellationToken)) == 1;
            if (completed)
                await OutboxStore.Insert(connection, transaction, taggedEvent, cancellationToken);
            return completed;
        }, cancellationToken);

    /// <summary>Due again later; <paramref name="failed"/> counts the attempt.</summary>
    public Task Postpone(ArticleRow article, TimeSpan delay, string? failed, CancellationToken cancellationToken) =>
        database.Write((connection, transaction) => connection.ExecuteAsync(new CommandDefinition("""
            update articles set due_at = @due, attempts = attempts + @counted, error = coalesce(@failed, error), lease_owner = null, lease_until = 0
            where id = @Id and lease_owner = @LeaseOwner
            """,
            new
            {
                article.Id,
                article.LeaseOwner,
                due = time.Milliseconds() + (long)delay.TotalMilliseconds,
                counted = failed is null ? 0 : 1,
                failed,
            },
            transaction, cancellationToken: cancellationToken)), cancellationToken);

    /// <summary>Set aside with its reason after too many attempts; visible, and replayed by a verb.</summary>
    public Task SetAside(ArticleRow article, string reason, CancellationToken cancellationToken) =>
        database.Write((connection, transaction) => connection.ExecuteAsync(new CommandDefinition("""
            update articles set state = 'failed', due_at = @now, error = @reason, attempts = attempts + 1, lease_owner = null, lease_until = 0
            where id = @Id and lease_owner = @LeaseOwner
            """,
            new { article.Id, article.LeaseOwner, reason, now = time.Milliseconds() }, transaction, cancellationToken: cancellationToken)), cancellationToken);

    /// <summary>When the next untagged article can be claimed, Unix milliseconds; null when none waits.</summary>
    public Task<long?> NextDue(CancellationToken cancellationToken) =>
        database.Read(connection => connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "select min(case when lease_until > due_at then lease_until else due_at end) from articles where state = 'new'",
            cancellationToken: cancellationToken)), cancellationToken);

    /// <summary>Untagged and set aside.</summary>
    public Task<(long Waiting, long SetAside)> Count(CancellationToken cancellationToken) =>
        database.Read(connection => connection.QuerySingleAsync<(long, long)>(new CommandDefinition("""
            select (select count(*) from articles where state = 'new'), (select count(*) from articles where state = 'failed')
            """, cancellationToken: cancellationToken)), cancellationToken);

    /// <summary>
    /// Forgets articles that left their feed's document long ago, with their keys. Gives how many. They are looked for feed by feed without a
    /// lock and deleted some at a time, so that no poll waits for long.
    /// </summary>
    public async Task<int> Forget(TimeSpan unseenFor, CancellationToken cancellationToken)
    {
        var forgotten = 0;
        while (await Unseen(unseenFor, cancellationToken) is { Count: > 0 } unseen)
        {
            foreach (var chunk in unseen.Chunk(DeletedAtOnce))
                forgotten += await Forget([.. chunk.Select(article => article.Id)], chunk.Max(article => article.LastSeenAt), cancellationToken);
            if (unseen.Count < FoundAtOnce)
                break;
        }

        return forgotten;
    }

    /// <summary>PostgreSQL would rather read both tables through; offset 0 keeps it from that.</summary>
    private Task<List<(string Id, long LastSeenAt)>> Unseen(TimeSpan unseenFor, CancellationToken cancellationToken)
    {
        const string Unseen = "articles where feed_id = f.id and last_seen_at < f.last_document_at - @unseen and state <> 'new'";
        return database.Read(async connection => (await connection.QueryAsync<(string, long)>(new CommandDefinition(
            database.IsPostgreSql
                ? $"select a.id, a.last_seen_at from feeds f cross join lateral (select articles.id, last_seen_at from {Unseen} offset 0) as a limit @limit"
                : $"select articles.id, last_seen_at from feeds f cross join {Unseen} limit @limit",
            new { unseen = (long)unseenFor.TotalMilliseconds, limit = FoundAtOnce }, cancellationToken: cancellationToken))).AsList(), cancellationToken);
    }

    /// <summary>Not those that were seen again since they were found.</summary>
    private Task<int> Forget(string[] ids, long lastSeenAt, CancellationToken cancellationToken) =>
        database.Write(async (connection, transaction) =>
        {
            var parameters = new { ids = database.Values(ids), lastSeenAt };
            await connection.ExecuteAsync(new CommandDefinition($"""
                delete from article_keys where article_id in (
                    select id from articles where {database.OneOf("id", "@ids")} and last_seen_at <= @lastSeenAt and state <> 'new')
                """, parameters, transaction, cancellationToken: cancellationToken));
            return await connection.ExecuteAsync(new CommandDefinition(
                $"delete from articles where {database.OneOf("id", "@ids")} and last_seen_at <= @lastSeenAt and state <> 'new'",
                parameters, transaction, cancellationToken: cancellationToken));
        }, cancellationToken);
}
