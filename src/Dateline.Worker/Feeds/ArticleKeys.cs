using System.Security.Cryptography;
using System.Text;
using Dateline.Worker.Feeds.Parsing;

namespace Dateline.Worker.Feeds;

/// <summary>
/// The keys by which an entry is known again. A guid counts within its feed, a canonical address over all feeds; either only where it
/// is the document's only one of its kind, since publishers repeat guids and link many items to one page. Without any, the title does.
/// </summary>
internal static class ArticleKeys
{
    public static IReadOnlyList<IReadOnlyList<string>> For(
        long feedId, string? homepage, IReadOnlyList<ParsedEntry> entries, IReadOnlyList<string?> canonicalUrls)
    {
        var ids = Count(entries.Select(entry => entry.Id));
        var links = Count(canonicalUrls);
        var occurrence = new Dictionary<string, int>(StringComparer.Ordinal);
        return entries.Select((entry, index) => Of(feedId, homepage, entry, canonicalUrls[index], ids, links, occurrence)).ToArray();
    }

    private static List<string> Of(
        long feedId, string? homepage, ParsedEntry entry, string? canonicalUrl,
        Dictionary<string, int> ids, Dictionary<string, int> links, Dictionary<string, int> occurrence)
    {
        var keys = new List<string>(2);
        if (entry.Id is { Length: > 0 } id && ids[id] == 1)
            keys.Add(Hash($"guid {feedId} {id}"));
        if (canonicalUrl is { Length: > 0 } url && links[url] == 1 && !IsHomepage(url, homepage))
            keys.Add(Hash($"url {url}"));
        if (keys.Count > 0)
            return keys;

        // the same text twice in one document is two items: number them
        var text = $"text {feedId} {entry.Id} {canonicalUrl} {entry.Title} {(string.IsNullOrEmpty(entry.Title) ? entry.Summary ?? entry.Content : "")}";
        var number = occurrence[text] = occurrence.GetValueOrDefault(text) + 1;
        return [Hash(number == 1 ? text : $"{text} {number}")];
    }

    private static bool IsHomepage(string url, string? homepage) =>
        homepage is not null && string.Equals(url.TrimEnd('/'), homepage.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, int> Count(IEnumerable<string?> values)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            if (!string.IsNullOrEmpty(value))
                counts[value] = counts.GetValueOrDefault(value) + 1;
        }

        return counts;
    }

    /// <summary>128 bits of SHA-256, 32 hex digits.</summary>
    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
