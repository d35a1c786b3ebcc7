using Dateline.Worker.IntegrationTests.Servers;
using Microsoft.Data.Sqlite;

namespace Dateline.Worker.IntegrationTests.Faults;

/// <summary>The volume of the SQLite file is full for a time: the worker says so, stays, harms nothing and goes on when there is room.</summary>
internal static class DiskScenario
{
    private const int Megabytes = 48;

    /// <param name="length">How long it stays full once the worker has said so.</param>
    public static async Task<(Tally Tally, IReadOnlyCollection<string> Lines, string Integrity)> Run(Uri broker, TimeSpan length)
    {
        var volume = Directory.CreateTempSubdirectory("dateline-volume").FullName;
        await CaptiveProcess.Run("mount", "-t", "tmpfs", "-o", $"size={Megabytes}m", "none", volume);
        try
        {
            // else polling stops long before
            await using var scene = await FaultScene.Start(broker, settings: [("Storage__DataFolder", volume), ("Storage__MinFreeMegabytes", "0")]);
            await Task.Delay(TimeSpan.FromSeconds(2));
            var ballast = Path.Combine(volume, "ballast");
            Fill(ballast);
            await scene.Worker.WaitForLine("full", TimeSpan.FromSeconds(60));
            await Task.Delay(length);
            File.Delete(ballast);
            var tally = await scene.Settle(TimeSpan.FromMinutes(2));
            return (tally, scene.Worker.Lines, await Check(Path.Combine(volume, "dateline.db")));
        }
        finally
        {
            await CaptiveProcess.Run("umount", "-l", volume);
            Directory.Delete(volume);
        }
    }

    /// <summary>To the last byte.</summary>
    private static void Fill(string path)
    {
        using var ballast = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var some = new byte[1 << 20]; some.Length > 0;)
        {
            try
            {
                ballast.Write(some);
            }
            catch (IOException)
            {
                some = new byte[some.Length / 2];
            }
        }
    }

    private static async Task<string> Check(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "pragma integrity_check";
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
