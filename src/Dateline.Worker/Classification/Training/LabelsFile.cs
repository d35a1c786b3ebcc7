using System.Text.Json;
using Dateline.Worker.Classification.Subjects;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Training;

/// <summary>
/// A user's own labels: JSON <c>{"taxonomy": "risk", "labels": [...]}</c>, where each label is a slug or <c>{"slug", "name"?, "id"?}</c>, or
/// <c>labels</c> is an object from slug to name. The list or the object may stand alone; the taxonomy is then named after the file.
/// </summary>
internal static class LabelsFile
{
    /// <exception cref="CorpusException">The file is missing or its labels are not as they should be; the message names it and what is wrong.</exception>
    public static LabelSet Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return Labels(document.RootElement, Path.GetFileNameWithoutExtension(path).ToLowerInvariant());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            throw new CorpusException($"{path}: {e.Message}", e);
        }
    }

    private static LabelSet Labels(JsonElement root, string fileName)
    {
        var whole = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("labels", out var inner) ? inner : root;
        var taxonomy = whole.Equals(root) || !root.TryGetProperty("taxonomy", out var named) ? fileName : Text(named, "taxonomy");
        if (!LabelSet.IsSlug(taxonomy))
            throw new FormatException($"\"{taxonomy}\" is no name of a taxonomy: it has lower case letters, digits and hyphens. It stands in \"taxonomy\", or is the file's name.");
        if (taxonomy == SubjectCatalog.Taxonomy)
            throw new FormatException($"The taxonomy \"{taxonomy}\" is the built-in subjects'; give yours another name.");
        Label[] labels = whole.ValueKind switch
        {
            JsonValueKind.Array => [.. whole.EnumerateArray().Select(label => One(label, taxonomy))],
            JsonValueKind.Object => [.. whole.EnumerateObject().Select(label => Make(taxonomy, label.Name, Text(label.Value, label.Name), null))],
            _ => throw new FormatException("\"labels\" is neither a list of labels nor an object from slug to name."),
        };
        if (labels.Length is 0 or > TopicModelFile.MostLabels)
            throw new FormatException($"There are {labels.Length} labels; a model has 1 to {TopicModelFile.MostLabels}.");
        if (labels.GroupBy(label => label.Slug, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new FormatException($"The label \"{twice.Key}\" stands there twice.");
        return new LabelSet(taxonomy, labels);
    }

    private static Label One(JsonElement label, string taxonomy)
    {
        if (label.ValueKind == JsonValueKind.String)
            return Make(taxonomy, label.GetString()!, null, null);
        if (label.ValueKind != JsonValueKind.Object || !label.TryGetProperty("slug", out var slug))
            throw new FormatException($"{label.GetRawText()} is no label: it is a slug, or {{\"slug\": \"...\", \"name\": \"...\"}}.");
        return Make(taxonomy, Text(slug, "slug"), Optional(label, "name"), Optional(label, "id"));
    }

    private static Label Make(string taxonomy, string slug, string? name, string? id) =>
        LabelSet.IsSlug(slug)
            ? new Label(id ?? $"{taxonomy}:{slug}", slug, string.IsNullOrWhiteSpace(name) ? slug : name.Trim())
            : throw new FormatException($"\"{slug}\" is no slug: it stands in routing keys and has lower case letters, digits and hyphens.");

    private static string? Optional(JsonElement label, string field) => label.TryGetProperty(field, out var value) ? Text(value, field) : null;

    private static string Text(JsonElement value, string field) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new FormatException($"\"{field}\" is no text: {value.GetRawText()}.");
}
