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

    /// <exception cref="FormatException">A field is missing, a line is none, or there is no text; the message names the file.</exception>
    internal static DemoArticle Parse(string slug, string text)
    {
        var blocks = text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (blocks.Length < 2)
            throw Wrong(slug, "expected name: value lines, a blank line, then paragraphs");

        var fields = Fields(slug, blocks[0]);
        string Field(string name) => fields.GetValueOrDefault(name) is { Length: > 0 } value ? value : throw Wrong(slug, $"there is no {name}");
        return new DemoArticle(
            slug, Field("feed"), Field("language"), Field("title"), Field("author"), Field("summary"),
            fields.GetValueOrDefault("image"), fields.GetValueOrDefault("credit"), blocks[1..]);
    }

    private static Dictionary<string, string> Fields(string slug, string head)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in head.Split('\n'))
        {
            if (line.Split(':', 2, StringSplitOptions.TrimEntries) is not [var name, var value])
                throw Wrong(slug, $"'{line}' is no name: value line");
            if (!fields.TryAdd(name, value))
                throw Wrong(slug, $"{name} stands there twice");
        }

        return fields;
    }

    private static FormatException Wrong(string slug, string what) => new($"Demo/Articles/{slug}.txt: {what}.");

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
