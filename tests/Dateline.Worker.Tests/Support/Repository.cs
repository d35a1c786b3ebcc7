namespace Dateline.Worker.Tests.Support;

/// <summary>Where things are in the source tree that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Source => Path.Combine(Root, "src", "Dateline.Worker");

    private static string Find(string folder)
    {
        var at = new DirectoryInfo(folder);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Worker.sln")))
            at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException($"No folder above {folder} holds Worker.sln.");
    }
}
