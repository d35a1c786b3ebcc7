using System.Data.Common;
using Dapper;

namespace Dateline.Worker.Storage;

/// <summary>An article's place in its story: <paramref name="Size"/> articles with it, in the window.</summary>
internal sealed record StoryPlace(string StoryId, int Size, string FirstArticleId);

/// <summary>
/// Signatures of the articles of the last days, and an index of their bands by which similar ones are found. Shared by all workers; articles
/// that share a band are placed one after the other, so that two copies that come at once do not become two stories.
/// </summary>
internal sealed class StoryStore(Database database, TimeProvider time)
{
    /// <summary>The first number of a story's advisory lock.</summary>
    private const int StoryLocks = 0x73_74_6f_72;

    /// <summary>More candidates than this share a band only by what all pages of a site have; the newest are looked at.</summary>
    private const int MostCandidates = 100;

    private const int Chunk = 500;

    /// <summary>The same article again keeps its story and its first signature, whatever its revision says: copies took that text.</summary>
    /// <param name="isSimilar">Whether a stored signature is near enough.</param>
    public Task<StoryPlace> Place(
        string articleId, byte[] signature, long[] bands, Func<byte[], bool> isSimilar, TimeSpan window, CancellationToken cancellationToken) =>
        database.Write(async (connection, transaction) =>
        {
            var scope = new Scope(connection, transaction, cancellationToken);
            await LockBands(scope, bands);
            var now = time.Milliseconds();
            var story = await Known(scope, articleId);
            if (story is null)
            {
                story = await Similar(scope, bands, isSimilar, now - (long)window.TotalMilliseconds) ?? articleId;
                await LockStory(scope, story);
                await Store(scope, articleId, story, signature, bands, now);
            }

            var (size, first) = await scope.Connection.QuerySingleAsync<(long Size, string First)>(scope.Command("""
                select count(*), (select article_id from stories where story_id = @story order by no limit 1) from stories where story_id = @story
                """, new { story }));
            return new StoryPlace(story, (int)size, first);
        }, cancellationToken);

    /// <summary>Forgets what is older than the window, some at a time.</summary>
    public async Task<int> Forget(TimeSpan window, Func<byte[], long[]> bandsOf, CancellationToken cancellationToken)
    {
        var before = time.Milliseconds() - (long)window.TotalMilliseconds;
        var forgotten = 0;
        for (var last = Chunk; last == Chunk; forgotten += last)
        {
            last = await database.Write(async (connection, transaction) =>
            {
                var scope = new Scope(connection, transaction, cancellationToken);
                var rows = (await connection.QueryAsync<(long No, byte[] Signature)>(scope.Command(
                    $"select no, signature from stories where seen_at < @before order by seen_at limit {Chunk}", new { before }))).AsList();
                foreach (var (no, signature) in rows)
                    await Drop(scope, no, bandsOf(signature));
                return rows.Count;
            }, cancellationToken);
        }

        return forgotten;
    }

    /// SQLite has one writer anyway. Taken in one order, so that none waits for one that waits for it
    private async Task LockBands(Scope scope, long[] bands)
    {
        if (database.IsPostgreSql)
            await scope.Execute("select pg_advisory_xact_lock(band) from unnest(@sorted) band", new { sorted = database.Values(bands.Distinct().Order()) });
    }

    /// Two that are like a third need not be like each other, and each is to count the other. Locks of two numbers are apart from those of one
    private async Task LockStory(Scope scope, string story)
    {
        if (database.IsPostgreSql)
            await scope.Execute("select pg_advisory_xact_lock(@StoryLocks, hashtext(@story))", new { StoryLocks, story });
    }

    private static async Task<string?> Known(Scope scope, string articleId) =>
        await scope.Connection.QuerySingleOrDefaultAsync<string>(scope.Command("select story_id from stories where article_id = @articleId", new { articleId }));

    private async Task<string?> Similar(Scope scope, long[] bands, Func<byte[], bool> isSimilar, long since)
    {
        var candidates = await scope.Connection.QueryAsync<(string StoryId, byte[] Signature)>(scope.Command($"""
            select story_id, signature from stories
            where no in (select no from story_bands where {database.OneOf("band", "@bands")} order by no desc limit {MostCandidates}) and seen_at >= @since
            order by no
            """, new { bands = database.Values(bands), since }));
        foreach (var (story, signature) in candidates)
        {
            if (isSimilar(signature))
                return story;
        }

        return null;
    }

    private static async Task Store(Scope scope, string articleId, string story, byte[] signature, long[] bands, long now)
    {
        var no = await scope.Connection.ExecuteScalarAsync<long>(scope.Command("""
            insert into stories (article_id, story_id, signature, seen_at) values (@articleId, @story, @signature, @now) returning no
            """, new { articleId, story, signature, now }));
        var rows = string.Join(", ", bands.Distinct().Select(band => FormattableString.Invariant($"({band}, {no})")));
        await scope.Execute($"insert into story_bands (band, no) values {rows}", new { });
    }

    private async Task Drop(Scope scope, long no, long[] bands)
    {
        await scope.Execute($"delete from story_bands where {database.OneOf("band", "@bands")} and no = @no", new { bands = database.Values(bands), no });
        await scope.Execute("delete from stories where no = @no", new { no });
    }

    private sealed record Scope(DbConnection Connection, DbTransaction Transaction, CancellationToken CancellationToken)
    {
        public CommandDefinition Command(string sql, object parameters) => new(sql, parameters, Transaction, cancellationToken: CancellationToken);

        public Task<int> Execute(string sql, object parameters) => Connection.ExecuteAsync(Command(sql, parameters));
    }
}
