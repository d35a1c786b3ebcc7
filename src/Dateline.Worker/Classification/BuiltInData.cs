namespace Dateline.Worker.Classification;

/// <summary>Data files built into the assembly as resources named after their file.</summary>
internal static class BuiltInData
{
    /// <summary>The size of all of them.</summary>
    public static long Bytes => Names.Sum(name => Open(name).Length);

    private static readonly string[] Names = ["topics.model", "lexicons.bin", "sentences.bin", "places.bin"];

    /// <exception cref="InvalidDataException">The resource is missing or not what it should be.</exception>
    public static T Read<T>(string name, Func<Stream, T> read)
    {
        using var stream = Open(name);
        return read(stream);
    }

    private static Stream Open(string name) => typeof(BuiltInData).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidDataException($"The assembly was built without {name}; build it with: dateline train");
}
