using System.Data.Common;
using Dapper;

namespace Dateline.Worker.Storage;

/// <summary>
/// As which stored articles the entries of a document are known. A guid that comes back with another page, another title and a later date
/// has been used again, for another article: it counts no more as the first one's.
/// </summary>
internal sealed class KnownArticles
{
    /// <summary>Keys per statement: well under the parameter limits of both databases.</summary>
    public const int ChunkSize = 400;

    /// <summary>The share of words that an edited title still has in common with what it was.</summary>
    private const double LeastSimilarity = 0.3;

    /// <summary>A whole document of fewer entries may come twice by chance.</summary>
    private const int LeastDocument = 3;

    private const double LeastSameTexts = 0.8;

    private readonly HashSet<string> reused = new(StringComparer.Ordinal);

    private KnownArticles(IReadOnlyList<CandidateArticle> candidates, Dictionary<string, string> articles) => (Candidates, Articles) = (candidates, articles);

    public static KnownArticles None { get; } = new([], []);

    /// <summary>As given, or with one more key each where the whole document came again under other names.</summary>
    public IReadOnlyList<CandidateArticle> Candidates { get; private set; }

    /// <summary>Article ids by key.</summary>
    public Dictionary<string, string> Articles { get; }

    /// <summary>Guid keys that now stand for another article than the stored one.</summary>
    public IReadOnlyCollection<string> ReusedGuids => reused;

    public static async Task<KnownArticles> Find(
        Database database, DbConnection connection, DbTransaction? transaction, long feedId, IReadOnlyList<CandidateArticle> candidates,
        CancellationToken cancellationToken)
    {
        var keys = await FindKeys(database, connection, transaction, candidates.SelectMany(candidate => candidate.Keys), cancellationToken);
        var known = new KnownArticles(candidates, keys);
        // where there are dates, they are in the keys: the same texts of another day are other articles
        if (candidates.Count >= LeastDocument && !candidates.Any(candidate => candidate.PublishedAt is not null || known.IsKnown(candidate)))
        {
            var fingerprints = candidates.Select(candidate => candidate.Fingerprint).Distinct().ToArray();
            known.Recognise(await connection.QueryAsync<(string Fingerprint, string Id)>(new CommandDefinition(
                $"select fingerprint, id from articles where feed_id = @feedId and {database.OneOf("fingerprint", "@fingerprints")}",
                new { feedId, fingerprints = database.Values(fingerprints) }, transaction, cancellationToken: cancellationToken)));
        }

        var ids = candidates.Where(known.IsKnownByGuidAlone).Select(candidate => keys[candidate.GuidKey!]).Distinct().ToArray();
        if (ids.Length > 0)
        {
            known.FindReused(await connection.QueryAsync<(string Id, string Title, long? PublishedAt)>(new CommandDefinition(
                $"select id, title, published_at from articles where {database.OneOf("id", "@ids")}", new { ids = database.Values(ids) }, transaction, cancellationToken: cancellationToken)));
        }

        return known;
    }

    /// <summary>How many are not known, how many are by their guid, and how many only by something else although they have one.</summary>
    public CandidateCount Count()
    {
        var guids = Candidates.Where(candidate => candidate.GuidKey is not null && IsKnown(candidate)).ToArray();
        var byGuid = guids.Count(candidate => Articles.ContainsKey(candidate.GuidKey!));
        return new CandidateCount(Candidates.Count(candidate => !IsKnown(candidate)), byGuid, guids.Length - byGuid + reused.Count);
    }

    public static async Task<Dictionary<string, string>> FindKeys(
        Database database, DbConnection connection, DbTransaction? transaction, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var chunk in keys.Distinct(StringComparer.Ordinal).Chunk(ChunkSize))
        {
            var rows = await connection.QueryAsync<(string Key, string ArticleId)>(new CommandDefinition(
                $"select key, article_id from article_keys where {database.OneOf("key", "@chunk")}", new { chunk = database.Values(chunk) }, transaction, cancellationToken: cancellationToken));
            foreach (var (key, articleId) in rows)
                found[key] = articleId;
        }

        return found;
    }

    /// <summary>Without dates only titles that have no word in common tell two articles apart.</summary>
    public static bool IsAnother(CandidateArticle candidate, string title, long? publishedAt)
    {
        if (candidate.PublishedAt is { } now && publishedAt is { } before)
            return now > before && Similarity(candidate.Title, title) < LeastSimilarity;
        return Similarity(candidate.Title, title) == 0;
    }

    /// <summary>A document of which nothing is known but nearly every text was there before has new guids and addresses, not new articles.</summary>
    private void Recognise(IEnumerable<(string Fingerprint, string Id)> rows)
    {
        var stored = rows.GroupBy(row => row.Fingerprint, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Id, StringComparer.Ordinal);
        if (Candidates.Count(candidate => stored.ContainsKey(candidate.Fingerprint)) < Candidates.Count * LeastSameTexts)
            return;
        foreach (var (fingerprint, id) in stored)
            Articles[fingerprint] = id;
        Candidates = [.. Candidates.Select(candidate => stored.ContainsKey(candidate.Fingerprint) ? candidate with { Keys = [.. candidate.Keys, candidate.Fingerprint] } : candidate)];
    }

    private void FindReused(IEnumerable<(string Id, string Title, long? PublishedAt)> rows)
    {
        var stored = rows.ToDictionary(row => row.Id, StringComparer.Ordinal);
        foreach (var candidate in Candidates.Where(IsKnownByGuidAlone).ToArray())
        {
            if (stored.TryGetValue(Articles[candidate.GuidKey!], out var article) && IsAnother(candidate, article.Title, article.PublishedAt))
                reused.Add(candidate.GuidKey!);
        }

        foreach (var guid in reused)
            Articles.Remove(guid);
    }

    private bool IsKnown(CandidateArticle candidate) => candidate.Keys.Any(Articles.ContainsKey);

    private bool IsKnownByGuidAlone(CandidateArticle candidate) =>
        candidate is { GuidKey: { } guid, Keys.Count: > 1 } && Articles.ContainsKey(guid) && candidate.Keys.All(key => key == guid || !Articles.ContainsKey(key));

    private static double Similarity(string one, string other)
    {
        HashSet<string> words = [.. Words(one)], others = [.. Words(other)];
        var common = words.Count(others.Contains);
        return words.Count + others.Count == 0 ? 1 : common / (double)(words.Count + others.Count - common);
    }

    private static string[] Words(string text) =>
        text.ToLowerInvariant().Split([' ', '\u00A0', '-', '\u2013', '\u2014', ':', ',', '.', '?', '!', '"', '\''], StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>How the candidates of a document are known.</summary>
internal readonly record struct CandidateCount(int Unknown, int KnownByGuid, int KnownOtherwise);
