using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Dateline.Worker.Storage;

/// <summary>
/// The connection that all writers of a SQLite file take turns at, with a cache that holds the inner pages of its indexes. It does not
/// wait for the disk at each commit (synchronous = normal under the write-ahead log): a power cut then loses the latest commits, whole
/// ones and in order, and never corrupts the file. Articles go with the feed's state that was stored with them, and are fetched
/// again. Only what a subscriber is about to be told must last before: that is written as lasting.
/// </summary>
internal sealed class SqliteWriter(string connectionString) : IDisposable
{
    private const string Settings = """
        pragma synchronous = normal;
        pragma cache_size = -65536;
        pragma wal_autocheckpoint = 4000;
        """;

    private readonly SemaphoreSlim turn = new(1, 1);
    private SqliteConnection? connection;

    public async Task<T> Run<T>(Func<DbConnection, Task<T>> work, bool lasting, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            connection ??= Open();
            if (!lasting)
                return await work(connection);
            // a commit that waits for the disk takes all before it along: they are in the same log
            Execute(connection, "pragma synchronous = full");
            try
            {
                return await work(connection);
            }
            finally
            {
                Execute(connection, "pragma synchronous = normal");
            }
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        connection?.Dispose();
        turn.Dispose();
    }

    private SqliteConnection Open()
    {
        var opened = new SqliteConnection(connectionString);
        opened.Open();
        Execute(opened, Settings);
        return opened;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
