using System.Security.Cryptography;
using System.Text;
using Dateline.Worker.Documents;
using Dateline.Worker.Feeds.Parsing;
using Dateline.Worker.Storage;

namespace Dateline.Worker.Feeds;

/// <summary>An entry's keys, and which of them comes from its guid.</summary>
internal sealed record EntryKeys(IReadOnlyList<string> All, string? Guid);

/// <summary>
/// The keys by which an entry is known again. A guid counts within its feed, a canonical address over all feeds; either only where it
/// is the document's only one of its kind, since publishers repeat guids and link many items to one page. The same title (or, when it is
/// short, the same words) with the same date are the same item of the feed even when guid and link have changed. Without any of these,
/// the title has to do.
/// </summary>
internal static class ArticleKeys
{
    /// <summary>Below, a feed's guids are taken for noise (see <see cref="FeedRow.GuidQuality"/>).</summary>
    public const double LeastGuidQuality = 0.5;

    /// <summary>"Director dealings" is the title of many articles of the same minute; so many words are one's own.</summary>
    private const int OwnTitleWords = 5;

    public static IReadOnlyList<EntryKeys> For(
        FeedRow feed, string? homepage, IReadOnlyList<ParsedEntry> entries, IReadOnlyList<string?> canonicalUrls, IReadOnlyList<string> fingerprints)
    {
        var writings = entries.Select((entry, index) => Writing(feed.Id, entry, fingerprints[index])).ToArray();
        var pages = canonicalUrls.Select(url => url is null ? null : UrlIdentity.Of(url)).ToArray();
        var guids = entries.Select(entry => feed.GuidQuality < LeastGuidQuality ? null : entry.Id).ToArray();
        var (written, linked, named) = (Count(writings), Count(pages), Count(guids));
        var home = homepage is null ? null : UrlIdentity.Of(homepage);
        var near = $"feed {feed.Id}";
        var occurrence = new Dictionary<string, int>(StringComparer.Ordinal);
        return entries.Select((entry, index) =>
        {
            var guid = guids[index] is { Length: > 0 } id && named[id] == 1 ? Hash(near, $"guid {feed.Id} {id}") : null;
            var page = pages[index] is { Length: > 0 } url && linked[url] == 1 && url != home ? Hash(Host(url), $"url {url}") : null;
            var writing = writings[index] is { } text && written[text] == 1 ? Hash(near, text) : null;
            var last = guid is null && page is null ? Hash(near, Numbered(Text(feed.Id, guids[index], pages[index], entry), occurrence)) : null;
            return new EntryKeys([.. new[] { guid, page, last, writing }.OfType<string>()], guid);
        }).ToArray();
    }

    /// <summary>Without a date, title and words prove nothing: a daily column has the same teaser every day. A bare day is no date of an item's own.</summary>
    private static string? Writing(long feedId, ParsedEntry entry, string fingerprint)
    {
        if (entry.Published is not { } published || string.IsNullOrWhiteSpace(entry.Title))
            return null;
        var words = entry.Title.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isOwn = words.Length >= OwnTitleWords && published.TimeOfDay != TimeSpan.Zero;
        return isOwn
            ? $"title {feedId} {string.Join(' ', words).ToLowerInvariant()} {published.ToUnixTimeSeconds()}"
            : $"words {feedId} {fingerprint} {published.ToUnixTimeSeconds()}";
    }

    private static string Text(long feedId, string? guid, string? page, ParsedEntry entry) =>
        $"text {feedId} {guid} {page} {entry.Title} {(string.IsNullOrEmpty(entry.Title) ? entry.Summary ?? entry.Content : "")}";

    /// <summary>The same text twice in one document is two items.</summary>
    private static string Numbered(string text, Dictionary<string, int> occurrence)
    {
        var number = occurrence[text] = occurrence.GetValueOrDefault(text) + 1;
        return number == 1 ? text : $"{text} {number}";
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

    private static string Host(string page) => page.IndexOf('/', StringComparison.Ordinal) is > 0 and var end ? page[..end] : page;

    /// <summary>
    /// 96 bits of SHA-256 behind 32 bits of what keys of one document have in common: they stand side by side in the index, so that a
    /// poll reads and writes a few pages of it and not one for each key.
    /// </summary>
    private static string Hash(string near, string text) => Hex(near, 4) + Hex(text, 12);

    private static string Hex(string text, int bytes) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, bytes));
}
