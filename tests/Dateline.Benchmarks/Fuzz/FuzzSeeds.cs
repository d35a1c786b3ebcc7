namespace Dateline.Benchmarks.Fuzz;

/// <summary>Inputs to begin with: the tests' own files, and the corpora beside the repository where they are.</summary>
internal sealed class FuzzSeeds(string root, bool withCorpora)
{
    /// More are no better: each is tried less often
    private const int MostFiles = 1_500;

    private string Corpora => Path.GetFullPath(Path.Combine(root, "..", "shared", "corpora"));

    public bool HasCorpora => withCorpora && Directory.Exists(Corpora);

    /// <summary>A file of the repository.</summary>
    public byte[] File(params string[] parts) => System.IO.File.ReadAllBytes(Path.Combine([root, .. parts]));

    /// <summary>The tests' own files of a kind.</summary>
    public IEnumerable<byte[]> Fixtures(string pattern) => Files(Path.Combine(root, "tests", "Dateline.Worker.Tests", "Fixtures"), pattern, int.MaxValue);

    /// <summary>Files of the corpora, the shortest first, in an order that is always the same; none where they are absent.</summary>
    public IEnumerable<byte[]> OfCorpora(string folder, string pattern, int longest) =>
        HasCorpora ? Files(Path.Combine(Corpora, folder), pattern, longest) : [];

    /// <summary>Lines of the corpora's files.</summary>
    public IEnumerable<byte[]> LinesOfCorpora(string folder, string pattern) => OfCorpora(folder, pattern, 1 << 20)
        .SelectMany(file => System.Text.Encoding.UTF8.GetString(file).Split('\n')).Distinct().Take(MostFiles * 2).Select(System.Text.Encoding.UTF8.GetBytes);

    private static IEnumerable<byte[]> Files(string folder, string pattern, int longest) => Directory.Exists(folder)
        ? new DirectoryInfo(folder).EnumerateFiles(pattern, SearchOption.AllDirectories).Where(file => file.Length <= longest)
            .OrderBy(file => file.Length).ThenBy(file => file.FullName, StringComparer.Ordinal).Take(MostFiles).Select(file => System.IO.File.ReadAllBytes(file.FullName))
        : [];
}
