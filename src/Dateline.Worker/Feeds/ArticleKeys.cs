using System.Security.Cryptography;
using System.Text;
using Dateline.Worker.Documents;
using Dateline.Worker.Feeds.Parsing;

namespace Dateline.Worker.Feeds;

/// <summary>
/// The keys by which an entry is known again. A guid counts within its feed, a canonical address over all feeds; either only where it
/// is the document's only one of its kind, since publishers repeat guids and link many items to one page. The same words with the same
/// date are the same item of the feed even when guid and link have changed. Without any of these, the title has to do.
/// </summary>
internal static class ArticleKeys
{
    public static IReadOnlyList<IReadOnlyList<string>> For(
        long feedId, string? homepage, IReadOnlyList<ParsedEntry> entries, IReadOnlyList<string?> canonicalUrls, IReadOnlyList<string> fingerprints)
    {
        var writings = entries.Select((entry, index) => Writing(feedId, entry, fingerprints[index])).ToArray();
        var written = Count(writings);
        var pages = canonicalUrls.Select(url => url is null ? null : UrlIdentity.Of(url)).ToArray();
        var ids = Count(entries.Select(entry => entry.Id));
        var links = Count(pages);
        var home = homepage is null ? null : UrlIdentity.Of(homepage);
        var occurrence = new Dictionary<string, int>(StringComparer.Ordinal);
        return entries.Select((entry, index) =>
        {
            var keys = Of(feedId, home, entry, pages[index], ids, links, occurrence);
            if (writings[index] is { } writing && written[writing] == 1)
                keys.Add(Hash(writing));
            return keys;
        }).ToArray();
    }

    /// <summary>Words and date; without a date, words alone prove nothing: a daily column has the same teaser every day.</summary>
    private static string? Writing(long feedId, ParsedEntry entry, string fingerprint) =>
        entry.Published is { } published && !string.IsNullOrWhiteSpace(entry.Title) ? $"words {feedId} {fingerprint} {published.ToUnixTimeSeconds()}" : null;

    private static List<string> Of(
        long feedId, string? home, ParsedEntry entry, string? page,
        Dictionary<string, int> ids, Dictionary<string, int> links, Dictionary<string, int> occurrence)
    {
        var keys = new List<string>(2);
        if (entry.Id is { Length: > 0 } id && ids[id] == 1)
            keys.Add(Hash($"guid {feedId} {id}"));
        if (page is { Length: > 0 } && links[page] == 1 && page != home)
            keys.Add(Hash($"url {page}"));
        if (keys.Count > 0)
            return keys;

        // the same text twice in one document is two items: number them
        var text = $"text {feedId} {entry.Id} {page} {entry.Title} {(string.IsNullOrEmpty(entry.Title) ? entry.Summary ?? entry.Content : "")}";
        var number = occurrence[text] = occurrence.GetValueOrDefault(text) + 1;
        return [Hash(number == 1 ? text : $"{text} {number}")];
    }

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
