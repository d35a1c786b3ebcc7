using Dapper;
using Dateline.Worker.Storage;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Storage;

public class MigratorTests
{
    [Fact]
    public async Task Migrate_ArticlesOfBefore_AreNumberedAndTheCountGoesOn()
    {
        await using var database = await TestDatabase.Create();
        var (_, feed) = await database.Poll(await database.ClaimNewFeed(), Some.Candidate("b"), Some.Candidate("a"));
        await Forget(database, "007_sequence", "alter table feeds drop column last_sequence", "alter table articles drop column sequence");
        await Migrator.Migrate(database.Database, CancellationToken.None);

        await database.Poll(feed, Some.Candidate("c"));
        Assert.Equal([1, 2, 3], (await database.Articles.ClaimUntagged(10, TimeSpan.FromMinutes(1), CancellationToken.None)).Select(article => (int)article.Sequence).Order());
    }

    [Fact]
    public async Task Migrate_Twice_ChangesNothing()
    {
        await using var database = await TestDatabase.Create();
        var scripts = await database.Count("SchemaVersions");
        await Migrator.Migrate(database.Database, CancellationToken.None);
        Assert.Equal(scripts, await database.Count("SchemaVersions"));
    }

    /// <summary>Brings the schema back to what it was before the script.</summary>
    private static Task Forget(TestDatabase database, string script, params string[] undo) =>
        database.Database.Write(async (connection, transaction) =>
        {
            foreach (var statement in undo)
                await connection.ExecuteAsync(statement, transaction: transaction);
            return await connection.ExecuteAsync("delete from SchemaVersions where ScriptName like @name", new { name = $"%{script}%" }, transaction);
        }, CancellationToken.None);
}
