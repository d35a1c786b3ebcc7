namespace Dateline.Benchmarks;

/// <summary>The corpora beside the source tree that this was built from.</summary>
internal static class CorporaFolder
{
    public static string? Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Worker.sln")))
                return Path.GetFullPath(Path.Combine(at.FullName, "..", "shared", "corpora"));
        }

        return null;
    }
}
