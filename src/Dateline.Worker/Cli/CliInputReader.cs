using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Dateline.Worker.Cli;

/// <summary>
/// Reads what a verb was given, one by one: files, http(s) addresses, <c>-</c> for standard input, and the lines of a manifest
/// (<c>{"path", "contentType"?, "baseUrl"?|"url"?}</c>). What cannot be read is a result with its reason, not the end.
/// </summary>
internal sealed class CliInputReader(Func<Uri, CancellationToken, Task<CliInputResult>> fetch, TextReader standardInput, Stream standardInputBytes)
{
    /// <summary>The largest input read, 64 MiB: above what any limit of the service lets in.</summary>
    public const long MaxBytes = 64L << 20;

    public async IAsyncEnumerable<CliInputResult> Read(
        IEnumerable<string> inputs, string? manifest, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var input in inputs)
            yield return await ReadOne(input, input, null, null, cancellationToken);

        if (manifest is null)
            yield break;

        TextReader? lines = null;
        CliInputResult? failure = null;
        try
        {
            lines = manifest == "-" ? standardInput : new StreamReader(manifest);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            failure = CliInputResult.Failed(manifest, "unreadable", e.Message);
        }

        if (failure is not null)
        {
            yield return failure;
            yield break;
        }

        var number = 0;
        while (await lines!.ReadLineAsync(cancellationToken) is { } line)
        {
            number++;
            if (line.AsSpan().Trim().Length > 0)
                yield return await ReadManifestLine(line, $"{manifest}:{number}", Path.GetDirectoryName(manifest), cancellationToken);
        }

        if (manifest != "-")
            lines.Dispose();
    }

    private async Task<CliInputResult> ReadManifestLine(string line, string place, string? folder, CancellationToken cancellationToken)
    {
        ManifestLine? entry;
        try
        {
            entry = JsonSerializer.Deserialize<ManifestLine>(line, JsonLines.Compact);
        }
        catch (JsonException e)
        {
            return CliInputResult.Failed(place, "bad_manifest_line", $"A line must be a JSON object with texts: {{\"path\": ..., \"contentType\"?, \"baseUrl\"?}}. {Where(e)}");
        }

        if (string.IsNullOrEmpty(entry?.Path))
            return CliInputResult.Failed(place, "bad_manifest_line", "The line has no \"path\".");

        var beside = Path.Combine(folder ?? "", entry.Path);
        var path = File.Exists(entry.Path) || !File.Exists(beside) ? entry.Path : beside;
        return await ReadOne(path, entry.Path, entry.ContentType, entry.BaseUrl ?? entry.Url, cancellationToken);
    }

    private async Task<CliInputResult> ReadOne(
        string place, string name, string? contentType, string? url, CancellationToken cancellationToken)
    {
        if (WebUri.TryAbsolute(place, out var address) && (address.Scheme == "http" || address.Scheme == "https"))
            return await fetch(address, cancellationToken);

        if (Directory.Exists(place))
            return CliInputResult.Failed(name, "unreadable", $"{place} is a folder.");
        try
        {
            await using var stream = place == "-" ? standardInputBytes : File.OpenRead(place);
            // a file of known length is held once, not in every size that a stream grows through
            using var bytes = new MemoryStream(stream is FileStream file ? (int)Math.Clamp(file.Length, 0, MaxBytes) : 0);
            var buffer = new byte[81920];
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (bytes.Length + read > MaxBytes)
                    return CliInputResult.Failed(name, "too_large", $"The input is larger than {MaxBytes} bytes.");
                bytes.Write(buffer, 0, read);
            }

            return CliInputResult.Ok(new CliInput(name, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), contentType, url));
        }
        catch (FileNotFoundException)
        {
            return CliInputResult.Failed(name, "not_found", $"There is no file {place}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return CliInputResult.Failed(name, "unreadable", e.Message);
        }
    }

    private static string Where(JsonException e) => e.Path is { Length: > 1 } path ? $"This one has something else at {path}." : $"This one is none (byte {e.BytePositionInLine}).";

    private sealed record ManifestLine(string? Path, string? ContentType, string? BaseUrl, string? Url);
}
