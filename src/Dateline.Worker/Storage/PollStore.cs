using System.Data.Common;
using System.Text.Json;
using Dapper;

namespace Dateline.Worker.Storage;

/// <summary>
/// Ends a poll in one transaction: new and changed articles, the feed's state and next poll, events about the feed, the lease.
/// An entry is a known article when any of its keys is known; one document changes an article at most once.
/// </summary>
internal sealed class PollStore(Database database, TimeProvider time)
{
    private readonly PollArticles articles = new(database);

    public Task<StoredPoll> Complete(
        FeedRow feed, FeedUpdate update, IReadOnlyList<CandidateArticle> candidates, IReadOnlyList<OutboxRow>? feedEvents, string? traceParent,
        CancellationToken cancellationToken) => Complete(
            feed, update,
            scope => KnownArticles.Find(database, scope.Connection, scope.Transaction, feed.Id, candidates, cancellationToken),
            feedEvents, traceParent, cancellationToken);

    /// <param name="known">As found just before: a key that was missing then is looked up again, and the articles are what they are by now.</param>
    public Task<StoredPoll> Complete(
        FeedRow feed, FeedUpdate update, KnownArticles known, IReadOnlyList<OutboxRow> feedEvents, string? traceParent, CancellationToken cancellationToken) =>
        Complete(feed, update, _ => Task.FromResult(known), feedEvents, traceParent, cancellationToken);

    /// <summary>How the candidates are known: what is decided on before the transaction.</summary>
    public Task<KnownArticles> Find(FeedRow feed, IReadOnlyList<CandidateArticle> candidates, CancellationToken cancellationToken) =>
        candidates.Count == 0
            ? Task.FromResult(KnownArticles.None)
            : database.Peek(connection => KnownArticles.Find(database, connection, null, feed.Id, candidates, cancellationToken), cancellationToken);

    /// <summary>The candidates that no key knows, and whether a known one of this feed's reads otherwise than its article.</summary>
    public Task<(IReadOnlyList<CandidateArticle> Unknown, bool AnyChanged)> Sift(
        long feedId, IReadOnlyList<CandidateArticle> candidates, CancellationToken cancellationToken) =>
        database.Read(async connection =>
        {
            var known = new Dictionary<string, string?>(StringComparer.Ordinal);
            foreach (var chunk in candidates.SelectMany(candidate => candidate.Keys).Distinct(StringComparer.Ordinal).Chunk(KnownArticles.ChunkSize))
            {
                var rows = await connection.QueryAsync<(string Key, string? Fingerprint, long? FeedId)>(new CommandDefinition(
                    $"select k.key, a.fingerprint, a.feed_id from article_keys k left join articles a on a.id = k.article_id where {database.OneOf("k.key", "@chunk")}",
                    new { chunk = database.Values(chunk) }, cancellationToken: cancellationToken));
                // another feed's article is not changed by this one
                foreach (var row in rows)
                    known[row.Key] = row.FeedId is null ? "" : row.FeedId == feedId ? row.Fingerprint : null;
            }

            var unknown = candidates.Where(candidate => !candidate.Keys.Any(known.ContainsKey)).ToArray();
            var changed = candidates.Except(unknown).Any(candidate =>
                candidate.Keys.Where(known.ContainsKey).Select(key => known[key]).All(fingerprint => fingerprint is not null && fingerprint != candidate.Fingerprint));
            return ((IReadOnlyList<CandidateArticle>)unknown, changed);
        }, cancellationToken);

    private Task<StoredPoll> Complete(
        FeedRow feed, FeedUpdate update, Func<PollScope, Task<KnownArticles>> find, IReadOnlyList<OutboxRow>? feedEvents, string? traceParent,
        CancellationToken cancellationToken) =>
        database.Write(async (connection, transaction) =>
        {
            if (!await UpdateFeed(connection, transaction, feed, update, cancellationToken))
                return new StoredPoll(0, 0, 0, LeaseLost: true);

            var scope = new PollScope(connection, transaction, feed.Id, traceParent, time.Milliseconds());
            var stored = await Store(scope, await find(scope), cancellationToken);
            foreach (var feedEvent in feedEvents ?? [])
                await OutboxStore.Insert(connection, transaction, feedEvent, cancellationToken);
            return stored;
        }, cancellationToken);

