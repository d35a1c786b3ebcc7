namespace Dateline.Worker.Operations;

/// <summary>Secrets from files: <c>Section__Name__FILE=/path</c> in the environment sets <c>Section:Name</c> to the file's text, and /run/secrets is read too.</summary>
internal static class FileSettings
{
    private const string Suffix = "__FILE";

    /// <exception cref="InvalidOperationException">A named file cannot be read; the message names variable and file.</exception>
    public static IConfigurationBuilder AddFileSettings(this IConfigurationBuilder configuration, IReadOnlyDictionary<string, string> environment)
    {
        var settings = environment
            .Where(variable => variable.Key.EndsWith(Suffix, StringComparison.Ordinal))
            .ToDictionary(variable => variable.Key[..^Suffix.Length].Replace("__", ":", StringComparison.Ordinal), variable => (string?)Read(variable.Key, variable.Value));
        return configuration.AddKeyPerFile("/run/secrets", optional: true).AddInMemoryCollection(settings);
    }

    private static string Read(string variable, string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"{variable} names {path}, which cannot be read: {e.Message}");
        }
    }
}
