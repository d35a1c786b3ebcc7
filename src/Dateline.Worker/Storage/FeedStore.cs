using Dapper;

namespace Dateline.Worker.Storage;

/// <summary>The feeds table: the list, and the leases under which feeds are polled.</summary>
internal sealed class FeedStore(Database database, TimeProvider time)
{
    private const string Columns = """
        id, url, title, homepage, country, language, category, cron, etag, last_modified as LastModified, body_hash as BodyHash, health,
        failures, last_error as LastError, interval_ms as IntervalMs, schedule_reason as ScheduleReason, rhythm, hints,
        min_interval_minutes as MinIntervalMinutes, max_interval_minutes as MaxIntervalMinutes, moved_to as MovedTo,
        moved_count as MovedCount, access, validators_checked_at as ValidatorsCheckedAt, validators_held as ValidatorsHeld,
        validators_distrusted_until as ValidatorsDistrustedUntil, guid_quality as GuidQuality, gone_since as GoneSince, added_at as AddedAt,
        next_poll_at as NextPollAt, last_poll_at as LastPollAt, last_success_at as LastSuccessAt, last_document_at as LastDocumentAt,
        last_new_at as LastNewAt, hubs, topic, pushed_new as PushedNew, push_proved_at as PushProvedAt, lease_owner as LeaseOwner
        """;

    /// <summary>To be seen by the tests that look at its plan: it walks the index feeds_due from its start and ends at the limit.</summary>
    internal string ClaimDueStatement => $"""
        update feeds set lease_owner = @owner, lease_until = @until
        where id in (
            select id from feeds where removed_at is null and next_poll_at <= @now and lease_until <= @now
            order by next_poll_at limit @limit{database.SkipLocked})
        returning {Columns}
        """;

    /// <summary>Takes up to <paramref name="limit"/> feeds that are due and holds them for <paramref name="lease"/>.</summary>
    public Task<IReadOnlyList<FeedRow>> ClaimDue(int limit, TimeSpan lease, CancellationToken cancellationToken) =>
        database.Write(async (connection, transaction) =>
        {
            var now = time.Milliseconds();
            var rows = await connection.QueryAsync<FeedRow>(new CommandDefinition(
                ClaimDueStatement,
                new { owner = Guid.NewGuid().ToString("N"), until = now + (long)lease.TotalMilliseconds, now, limit },
                transaction, cancellationToken: cancellationToken));
            return (IReadOnlyList<FeedRow>)rows.AsList();
        }, cancellationToken);

    /// <summary>Takes these feeds, due or not, unless another worker has them.</summary>
    public Task<IReadOnlyList<FeedRow>> Claim(IReadOnlyCollection<long> ids, TimeSpan lease, CancellationToken cancellationToken) =>
        database.Write(async (connection, transaction) =>
        {
            var now = time.Milliseconds();
            var rows = await connection.QueryAsync<FeedRow>(new CommandDefinition($"""
                update feeds set lease_owner = @owner, lease_until = @until
                where id in (select id from feeds where removed_at is null and {database.OneOf("id", "@ids")} and lease_until <= @now{database.SkipLocked})
                returning {Columns}
                """,
                new { owner = Guid.NewGuid().ToString("N"), until = now + (long)lease.TotalMilliseconds, now, ids = database.Values(ids) },
                transaction, cancellationToken: cancellationToken));
            return (IReadOnlyList<FeedRow>)rows.AsList();
        }, cancellationToken);

    /// <summary>The ids of these addresses, as far as they are known.</summary>
    public Task<IReadOnlyList<long>> IdsOf(IEnumerable<string> urls, CancellationToken cancellationToken) =>
        database.Read(async connection =>
        {
            var ids = new List<long>();
            foreach (var chunk in urls.Chunk(400))
            {
                ids.AddRange(await connection.QueryAsync<long>(new CommandDefinition(
                    $"select id from feeds where removed_at is null and {database.OneOf("url", "@chunk")}", new { chunk = database.Values(chunk) }, cancellationToken: cancellationToken)));
            }

            return (IReadOnlyList<long>)ids;
        }, cancellationToken);

    /// <summary>Gives a claimed feed back unpolled, due again at <paramref name="nextPollAt"/>.</summary>
    public Task Release(FeedRow feed, long nextPollAt, CancellationToken cancellationToken) =>
        database.Write((connection, transaction) => connection.ExecuteAsync(new CommandDefinition("""
            update feeds set next_poll_at = @nextPollAt, lease_owner = null, lease_until = 0 where id = @Id and lease_owner = @LeaseOwner
            """,
            new { feed.Id, feed.LeaseOwner, nextPollAt }, transaction, cancellationToken: cancellationToken)), cancellationToken);

    public Task<IReadOnlyList<FeedRow>> List(CancellationToken cancellationToken) =>
        Query("order by id", new { }, cancellationToken);

    /// <summary>How many feeds there are of each state of health, by its name.</summary>
    public Task<IReadOnlyList<(string Health, long Feeds)>> CountByHealth(CancellationToken cancellationToken) =>
        database.Read(async connection => (IReadOnlyList<(string, long)>)(await connection.QueryAsync<(string, long)>(new CommandDefinition(
            "select health, count(*) from feeds where removed_at is null group by health order by health", cancellationToken: cancellationToken))).AsList(),
            cancellationToken);

