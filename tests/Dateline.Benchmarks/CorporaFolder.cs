namespace Dateline.Benchmarks;

/// <summary>The source tree that this was built from, and the corpora beside it.</summary>
internal static class CorporaFolder
{
    public static string? Find() => Root() is { } root ? Path.GetFullPath(Path.Combine(root, "..", "shared", "corpora")) : null;

    public static string? Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Worker.sln")))
                return at.FullName;
        }

        return null;
    }
}
