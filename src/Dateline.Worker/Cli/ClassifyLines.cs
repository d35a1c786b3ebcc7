using System.Text.Json;
using Dateline.Worker.Classification;

namespace Dateline.Worker.Cli;

/// <summary>From the text of an input to the texts in it.</summary>
internal static class ClassifyLines
{
    public static bool IsJson(string text) => text.AsSpan().TrimStart() is ['{', ..];

    /// <summary>JSON lines when it begins with a brace, else one plain text; nothing for an empty input but the failure.</summary>
    public static IEnumerable<ClassifyDocument> Split(string name, string text, string? url)
    {
        if (!IsJson(text))
        {
            yield return Plain(name, text, url);
            yield break;
        }

        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                yield return Parse($"{name}:{number}", line);
        }
    }

    /// <summary>A plain text: its first line is the title.</summary>
    public static ClassifyDocument Plain(string name, string text, string? url)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
            return Failed(name, "empty", "There is no text.");
        var end = trimmed.IndexOf('\n', StringComparison.Ordinal);
        var title = end < 0 ? trimmed : trimmed[..end].TrimEnd();
        return new ClassifyDocument(name, name, new ClassifierInput(title, Text: end < 0 ? null : trimmed[end..].TrimStart(), Url: url), null);
    }

    public static ClassifyDocument Parse(string place, string line)
    {
        try
        {
            var parsed = JsonSerializer.Deserialize<Line>(line, JsonLines.Compact);
            if (parsed is null || (string.IsNullOrWhiteSpace(parsed.Title) && string.IsNullOrWhiteSpace(parsed.Summary) && string.IsNullOrWhiteSpace(parsed.Text)))
                return Failed(place, "empty", "The line has neither title nor summary nor text.");
            return new ClassifyDocument(place, Id(parsed.Id), parsed.Input(), null);
        }
        catch (JsonException e)
        {
            return Failed(place, "bad_json", e.Message);
        }
        catch (InvalidOperationException)
        {
            return Failed(place, "bad_text", "A string of the line is no valid Unicode.");
        }
    }

    private static string? Id(JsonElement id) => id.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.String => id.GetString(),
        _ => id.GetRawText(),
    };

    private static ClassifyDocument Failed(string place, string code, string message) => new(place, null, null, new CliError(code, message));

    private sealed record Line(JsonElement Id, string? Title, string? Summary, string? Text, string? Url, string? Language, string? FeedCountry)
    {
        public ClassifierInput Input() => new(Title ?? "", Summary, Text, Url, Language, FeedCountry);
    }
}
