using Npgsql;

namespace Dateline.Worker.IntegrationTests.Servers;

/// <summary>A PostgreSQL of the tests' own on a free loopback port, with its data in a temporary folder.</summary>
internal sealed class PostgreSqlServer : IAsyncDisposable
{
    /// <summary>With one, since a password that gets lost on the way is a fault to find.</summary>
    private const string Password = "test";

    private readonly string folder;
    private readonly string? container;
    private readonly Func<CaptiveProcess>? start;
    private readonly int port;
    private CaptiveProcess? process;
    private int databases;

    private PostgreSqlServer(string folder, int port, Func<CaptiveProcess>? start, string? container)
    {
        this.folder = folder;
        this.port = port;
        this.start = start;
        this.container = container;
        process = start?.Invoke();
    }

    public static async Task<PostgreSqlServer> Start()
    {
        var postgres = await Programs.FindOrInstall("PostgreSQL", "postgresql", "/usr/local/bin/postgres", "/usr/lib/postgresql/*/bin/postgres");
        var port = Ports.Free(1)[0];
        var server = postgres is null ? await StartContainer(port) : await StartProcess(postgres, port);
        await server.WaitUntilReady();
        return server;
    }

    /// <summary>A new, empty database; its connection string.</summary>
    public async Task<string> CreateDatabase()
    {
        var name = $"test{Interlocked.Increment(ref databases)}";
        await using var connection = new NpgsqlConnection(Connection("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"create database {name}", connection);
        await command.ExecuteNonQueryAsync();
        return Connection(name);
    }

    /// <summary>SIGKILL for all its processes; <see cref="StartServer"/> brings it back with its databases.</summary>
    public async Task KillServer()
    {
        await process!.DisposeAsync();
        // the shared memory that a killed server leaves is taken for a living one's while this file names it
        File.Delete(Path.Combine(folder, "data", "postmaster.pid"));
        NpgsqlConnection.ClearAllPools();
    }

    public async Task StartServer()
    {
        process = start!();
        await WaitUntilReady();
    }

    /// <summary>SIGSTOP for all its processes: connections stay open and nothing answers.</summary>
    public Task PauseServer() => Signal("STOP");

    public Task ResumeServer() => Signal("CONT");

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            // SIGINT is PostgreSQL's fast shutdown
            await process.Signal("INT");
            try
            {
                await process.WaitForExit(TimeSpan.FromSeconds(15));
            }
            catch (OperationCanceledException)
            {
                process.Kill();
            }

            await process.DisposeAsync();
        }

        if (container is not null)
            await CaptiveProcess.Run("docker", "rm", "-f", container);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static async Task<PostgreSqlServer> StartProcess(string postgres, int port)
    {
        var folder = Directory.CreateTempSubdirectory("dateline-pg").FullName;
        var bin = Path.GetDirectoryName(new FileInfo(postgres).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? postgres)!;
        // PostgreSQL refuses to run as root
        string[] user = Environment.UserName == "root" ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : ["env"];
        if (Environment.UserName == "root")
            await CaptiveProcess.Run("chown", "postgres", folder);
        var data = Path.Combine(folder, "data");
        var password = Path.Combine(folder, "password");
        await File.WriteAllTextAsync(password, Password);
        await CaptiveProcess.Run(user[0], [.. user[1..], Path.Combine(bin, "initdb"), "-D", data, "-U", "postgres", "--auth=scram-sha-256", $"--pwfile={password}", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]);
        return new PostgreSqlServer(folder, port, () => CaptiveProcess.Start(user[0], [.. user[1..], Path.Combine(bin, "postgres"), "-D", data, "-p", $"{port}", "-k", folder, "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "max_connections=200"],
            new Dictionary<string, string?>(), folder), null);
    }

    private static async Task<PostgreSqlServer> StartContainer(int port)
    {
        var id = await CaptiveProcess.Run("docker", "run", "-d", "-p", $"127.0.0.1:{port}:5432", "-e", $"POSTGRES_PASSWORD={Password}", "postgres:17");
        return new PostgreSqlServer("", port, null, id.Trim());
    }

    private string Connection(string database) => $"Host=127.0.0.1;Port={port};Username=postgres;Password={Password};Database={database}";

    /// <summary>To the postmaster first, which then starts no more of the others; one that ends meanwhile is no fault.</summary>
    private async Task Signal(string name)
    {
        await process!.Signal(name);
        var children = await File.ReadAllTextAsync($"/proc/{process.Id}/task/{process.Id}/children");
        await CaptiveProcess.Run("sh", "-c", $"kill -{name} {children}; true");
    }

    private async Task WaitUntilReady()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(Connection("postgres"));
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException e) when (attempt < 300)
            {
                if (process is { HasExited: true })
                    throw new InvalidOperationException($"PostgreSQL ended while starting:\n{process.Tail}", e);
                await Task.Delay(100);
            }
        }
    }
}
