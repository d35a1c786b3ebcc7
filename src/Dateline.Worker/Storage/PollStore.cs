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
    private static readonly long Day = (long)TimeSpan.FromDays(1).TotalMilliseconds;

    public Task<StoredPoll> Complete(
        FeedRow feed, FeedUpdate update, IReadOnlyList<CandidateArticle> candidates, IReadOnlyList<OutboxRow>? feedEvents, string? traceParent,
        CancellationToken cancellationToken) =>
        database.Write(async (connection, transaction) =>
        {
            if (!await UpdateFeed(connection, transaction, feed, update, cancellationToken))
                return new StoredPoll(0, 0, 0, LeaseLost: true);

            var stored = await Store(new Scope(connection, transaction, feed.Id, traceParent, time.Milliseconds()), candidates, cancellationToken);
            if (stored.New > 0)
            {
                await connection.ExecuteAsync(new CommandDefinition("update feeds set last_new_at = @now where id = @Id",
                    new { feed.Id, now = time.Milliseconds() }, transaction, cancellationToken: cancellationToken));
            }

            foreach (var feedEvent in feedEvents ?? [])
                await OutboxStore.Insert(connection, transaction, feedEvent, cancellationToken);
            return stored;
        }, cancellationToken);

    /// <summary>How the candidates are known: what is decided on before the transaction.</summary>
    public Task<CandidateCount> Count(FeedRow feed, IReadOnlyList<CandidateArticle> candidates, CancellationToken cancellationToken) =>
        candidates.Count == 0
            ? Task.FromResult(default(CandidateCount))
            : database.Read(async connection => (await KnownArticles.Find(database, connection, null, feed.Id, candidates, cancellationToken)).Count(), cancellationToken);

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
                    new { chunk }, cancellationToken: cancellationToken));
                // another feed's article is not changed by this one
                foreach (var row in rows)
                    known[row.Key] = row.FeedId is null ? "" : row.FeedId == feedId ? row.Fingerprint : null;
            }

            var unknown = candidates.Where(candidate => !candidate.Keys.Any(known.ContainsKey)).ToArray();
            var changed = candidates.Except(unknown).Any(candidate =>
                candidate.Keys.Where(known.ContainsKey).Select(key => known[key]).All(fingerprint => fingerprint is not null && fingerprint != candidate.Fingerprint));
            return ((IReadOnlyList<CandidateArticle>)unknown, changed);
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

    private async Task<StoredPoll> Store(Scope scope, IReadOnlyList<CandidateArticle> candidates, CancellationToken cancellationToken)
    {
        var found = await KnownArticles.Find(database, scope.Connection, scope.Transaction, scope.FeedId, candidates, cancellationToken);
        var known = found.Articles;
        var entries = found.Candidates.Select(candidate => new Entry(candidate, Guid.CreateVersion7().ToString())).ToArray();
        await Free(scope, found.ReusedGuids, cancellationToken);
        await InsertMissingKeys(scope, entries, known, cancellationToken);

        int created = 0, changed = 0, same = 0;
        var touched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var existing = entry.Candidate.Keys.Select(key => known[key]).FirstOrDefault(id => id != entry.Id);
            if (existing is null)
            {
                await Insert(scope, entry, cancellationToken);
                touched.Add(entry.Id);
                created++;
                continue;
            }

            await Repoint(scope, entry, existing, known, cancellationToken);
            if (touched.Add(existing) && await Update(scope, existing, entry.Candidate, cancellationToken))
                changed++;
            else
                same++;
        }

        return new StoredPoll(created, changed, same);
    }

    /// <summary>The article that had these guids keeps its other keys.</summary>
    private async Task Free(Scope scope, IReadOnlyCollection<string> guids, CancellationToken cancellationToken)
    {
        foreach (var keys in guids.Chunk(KnownArticles.ChunkSize))
        {
            await scope.Connection.ExecuteAsync(new CommandDefinition(
                $"delete from article_keys where {database.OneOf("key", "@keys")}", new { keys }, scope.Transaction, cancellationToken: cancellationToken));
        }
    }

    /// <summary>
    /// In key order, so that two workers with the same keys wait for each other rather than deadlock; another's key wins. The first
    /// entry of the document to have a key keeps it.
    /// </summary>
    private async Task InsertMissingKeys(
        Scope scope, IEnumerable<Entry> entries, Dictionary<string, string> known, CancellationToken cancellationToken)
    {
        var missing = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            // an entry known by one key passes its other keys on to the article that has it
            var owner = entry.Candidate.Keys.Select(key => known.GetValueOrDefault(key) ?? missing.GetValueOrDefault(key)).FirstOrDefault(id => id is not null);
            foreach (var key in entry.Candidate.Keys.Where(key => !known.ContainsKey(key)))
                missing.TryAdd(key, owner ?? entry.Id);
        }

        foreach (var chunk in missing.Chunk(KnownArticles.ChunkSize))
        {
            var parameters = new DynamicParameters();
            var values = chunk.Select((pair, index) =>
            {
                parameters.Add($"k{index}", pair.Key);
                parameters.Add($"a{index}", pair.Value);
                return $"(@k{index}, @a{index})";
            });
            await scope.Connection.ExecuteAsync(new CommandDefinition(
                $"insert into article_keys (key, article_id) values {string.Join(", ", values)} on conflict (key) do nothing",
                parameters, scope.Transaction, cancellationToken: cancellationToken));
        }

        foreach (var (key, articleId) in await KnownArticles.FindKeys(database, scope.Connection, scope.Transaction, missing.Keys, cancellationToken))
            known[key] = articleId;
    }

    /// <summary>Keys that another worker did not have yet when it stored the same article move over to it.</summary>
    private static async Task Repoint(
        Scope scope, Entry entry, string existing, Dictionary<string, string> known, CancellationToken cancellationToken)
    {
        foreach (var key in entry.Candidate.Keys.Where(key => known[key] == entry.Id))
        {
            await scope.Connection.ExecuteAsync(new CommandDefinition("update article_keys set article_id = @existing where key = @key",
                new { existing, key }, scope.Transaction, cancellationToken: cancellationToken));
            known[key] = existing;
        }
    }

    private static Task<int> Insert(Scope scope, Entry entry, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition("""
            insert into articles (id, feed_id, revision, url, canonical_url, title, summary, content, authors, image, language, published_at,
                fingerprint, first_seen_at, last_seen_at, trace_parent, state, due_at)
            values (@Id, @FeedId, 1, @Url, @CanonicalUrl, @Title, @Summary, @Content, @Authors, @Image, @Language, @PublishedAt,
                @Fingerprint, @Now, @Now, @TraceParent, 'new', @Now)
            """, Parameters(scope, entry.Id, entry.Candidate), scope.Transaction, cancellationToken: cancellationToken));

    /// <summary>
    /// A changed entry goes through tagging again, as a new revision unless the last one was not tagged yet. Only the feed that
    /// brought an article can change it: two feeds with different summaries would take turns for ever.
    /// </summary>
    private static async Task<bool> Update(Scope scope, string id, CandidateArticle candidate, CancellationToken cancellationToken)
    {
        var rows = await scope.Connection.ExecuteAsync(new CommandDefinition("""
            update articles set revision = case when state = 'new' then revision else revision + 1 end, url = @Url, title = @Title,
                summary = @Summary, content = @Content, authors = @Authors, image = @Image, language = @Language,
                published_at = coalesce(@PublishedAt, published_at), fingerprint = @Fingerprint, last_seen_at = @Now,
                trace_parent = @TraceParent, state = 'new', attempts = 0, error = null, due_at = @Now, lease_owner = null, lease_until = 0
            where id = @Id and feed_id = @FeedId and fingerprint <> @Fingerprint
            """, Parameters(scope, id, candidate), scope.Transaction, cancellationToken: cancellationToken));
        if (rows == 0)
        {
            await scope.Connection.ExecuteAsync(new CommandDefinition(
                "update articles set last_seen_at = @Now where id = @id and last_seen_at < @before",
                new { id, scope.Now, before = scope.Now - Day }, scope.Transaction, cancellationToken: cancellationToken));
        }

        return rows > 0;
    }

    private static object Parameters(Scope scope, string id, CandidateArticle candidate) => new
    {
        Id = id,
        scope.FeedId,
        candidate.Url,
        candidate.CanonicalUrl,
        candidate.Title,
        candidate.Summary,
        candidate.Content,
        Authors = JsonSerializer.Serialize(candidate.Authors),
        candidate.Image,
        candidate.Language,
        candidate.PublishedAt,
        candidate.Fingerprint,
        scope.TraceParent,
        scope.Now,
    };

    private sealed record Scope(DbConnection Connection, DbTransaction Transaction, long FeedId, string? TraceParent, long Now);

    private sealed record Entry(CandidateArticle Candidate, string Id);
}