    /// <summary>Feeds whose last poll failed, the worst first.</summary>
    public Task<IReadOnlyList<FeedRow>> Troubled(int limit, CancellationToken cancellationToken) =>
        Query("and last_error is not null order by failures desc, id limit @limit", new { limit }, cancellationToken);

    /// <summary>By id, address or part of a title.</summary>
    public Task<IReadOnlyList<FeedRow>> Find(string text, CancellationToken cancellationToken) =>
        Query("and (cast(id as text) = @text or url = @text or lower(title) like lower(@pattern)) order by id",
            new { text, pattern = $"%{text}%" }, cancellationToken);

    /// <summary>How many feeds are due now, and when the next one is.</summary>
    public Task<(long Due, long? Next)> CountDue(CancellationToken cancellationToken) =>
        database.Read(async connection =>
        {
            var row = await connection.QuerySingleAsync<(long Due, long? Next)>(new CommandDefinition("""
                select (select count(*) from feeds where removed_at is null and next_poll_at <= @now),
                    (select min(next_poll_at) from feeds where removed_at is null)
                """,
                new { now = time.Milliseconds() }, cancellationToken: cancellationToken));
            return row;
        }, cancellationToken);

    /// <summary>Adds feeds that are not there yet (a removed one comes back); first polls are spread over <paramref name="spread"/>. Gives how many are new.</summary>
    public Task<int> Add(IReadOnlyCollection<NewFeed> feeds, TimeSpan spread, CancellationToken cancellationToken) =>
        database.Write(async (connection, transaction) =>
        {
            var now = time.Milliseconds();
            var added = 0;
            var position = 0;
            foreach (var feed in feeds)
            {
                added += await connection.ExecuteAsync(new CommandDefinition("""
                    insert into feeds (url, title, homepage, country, language, category, cron, min_interval_minutes, max_interval_minutes, access, added_at,
                        next_poll_at)
                    values (@Url, @Title, @Homepage, @Country, @Language, @Category, @Cron, @MinIntervalMinutes, @MaxIntervalMinutes, @Access, @now, @due)
                    on conflict (url) do update set removed_at = null, next_poll_at = excluded.next_poll_at where feeds.removed_at is not null
                    """,
                    new
                    {
                        feed.Url,
                        Title = feed.Title ?? "",
                        feed.Homepage,
                        feed.Country,
                        feed.Language,
                        feed.Category,
                        feed.Cron,
                        feed.MinIntervalMinutes,
                        feed.MaxIntervalMinutes,
                        feed.Access,
                        now,
                        due = now + (long)(spread.TotalMilliseconds * position++ / feeds.Count),
                    },
                    transaction, cancellationToken: cancellationToken));
            }

            return added;
        }, cancellationToken);

    /// <summary>Stores what a user may set of a feed, and makes it due, so that it shows at once.</summary>
    public Task Set(FeedRow feed, CancellationToken cancellationToken) =>
        database.Write((connection, transaction) => connection.ExecuteAsync(new CommandDefinition("""
            update feeds set country = @Country, language = @Language, category = @Category, cron = @Cron, min_interval_minutes = @MinIntervalMinutes,
                max_interval_minutes = @MaxIntervalMinutes, access = @Access, next_poll_at = @now
            where id = @Id
            """,
            new
            {
                feed.Id, feed.Country, feed.Language, feed.Category, feed.Cron, feed.MinIntervalMinutes, feed.MaxIntervalMinutes, feed.Access, now = time.Milliseconds(),
            },
            transaction, cancellationToken: cancellationToken)), cancellationToken);

    public Task<bool> Remove(long id, CancellationToken cancellationToken) =>
        database.Write(async (connection, transaction) => await connection.ExecuteAsync(new CommandDefinition(
            "update feeds set removed_at = @now where id = @id and removed_at is null",
            new { id, now = time.Milliseconds() }, transaction, cancellationToken: cancellationToken)) > 0, cancellationToken);

    /// <summary>Makes every feed due now.</summary>
    public Task<int> MakeAllDue(CancellationToken cancellationToken) =>
        database.Write((connection, transaction) => connection.ExecuteAsync(new CommandDefinition(
            "update feeds set next_poll_at = @now where removed_at is null and next_poll_at > @now",
            new { now = time.Milliseconds() }, transaction, cancellationToken: cancellationToken)), cancellationToken);

    /// <summary>Makes a feed due now. One that is being polled is polled once more: its answer may be older than what we heard.</summary>
    public Task MakeDue(long id, CancellationToken cancellationToken) =>
        database.Write((connection, transaction) => connection.ExecuteAsync(new CommandDefinition("""
            update feeds set due_again = case when lease_until > @now then 1 else due_again end,
                next_poll_at = case when next_poll_at > @now then @now else next_poll_at end
            where id = @id and removed_at is null
            """,
            new { id, now = time.Milliseconds() }, transaction, cancellationToken: cancellationToken)), cancellationToken);

    private Task<IReadOnlyList<FeedRow>> Query(string condition, object parameters, CancellationToken cancellationToken) =>
        database.Read(async connection => (IReadOnlyList<FeedRow>)(await connection.QueryAsync<FeedRow>(new CommandDefinition(
            $"select {Columns} from feeds where removed_at is null {condition}", parameters, cancellationToken: cancellationToken))).AsList(),
            cancellationToken);
}
