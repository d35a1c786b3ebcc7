namespace Dateline.Worker.Tests.Support;

/// <summary>The corpora beside the repository, which not everyone has.</summary>
internal static class Corpora
{
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "corpora"));

    public static string Lexicons { get; } = Path.GetFullPath(Path.Combine(Folder, "..", "lexicons"));

    /// <summary>Why a test that reads them is skipped, or null where they are.</summary>
    public static string? Missing => Directory.Exists(Folder) ? null : $"The corpora are not at {Folder}.";

    public static string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);
}

/// <summary>A test that reads the corpora; skipped, saying so, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CorporaFactAttribute : FactAttribute
{
    public CorporaFactAttribute() => Skip = Corpora.Missing;
}

/// <summary>The same for a test with several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CorporaTheoryAttribute : TheoryAttribute
{
    public CorporaTheoryAttribute() => Skip = Corpora.Missing;
}
