using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dapper;

namespace Dateline.Worker.Storage;

/// <summary>
/// The articles of one document, new or seen again, inside the poll's transaction. A statement for all of them, not one for each: a first
/// poll brings twenty, and what a later one brings is nearly all known.
/// </summary>
internal sealed class PollArticles(Database database)
{
    /// <summary>
    /// That an article is still in its document is noted once in so long. Every day would write two million rows for 100,000 feeds; the
    /// shortest time after which an article is forgotten is 30 days.
    /// </summary>
    private static readonly long SeenEvery = (long)TimeSpan.FromDays(7).TotalMilliseconds;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task Insert(PollScope scope, IReadOnlyCollection<PollEntry> entries, CancellationToken cancellationToken)
    {
        if (entries.Count == 0)
            return;
        var last = await scope.Connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "update feeds set last_new_at = @Now, last_sequence = last_sequence + @Count where id = @FeedId returning last_sequence",
            new { scope.FeedId, scope.Now, entries.Count }, scope.Transaction, cancellationToken: cancellationToken));
        // documents have their newest entry first
        var rows = entries.Select((entry, position) => Columns(scope, entry.Id, entry.Candidate, last - position));
        await scope.Connection.ExecuteAsync(new CommandDefinition($"""
            insert into articles (id, feed_id, sequence, revision, url, canonical_url, title, summary, content, authors, image, language, published_at,
                fingerprint, first_seen_at, last_seen_at, trace_parent, state, due_at)
            select value ->> 'Id', @FeedId, cast(value ->> 'Sequence' as bigint), 1, value ->> 'Url', value ->> 'CanonicalUrl', value ->> 'Title', value ->> 'Summary', value ->> 'Content',
                value ->> 'Authors', value ->> 'Image', value ->> 'Language', cast(value ->> 'PublishedAt' as bigint),
                value ->> 'Fingerprint', @Now, @Now, @TraceParent, 'new', @Now
            from {database.Elements("@rows")}
            """,
            new { scope.FeedId, scope.Now, scope.TraceParent, rows = JsonSerializer.Serialize(rows, Json) },
            scope.Transaction, cancellationToken: cancellationToken));
    }

    /// <summary>Articles that are in the document again, by id. Gives how many have changed.</summary>
    public async Task<int> Update(PollScope scope, IReadOnlyDictionary<string, CandidateArticle> seen, CancellationToken cancellationToken)
    {
        if (seen.Count == 0)
            return 0;
        var stored = await scope.Connection.QueryAsync<(string Id, long FeedId, string Fingerprint, long LastSeenAt)>(new CommandDefinition(
            $"select id, feed_id, fingerprint, last_seen_at from articles where {database.OneOf("id", "@ids")}",
            new { ids = database.Values(seen.Keys) }, scope.Transaction, cancellationToken: cancellationToken));
        var changed = 0;
        var unnoted = new List<string>();
        foreach (var article in stored)
        {
            if (article.FeedId == scope.FeedId && article.Fingerprint != seen[article.Id].Fingerprint)
                changed += await Change(scope, article.Id, seen[article.Id], cancellationToken);
            else if (article.LastSeenAt < scope.Now - SeenEvery)
                unnoted.Add(article.Id);
        }

        await Note(scope, unnoted, cancellationToken);
        return changed;
    }

    /// <summary>
    /// A changed entry goes through tagging again, as a new revision unless the last one was not tagged yet. Only the feed that
    /// brought an article can change it: two feeds with different summaries would take turns for ever.
    /// </summary>
    private static Task<int> Change(PollScope scope, string id, CandidateArticle candidate, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition("""
            update articles set revision = case when state = 'new' then revision else revision + 1 end, url = @Url, title = @Title,
                summary = @Summary, content = @Content, authors = @Authors, image = @Image, language = @Language,
                published_at = coalesce(@PublishedAt, published_at), fingerprint = @Fingerprint, last_seen_at = @Now,
                trace_parent = @TraceParent, state = 'new', attempts = 0, error = null, due_at = @Now, lease_owner = null, lease_until = 0
            where id = @Id and feed_id = @FeedId and fingerprint <> @Fingerprint
            """, Columns(scope, id, candidate), scope.Transaction, cancellationToken: cancellationToken));

    private async Task Note(PollScope scope, List<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return;
        await scope.Connection.ExecuteAsync(new CommandDefinition(
            $"update articles set last_seen_at = @Now where {database.OneOf("id", "@ids")} and last_seen_at < @Now",
            new { scope.Now, ids = database.Values(ids) }, scope.Transaction, cancellationToken: cancellationToken));
    }

    private static object Columns(PollScope scope, string id, CandidateArticle candidate, long? sequence = null) => new
    {
        Id = id,
        Sequence = sequence,
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
}

/// <summary>The transaction that ends a poll, its feed, and its time in Unix milliseconds.</summary>
internal sealed record PollScope(DbConnection Connection, DbTransaction Transaction, long FeedId, string? TraceParent, long Now);

/// <summary>An entry of the document, with the id that it gets should it be new.</summary>
internal sealed record PollEntry(CandidateArticle Candidate, string Id);
