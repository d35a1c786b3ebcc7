using Dateline.Worker.IntegrationTests.Servers;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Dateline.Worker.IntegrationTests.Faults;

/// <summary>The database is taken away under a running worker, which says so and goes on when it is back: nothing that was handed out is lost.</summary>
internal static class DatabaseScenario
{
    public static readonly string[] Ways = ["killed", "paused", "refusing"];

    public static async Task<Tally> Run(Uri broker, PostgreSqlServer server, IEnumerable<string> ways, TimeSpan length)
    {
        var connection = await server.CreateDatabase();
        await using var scene = await FaultScene.Start(broker, connection);
        foreach (var way in ways)
        {
            await Task.Delay(TimeSpan.FromSeconds(1.5));
            try
            {
                await TakeAway(server, connection, way);
                await Task.Delay(length);
            }
            finally
            {
                await BringBack(server, connection, way);
            }
        }

        await Task.Delay(TimeSpan.FromSeconds(1));
        return await scene.Settle(TimeSpan.FromMinutes(3));
    }

    /// <summary>Another process holds SQLite's write lock, longer than a writer waits for it.</summary>
    public static async Task<(Tally Tally, IReadOnlyCollection<string> Lines)> RunLocked(Uri broker, TimeSpan length)
    {
        await using var scene = await FaultScene.Start(broker);
        await Task.Delay(TimeSpan.FromSeconds(1));
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(scene.Dateline.Folder, "dateline.db")};Pooling=false;Default Timeout=30"))
        {
            await connection.OpenAsync();
            await Execute(connection, "begin immediate");
            await Task.Delay(length);
            await Execute(connection, "rollback");
        }

        return (await scene.Settle(TimeSpan.FromMinutes(2)), scene.Worker.Lines);
    }

    private static async Task TakeAway(PostgreSqlServer server, string connection, string way)
    {
        if (way == "killed")
            await server.KillServer();
        else if (way == "paused")
            await server.PauseServer();
        else
            await Admit(connection, false);
    }

    private static async Task BringBack(PostgreSqlServer server, string connection, string way)
    {
        if (way == "killed")
            await server.StartServer();
        else if (way == "paused")
            await server.ResumeServer();
        else
            await Admit(connection, true);
    }

    /// <summary>New connections are refused and those that are open end.</summary>
    private static async Task Admit(string worker, bool admitted)
    {
        var settings = new NpgsqlConnectionStringBuilder(worker);
        var name = settings.Database;
        settings.Database = "postgres";
        settings.Pooling = false;
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"alter database {name} allow_connections {admitted}; select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}' and not {admitted}", connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task Execute(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
