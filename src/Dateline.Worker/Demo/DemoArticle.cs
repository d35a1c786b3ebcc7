using System.Reflection;

namespace Dateline.Worker.Demo;

/// <summary>An article of the demo's site. The text files under Demo/Articles hold <c>name: value</c> lines, a blank line, then the paragraphs.</summary>
internal sealed record DemoArticle(
    string Slug, string Feed, string Language, string Title, string Author, string Summary, string? Image, string? Credit, IReadOnlyList<string> Paragraphs)
{
    private const string Folder = "demo/";

    public static IReadOnlyList<DemoArticle> ReadAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".txt", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Parse(Path.GetFileNameWithoutExtension(name[Folder.Length..]), Read(assembly, name)))
            .ToArray();
    }

    internal static DemoArticle Parse(string slug, string text)
    {
        var blocks = text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var head = blocks[0].Split('\n')
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        return new DemoArticle(
            slug, head["feed"], head["language"], head["title"], head["author"], head["summary"],
            head.GetValueOrDefault("image"), head.GetValueOrDefault("credit"), blocks[1..]);
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
