using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Dateline.Worker.Storage;

/// <summary>
/// SQLite or PostgreSQL behind one door. The SQL text is the same for both; only the lock suffix differs. SQLite has one writer
/// at a time, so writers queue here, in the process, rather than in its polling busy handler, and share one connection.
/// </summary>
internal sealed class Database : IAsyncDisposable
{
    /// <summary>
    /// To PostgreSQL, unless its connection string says otherwise. Npgsql's own 100 is all that a server allows by default; a transaction takes
    /// a millisecond, and more of them than the server has cores only wait for each other.
    /// </summary>
    private const int Connections = 20;

    /// <summary>Of PostgreSQL that a connection keeps prepared, unless its connection string says <c>Max Auto Prepare</c>. More than a poll and a publish have.</summary>
    private const int Statements = 50;

    private static readonly string[] LeasedTables = ["feeds", "articles", "outbox", "subscriptions"];

    private readonly DbDataSource source;
    private readonly SqliteWriter? writer;

    private Database(DbDataSource source, string connectionString, bool isPostgreSql, string place)
    {
        this.source = source;
        ConnectionString = connectionString;
        IsPostgreSql = isPostgreSql;
        Place = place;
        writer = isPostgreSql ? null : new SqliteWriter(connectionString);
    }

    public bool IsPostgreSql { get; }

    /// <summary>The file, or host and database; never a password.</summary>
    public string Place { get; }

    /// <summary>With the password, which the data source's own text leaves out.</summary>
    public string ConnectionString { get; }

    /// <summary>Behind a claiming subselect: other workers take other rows instead of waiting.</summary>
    public string SkipLocked => IsPostgreSql ? " for update skip locked" : "";

    /// <summary>The condition that a column is one of a parameter's values, which <see cref="Values{T}"/> makes.</summary>
    public string OneOf(string column, string parameter) =>
        IsPostgreSql ? $"{column} = any({parameter})" : $"{column} in (select value from json_each({parameter}))";

    /// <summary>Many values as one parameter: an array, or JSON where the database has none. So a statement has one text, however many they are.</summary>
    public SqlMapper.ICustomQueryParameter Values<T>(IEnumerable<T> values) => new ManyValues<T>(values, IsPostgreSql);

    /// <summary>
    /// The elements of a parameter that is a JSON array, as rows of one column, <c>value</c>. PostgreSQL's json, unlike its jsonb, would be parsed
    /// again for each member that is asked for.
    /// </summary>
    public string Elements(string parameter) => IsPostgreSql ? $"jsonb_array_elements({parameter}::jsonb)" : $"json_each({parameter})";

    public static Database Open(StorageOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.PostgreSql))
        {
            var settings = new NpgsqlConnectionStringBuilder(options.PostgreSql) { ApplicationName = "dateline" };
            if (!settings.ShouldSerialize("Maximum Pool Size"))
                settings.MaxPoolSize = Connections;
            var own = settings.ConnectionString;
            // statements that come again are planned once; what a connection keeps of a session then is theirs, and we keep nothing else
            if (!settings.ShouldSerialize("Max Auto Prepare"))
                (settings.MaxAutoPrepare, settings.NoResetOnClose) = (Statements, true);
            var npgsql = new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
            return new Database(npgsql, own, true, $"PostgreSQL {settings.Host}:{settings.Port}/{settings.Database}");
        }

        var folder = Path.GetFullPath(options.DataFolder);
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "dateline.db");
        // the timeout is SQLite's patience with other processes that write (another worker verb on the same file)
        var sqlite = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30 };
        return new Database(SqliteFactory.Instance.CreateDataSource(sqlite.ConnectionString), sqlite.ConnectionString, false, file);
    }

    public async Task<T> Read<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await work(connection);
    }

    /// <summary>
    /// Reads what a write will soon need: at the writer's connection where there is one, since another's cache is emptied by every commit.
    /// </summary>
    public Task<T> Peek<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken) =>
        writer is null ? Read(work, cancellationToken) : writer.Run(work, lasting: false, cancellationToken);

    /// <summary>One transaction; committed when <paramref name="work"/> returns, rolled back when it throws.</summary>
    /// <param name="lasting">
    /// True: when this returns, not even a power cut can take it back, nor any transaction before it. On SQLite the others can be
    /// lost to one, the latest first, and as a whole (see <see cref="SqliteWriter"/>).
    /// </param>
    public async Task<T> Write<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken cancellationToken, bool lasting = false)
    {
        if (writer is not null)
            return await writer.Run(connection => Transact(connection, work, cancellationToken), lasting, cancellationToken);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await Transact(connection, work, cancellationToken);
    }

    /// <summary>Gives back every lease. Only for a database that no other worker uses.</summary>
    public Task<int> DropLeases(CancellationToken cancellationToken) => Write(async (connection, transaction) =>
    {
        var dropped = 0;
        foreach (var table in LeasedTables)
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"update {table} set lease_owner = null, lease_until = 0 where lease_until > 0";
            dropped += await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return dropped;
    }, cancellationToken);

    private static async Task<T> Transact<T>(DbConnection connection, Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var result = await work(connection, transaction);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        writer?.Dispose();
        if (!IsPostgreSql)
            SqliteConnection.ClearAllPools();
    }
}
