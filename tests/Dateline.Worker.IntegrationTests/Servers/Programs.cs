namespace Dateline.Worker.IntegrationTests.Servers;

/// <summary>Finds the server programs, installs them where that can be done, or says what is missing.</summary>
internal static class Programs
{
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    /// <param name="package">Debian's package that brings it.</param>
    /// <returns>The program's path; null when a container has to do.</returns>
    /// <exception cref="InvalidOperationException">Neither the program, nor apt-get as root, nor a container engine is there.</exception>
    public static async Task<string?> FindOrInstall(string what, string package, params string[] patterns)
    {
        await OneAtATime.WaitAsync();
        try
        {
            if (Find(patterns) is { } found)
                return found;
            if (Environment.UserName == "root" && File.Exists("/usr/bin/apt-get"))
            {
                await Console.Error.WriteLineAsync($"Installing {package} for the integration tests.");
                // a service must not start by itself: the tests start their own
                await CaptiveProcess.Run("sh", "-c", $"apt-get update -qq && DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends {package}");
                return Find(patterns) ?? throw new InvalidOperationException($"The package {package} was installed, but {string.Join(" or ", patterns)} is not there.");
            }

            if (await HasDocker())
                return null;
            throw new InvalidOperationException(
                $"The integration tests need {what}: install Debian's package {package} (apt-get install {package}), run the tests as root on Debian or Ubuntu so that they can install it, or start Docker.");
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static async Task<bool> HasDocker()
    {
        try
        {
            await CaptiveProcess.Run("docker", "info");
            return true;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>The newest file that a pattern names; a pattern has at most one <c>*</c>, for a version folder.</summary>
    private static string? Find(string[] patterns) => patterns.SelectMany(Expand).FirstOrDefault(File.Exists);

    private static IEnumerable<string> Expand(string pattern)
    {
        var star = pattern.IndexOf("/*/", StringComparison.Ordinal);
        if (star < 0)
            return [pattern];
        var root = pattern[..star];
        return Directory.Exists(root)
            ? Directory.GetDirectories(root).OrderDescending(StringComparer.Ordinal).Select(folder => folder + pattern[(star + 2)..])
            : [];
    }
}
