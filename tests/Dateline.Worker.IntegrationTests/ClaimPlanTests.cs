using Dapper;
using Dateline.Worker.IntegrationTests.Servers;
using Dateline.Worker.Storage;

namespace Dateline.Worker.IntegrationTests;

[Collection(SharedServers.Name)]
public class ClaimPlanTests(ServersFixture servers)
{
    [Fact]
    public async Task ClaimDue_OnPostgreSql_FindsWhatIsDueByItsIndex()
    {
        await using var database = Database.Open(new StorageOptions { PostgreSql = await servers.PostgreSql.CreateDatabase() });
        await Migrator.Migrate(database, CancellationToken.None);
        var store = new FeedStore(database, TimeProvider.System);
        await store.Add([.. Enumerable.Range(0, 5_000).Select(number => new NewFeed($"https://{number}.example/"))], TimeSpan.FromHours(1), CancellationToken.None);
        var plan = await database.Read(
            async connection =>
            {
                await connection.ExecuteAsync("analyze feeds");
                return await connection.QueryAsync<string>(
                    $"explain {store.ClaimDueStatement}", new { owner = "me", until = 2L, now = TimeProvider.System.Milliseconds(), limit = 100 });
            },
            CancellationToken.None);
        Assert.Contains(plan, step => step.Contains("Index Scan using feeds_due", StringComparison.Ordinal));
    }
}
