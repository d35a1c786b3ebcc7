using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Dateline.Worker.Feeds.Parsing;
using Dateline.Worker.Storage;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds;

/// <summary>Turns the entries of a document into what the store takes: addresses, keys, fingerprint. Pure.</summary>
internal static class CandidateArticles
{
    /// More than any article has; bounds what a hostile feed can have stored and published
    private const int MostAuthors = 100;

    public static IReadOnlyList<CandidateArticle> From(FeedRow feed, ParsedFeed document, int maxEntries, DateTimeOffset now)
    {
        var entries = document.Entries.Where(CanBeKnownAgain).Take(maxEntries).ToArray();
        var urls = entries.Select(entry => WebAddress.Link(entry.Link) ?? Enclosed(entry) ?? WebAddress.Link(entry.Id)).ToArray();
        var canonical = urls.Select(url => url is null ? null : CanonicalUrl.Normalise(url)).ToArray();
        var homepage = document.Feed.Link is { } link ? CanonicalUrl.Normalise(link) : null;
        var fingerprints = entries.Select(Fingerprint).ToArray();
        var keys = ArticleKeys.For(feed, homepage, entries, canonical, fingerprints);

        return entries.Select((entry, index) => new CandidateArticle(
            keys[index].All,
            urls[index] ?? feed.Url,
            canonical[index] ?? feed.Url,
            CleanText.Line(Title(entry)),
            CleanText.Of(entry.Summary ?? ""),
            CleanText.Of(entry.Content ?? ""),
            Authors(entry, document.Feed),
            Image(entry),
            entry.Language ?? document.Feed.Language,
            Clamp(entry.Published ?? entry.Updated, now),
            fingerprints[index]) { GuidKey = keys[index].Guid }).ToArray();
    }

    /// <summary>What is left of an entry in which the document ends may have none of its keys: stored so, it would come again as another article when it comes whole.</summary>
    private static bool CanBeKnownAgain(ParsedEntry entry) => !entry.IsCut || !string.IsNullOrEmpty(entry.Id) || !string.IsNullOrEmpty(entry.Link);

    /// <summary>An entry without a title is named by its first words.</summary>
    private static string Title(ParsedEntry entry)
    {
        if (!string.IsNullOrWhiteSpace(entry.Title))
            return entry.Title.Trim();
        var text = HtmlText.Plain(entry.Summary ?? entry.Content ?? "");
        return text.Length <= 100 ? text : string.Concat(text.AsSpan(0, text.LastIndexOf(' ', 100) is > 40 and var end ? end : 100), "…");
    }

    private static string? Enclosed(ParsedEntry entry) => entry.Enclosures.Select(enclosure => WebAddress.Link(enclosure.Url)).FirstOrDefault(url => url is not null);

    private static string[] Authors(ParsedEntry entry, FeedMetadata feed)
    {
        var authors = entry.Authors.Count > 0 ? entry.Authors : feed.Authors;
        return authors.Take(MostAuthors).Select(author => CleanText.OptionalLine(author.Name)).OfType<string>().Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
    }

    private static string? Image(ParsedEntry entry) =>
        WebAddress.Link(entry.Enclosures.FirstOrDefault(enclosure => enclosure.Type?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true)?.Url);

    /// <summary>A date in the future is a mistake: now is the latest that it can be.</summary>
    private static long? Clamp(DateTimeOffset? date, DateTimeOffset now) =>
        date is { } value ? (value > now ? now : value).ToUnixTimeMilliseconds() : null;

    /// <summary>Over the letters and digits of title and text, so that markup and spacing may change without a new revision.</summary>
    private static string Fingerprint(ParsedEntry entry)
    {
        using var letters = new TextBuffer();
        AddLetters(entry.Title ?? "", letters);
        AddLetters(HtmlText.Plain(entry.Summary ?? ""), letters);
        AddLetters(HtmlText.Plain(entry.Content ?? ""), letters);
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(letters.Length));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(letters.Written, bytes)), hash);
        ArrayPool<byte>.Shared.Return(bytes);
        return Convert.ToHexStringLower(hash[..16]);
    }

    private static void AddLetters(string text, TextBuffer letters)
    {
        foreach (var character in text)
        {
            if (char.IsAsciiLetterOrDigit(character))
                letters.Append((char)(character | (char.IsAsciiLetterUpper(character) ? 0x20 : 0)));
            else if (character > 0x7F && char.IsLetterOrDigit(character))
                letters.Append(char.ToLowerInvariant(character));
        }
    }
}
