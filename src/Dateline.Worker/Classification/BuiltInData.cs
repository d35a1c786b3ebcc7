namespace Dateline.Worker.Classification;

/// <summary>Data files built into the assembly as resources named after their file.</summary>
internal static class BuiltInData
{
    /// <exception cref="InvalidDataException">The resource is missing or not what it should be.</exception>
    public static T Read<T>(string name, Func<Stream, T> read)
    {
        using var stream = typeof(BuiltInData).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"The assembly was built without {name}; build it with: dateline train");
        return read(stream);
    }
}