    private async Task<bool> UpdateFeed(
        DbConnection connection, DbTransaction transaction, FeedRow feed, FeedUpdate update, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters(update);
        parameters.Add("id", feed.Id);
        parameters.Add("owner", feed.LeaseOwner);
        parameters.Add("now", time.Milliseconds());
        return await connection.ExecuteAsync(new CommandDefinition("""
            update feeds set url = case when exists (select 1 from feeds o where o.url = @Url and o.id <> @id) then url else @Url end, title = @Title, homepage = @Homepage, etag = @Etag, last_modified = @LastModified,
                body_hash = @BodyHash, health = @Health, failures = @Failures, last_error = @LastError, interval_ms = @IntervalMs,
                schedule_reason = @ScheduleReason, rhythm = @Rhythm, hints = @Hints, moved_to = @MovedTo, moved_count = @MovedCount,
                next_poll_at = case when due_again = 1 and @LastError is null and @NextPollAt > @now then @now else @NextPollAt end, due_again = 0,
                validators_checked_at = @ValidatorsCheckedAt, validators_held = @ValidatorsHeld, validators_distrusted_until = @ValidatorsDistrustedUntil,
                guid_quality = @GuidQuality, gone_since = @GoneSince,
                last_poll_at = @LastPollAt, last_success_at = @LastSuccessAt, last_document_at = @LastDocumentAt,
                hubs = @Hubs, topic = @Topic, pushed_new = @PushedNew, push_proved_at = @PushProvedAt,
                lease_owner = null, lease_until = 0
            where id = @id and lease_owner = @owner
            """, parameters, transaction, cancellationToken: cancellationToken)) == 1;
    }

    private async Task<StoredPoll> Store(PollScope scope, KnownArticles found, CancellationToken cancellationToken)
    {
        var known = found.Articles;
        var entries = found.Candidates.Select(candidate => new PollEntry(candidate, Guid.CreateVersion7().ToString())).ToArray();
        await Free(scope, found.ReusedGuids, cancellationToken);
        await InsertMissingKeys(scope, entries, known, cancellationToken);

        var created = new List<PollEntry>();
        var seen = new Dictionary<string, CandidateArticle>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var existing = entry.Candidate.Keys.Select(key => known[key]).FirstOrDefault(id => id != entry.Id);
            if (existing is null)
            {
                created.Add(entry);
                continue;
            }

            await Repoint(scope, entry, existing, known, cancellationToken);
            seen.TryAdd(existing, entry.Candidate);
        }

        // an entry that is known as another one of this document has nothing to change
        foreach (var entry in created)
            seen.Remove(entry.Id);
        await articles.Insert(scope, created, cancellationToken);
        var changed = await articles.Update(scope, seen, cancellationToken);
        return new StoredPoll(created.Count, changed, entries.Length - created.Count - changed);
    }

    /// <summary>The article that had these guids keeps its other keys.</summary>
    private async Task Free(PollScope scope, IReadOnlyCollection<string> guids, CancellationToken cancellationToken)
    {
        foreach (var keys in guids.Chunk(KnownArticles.ChunkSize))
        {
            await scope.Connection.ExecuteAsync(new CommandDefinition(
                $"delete from article_keys where {database.OneOf("key", "@keys")}", new { keys = database.Values(keys) }, scope.Transaction, cancellationToken: cancellationToken));
        }
    }

    /// <summary>
    /// In key order, so that two workers with the same keys wait for each other rather than deadlock; another's key wins. The first
    /// entry of the document to have a key keeps it.
    /// </summary>
    private async Task InsertMissingKeys(
        PollScope scope, IEnumerable<PollEntry> entries, Dictionary<string, string> known, CancellationToken cancellationToken)
    {
        var missing = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            // an entry known by one key passes its other keys on to the article that has it
            var owner = entry.Candidate.Keys.Select(key => known.GetValueOrDefault(key) ?? missing.GetValueOrDefault(key)).FirstOrDefault(id => id is not null);
            foreach (var key in entry.Candidate.Keys.Where(key => !known.ContainsKey(key)))
                missing.TryAdd(key, owner ?? entry.Id);
        }

        if (missing.Count == 0)
            return;
        var inserted = await scope.Connection.QueryAsync<string>(new CommandDefinition(
            $"insert into article_keys (key, article_id) select value ->> 0, value ->> 1 from {database.Elements("@pairs")} where true on conflict (key) do nothing returning key",
            new { pairs = JsonSerializer.Serialize(missing.Select(pair => new[] { pair.Key, pair.Value })) }, scope.Transaction, cancellationToken: cancellationToken));
        foreach (var key in inserted)
        {
            known[key] = missing[key];
            missing.Remove(key);
        }

        // what another worker inserted meanwhile
        foreach (var (key, articleId) in await KnownArticles.FindKeys(database, scope.Connection, scope.Transaction, missing.Keys, cancellationToken))
            known[key] = articleId;
    }

    /// <summary>Keys that another worker did not have yet when it stored the same article move over to it.</summary>
    private static async Task Repoint(
        PollScope scope, PollEntry entry, string existing, Dictionary<string, string> known, CancellationToken cancellationToken)
    {
        foreach (var key in entry.Candidate.Keys.Where(key => known[key] == entry.Id))
        {
            await scope.Connection.ExecuteAsync(new CommandDefinition("update article_keys set article_id = @existing where key = @key",
                new { existing, key }, scope.Transaction, cancellationToken: cancellationToken));
            known[key] = existing;
        }
    }
}
