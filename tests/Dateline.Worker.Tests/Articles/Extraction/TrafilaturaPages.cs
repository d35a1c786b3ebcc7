using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dateline.Worker.Tests.Articles.Extraction;

/// <summary>A real page with segments that its article has and segments that only stand around it.</summary>
internal sealed partial record TrafilaturaPage(
    string Url, string File, IReadOnlyList<string> Wanted, IReadOnlyList<string> Unwanted, string? Title, string Author, string? Date)
{
    public static IReadOnlyList<TrafilaturaPage> Read(string folder)
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(Path.Combine(folder, "evaldata.json")));
        return [.. document.RootElement.EnumerateObject().Select(page => Read(folder, page)).OfType<TrafilaturaPage>()];
    }

    /// <summary>Adds what a text has of the segments to the counts.</summary>
    public void Score(string text, ref SegmentCounts counts)
    {
        var squeezed = Squeeze(text);
        var found = Wanted.Count(segment => squeezed.Contains(Squeeze(segment), StringComparison.Ordinal));
        var strays = Unwanted.Count(segment => squeezed.Contains(Squeeze(segment), StringComparison.Ordinal));
        counts = new(counts.Found + found, counts.Missed + Wanted.Count - found, counts.Strays + strays);
    }

    public bool HasTitle(string? title) => Same(Title ?? "", title);

    /// <summary>Whether one of the names is one of the page's.</summary>
    public bool HasAuthor(IReadOnlyList<string> authors) =>
        Author.Split([";", ",", " und ", " and "], StringSplitOptions.TrimEntries).Any(wanted => authors.Any(name => Same(wanted, name)));

    private static bool Same(string wanted, string? got) => got is not null && Squeeze(wanted).Equals(Squeeze(got), StringComparison.OrdinalIgnoreCase);

    private static TrafilaturaPage? Read(string folder, JsonProperty page)
    {
        var file = new[] { "cache", "eval" }.Select(part => Path.Combine(folder, part, Text(page.Value, "file") ?? "")).FirstOrDefault(System.IO.File.Exists);
        return file is null ? null : new(page.Name, file, List(page.Value, "with"), List(page.Value, "without"), Text(page.Value, "title"), Text(page.Value, "author") ?? string.Join(";", List(page.Value, "author")), Text(page.Value, "date"));
    }

    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static List<string> List(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.GetString() ?? "")] : [];

    public static string Squeeze(string text) => Space().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}

/// <summary>Segments found, missed and wrongly taken, and their harmonic mean.</summary>
internal readonly record struct SegmentCounts(int Found, int Missed, int Strays)
{
    public double Precision => Found / (double)Math.Max(Found + Strays, 1);

    public double Recall => Found / (double)Math.Max(Found + Missed, 1);

    public double F => 2 * Precision * Recall / Math.Max(Precision + Recall, 1e-9);
}
