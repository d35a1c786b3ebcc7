namespace Dateline.Worker.IntegrationTests.Faults;

/// <summary>A test that mounts a file system of a set size, which only root may.</summary>
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || !CanMount())
            Skip = "A full disk needs a file system of a set size: run as root on Linux, with the right to mount.";
    }

    private static bool CanMount()
    {
        var folder = Directory.CreateTempSubdirectory("dateline-mount").FullName;
        try
        {
            return Run("mount", "-t", "tmpfs", "-o", "size=1m", "none", folder) && Run("umount", folder);
        }
        finally
        {
            Directory.Delete(folder);
        }
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            return process.WaitForExit(5_000) && process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
