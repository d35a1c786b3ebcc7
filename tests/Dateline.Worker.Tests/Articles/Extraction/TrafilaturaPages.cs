using System.Globalization;
using System.Text;
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

    /// <summary>Whether it is the title but for what one of the two has before or after it: a kicker, a subtitle, a site's name.</summary>
    public bool HoldsTitle(string? title) => Within(Title ?? "", title ?? "") || Within(title ?? "", Title ?? "");

    /// <summary>Whether one of the names is one of the page's.</summary>
    public bool HasAuthor(IReadOnlyList<string> authors) =>
        Between().Split(Opening().Replace(Author, "")).Any(wanted => authors.Any(name => Same(wanted.Trim().TrimEnd('.'), name.TrimEnd('.'))));

    /// <summary>Whether it is the page's day. A few pages have it as year, day, month, which is read as what it can only mean.</summary>
    public bool HasDate(DateTimeOffset? date) => date is { } day && Date is not null
        && (Day(day, "yyyy-MM-dd") == Date || day.Day > 12 && Day(day, "yyyy-dd-MM") == Date || Day(day, "yyyy-MM.dd") == Date);

    private static string Day(DateTimeOffset date, string format) => date.ToString(format, CultureInfo.InvariantCulture);

    private static bool Same(string wanted, string? got) => got is not null && Fold(wanted).Equals(Fold(got), StringComparison.OrdinalIgnoreCase);

    private static bool Within(string part, string whole) => Fold(part) is { Length: > 0 } folded && Fold(whole).Contains(folded, StringComparison.OrdinalIgnoreCase);

    /// <summary>Quotes, dashes, spaces and marks that cannot be seen are spelt in many ways; neither side is wrong for its own.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format)
                continue;
            folded.Append(char.GetUnicodeCategory(character) switch
            {
                UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation => '"',
                UnicodeCategory.DashPunctuation => '-',
                _ => character is '\'' or '\u201E' or '\u201A' or '`' or '\u00B4' ? '"' : character,
            });
        }

        return folded.ToString();
    }

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

    [GeneratedRegex(@"\s*(?:[;,/]|\b(?:and|und|y|et)\b)\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    [GeneratedRegex(@"^(?:von|by)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

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
