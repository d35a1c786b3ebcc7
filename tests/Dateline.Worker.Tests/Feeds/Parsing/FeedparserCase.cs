using System.Text.Json;
using Dateline.Worker.Feeds.Parsing;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Feeds.Parsing;

/// <summary>An assertion of feedparser's own tests: a document, a field of feedparser's model, and what it must be.</summary>
internal sealed record FeedparserCase(
    string Case, string Fixture, string Input, Dictionary<string, string> Headers, string? Url, string Norm, string Op, JsonElement Value, string? Utc, bool Core)
{
    private static readonly JsonSerializerOptions Lower = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<FeedparserCase> Read() =>
        [.. File.ReadLines(Corpora.PathOf("feeds", "feedparser", "cases.jsonl")).Select(line => JsonSerializer.Deserialize<FeedparserCase>(line, Lower)!)];

    public ParsedFeed Parse()
    {
        var bytes = File.ReadAllBytes(Corpora.PathOf("feeds", "feedparser", Fixture));
        var headers = new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase);
        // "text" means that the document's own word on its encoding does not count
        var contentType = Input == "text" ? "application/xml; charset=utf-8" : headers.GetValueOrDefault("Content-Type");
        var url = WebUri.TryAbsolute(Url, out var own) ? own : null;
        var location = headers.GetValueOrDefault("Content-Location");
        var baseUrl = location is null ? url : url is null ? new Uri(location, UriKind.RelativeOrAbsolute) : new Uri(url, location);
        return FeedParser.Parse(bytes, contentType, baseUrl.IsAbsolute() ? baseUrl : null);
    }

    /// <summary>Whether the document is read as feedparser reads it; null for a field that has no place in a parsed feed.</summary>
    public bool? Holds(ParsedFeed parsed)
    {
        if (FeedparserModel.Field(parsed, Norm) is not { } field)
            return null;
        return Op switch
        {
            "falsy" => field.Text is null or "false",
            "truthy" => field.Text is not (null or "false"),
            "absent" => field.Text is null,
            "length" => field.Count == Value.GetInt32(),
            "eq" when Utc is not null => field.Time?.UtcDateTime == DateTimeOffset.Parse(Utc, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime,
            "eq" => Value.ValueKind is JsonValueKind.String or JsonValueKind.Null
                ? FeedparserModel.Fold(field.Text) == FeedparserModel.Fold(Value.GetString())
                : Value.ToString().Equals(field.Text, StringComparison.OrdinalIgnoreCase),
            _ => null,
        };
    }
}
