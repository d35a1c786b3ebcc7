using System.IO.Compression;
using System.Text.Json;

namespace Dateline.Worker.Classification.Training;

/// <summary>Reads corpora: JSON lines, plain or gzipped.</summary>
internal static class CorpusFiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <exception cref="CorpusException">The file is missing or a line is not JSON; the message names both.</exception>
    public static List<CorpusRow> Rows(string path)
    {
        var rows = new List<CorpusRow>();
        foreach (var line in Lines(path))
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                rows.Add(JsonSerializer.Deserialize<CorpusRow>(line, Json) ?? throw new JsonException("The line is null."));
            }
            catch (JsonException e)
            {
                throw new CorpusException($"{path}, row {rows.Count + 1}: {e.Message}", e);
            }
        }

        return rows;
    }

    /// <exception cref="CorpusException">The file is missing or cannot be read.</exception>
    public static string[] Lines(string path)
    {
        try
        {
            using var reader = new StreamReader(Open(path));
            return reader.ReadToEnd().Split('\n');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new CorpusException($"Cannot read {path}: {e.Message}", e);
        }
    }

    private static Stream Open(string path)
    {
        var file = File.OpenRead(path);
        return path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }
}
