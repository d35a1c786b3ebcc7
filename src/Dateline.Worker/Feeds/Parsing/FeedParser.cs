using System.Text;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>
/// Reads a feed document of any format. Never throws: what is broken is repaired as far as can be and told in
/// <see cref="ParsedFeed.Problems"/>; what is no feed has the format <see cref="FeedFormat.Unknown"/> and no entries.
/// </summary>
internal static class FeedParser
{
    /// <param name="document">As it came; a file of gzip is unpacked.</param>
    /// <param name="contentType">The header, if there was one.</param>
    /// <param name="baseUrl">Where the document is.</param>
    /// <param name="maxLength">Bytes that it may unpack to.</param>
    public static ParsedFeed Parse(ReadOnlyMemory<byte> document, string? contentType, Uri? baseUrl, int maxLength = PackedDocument.MaxLength)
    {
        var problems = new ProblemLog();
        var feed = new FeedBuilder();
        document = PackedDocument.Unpacked(document, maxLength);
        if (document.Span.Trim(" \t\r\n\0"u8).IsEmpty)
        {
            problems.Broken("empty", "The document is empty.");
            return new ParsedFeed(FeedFormat.Unknown, "utf-8", false, problems.Problems, feed.Build(), []);
        }

        var root = baseUrl is { IsAbsoluteUri: true } ? baseUrl.AbsoluteUri : null;
        if (JsonFeedReader.ReadUtf8(document, contentType, root, feed, problems) is { } json)
            return Parsed(json, "utf-8", feed, root, problems);

        var (text, encoding, scan) = TextEncodings.ToUtf8(document, contentType, XmlDeclaration.EncodingOf(document.Span), problems);
        if (scan.MayBeDoubled && encoding == "utf-8" && !problems.Has("undecodable_bytes"))
        {
            text = Undoubled(text, problems);
            scan = Utf8Scan.Of(text.Span);
        }

        var format = StartsLikeJson(text.Span)
            ? JsonFeedReader.Read(Encoding.UTF8.GetString(text.Span), root, feed, problems)
            : ReadXml(text, scan.MayHoldNonCharacters, root, feed, problems);
        return Parsed(format, encoding, feed, root, problems);
    }

    private static ParsedFeed Parsed(FeedFormat format, string encoding, FeedBuilder feed, string? root, ProblemLog problems)
    {
        feed.SettleDates();
        if (feed.IsFull)
            problems.Note("too_many_entries", $"The document has {feed.Entries.Count} entries or more; others are left out.");
        var metadata = feed.Build();
        if (root is null && metadata.Link is { } home)
            metadata = metadata with { Image = WebAddress.Absolute(metadata.Image, home) };
        return new ParsedFeed(format, encoding, problems.WellFormed, problems.Problems, metadata, Resolve(feed.Entries, root, metadata));
    }

    /// <summary>The document with those texts mended that were UTF-8, taken for Latin-1 and encoded once more.</summary>
    public static ReadOnlyMemory<byte> Undoubled(ReadOnlyMemory<byte> utf8, ProblemLog problems)
    {
        var repaired = DoubledEncoding.RepairIn(utf8);
        if (!repaired.Equals(utf8))
            problems.Note("doubled_encoding", "Texts were encoded twice, or have control characters for signs of windows-1252.");
        return repaired;
    }

    private static bool StartsLikeJson(ReadOnlySpan<byte> text)
    {
        while (Utf8Characters.SpaceLength(text) is > 0 and var space)
            text = text[space..];
        while (text.StartsWith("\uFEFF"u8))
            text = text[3..];
        return text is [(byte)'{' or (byte)'[', ..];
    }

    private static FeedFormat ReadXml(ReadOnlyMemory<byte> text, bool mayHoldNonCharacters, string? baseUrl, FeedBuilder feed, ProblemLog problems)
    {
        using var xml = new ForgivingXml(text, baseUrl, problems, mayHoldNonCharacters);
        var format = FeedFormat.Unknown;
        while (format == FeedFormat.Unknown && xml.Read())
        {
            if (xml.Token != XmlToken.Start || problems.Has("html_document") && !IsFeedRoot(xml))
                continue;
            format = FeedFormats.Of(xml);
            var isForeign = FeedFormats.IsForeignRdf(xml);
            switch (xml.Name)
            {
                case "rss" or "rdf" or "feed" or "entry" or "urlset" or "sitemapindex":
                    ReadRoot(xml, feed);
                    break;
                case "channel":
                    RssReader.ReadChannel(xml, feed);
                    break;
                case "html":
                    // Some servers wrap their feed in a page
                    problems.Note("html_document", "The document is a web page, not a feed.");
                    continue;
                default:
                    continue;
            }

            // What follows is read to its end for the sake of its problems
            while (xml.Read())
            {
            }

            // pictures and pages carry RDF of other kinds
            if (!isForeign || feed.Entries.Count > 0 || feed.Build() is not { Title: null, Link: null, Subtitle: null })
                return format;
            break;
        }

        problems.Broken("not_a_feed", "The document holds no feed that is known.");
        return FeedFormat.Unknown;
    }

    private static bool IsFeedRoot(ForgivingXml xml) => xml.Name is "rss" or "rdf" || xml.Name is "feed" && xml.Vocabulary is Vocabulary.Atom or Vocabulary.Atom03;

    private static void ReadRoot(ForgivingXml xml, FeedBuilder feed)
    {
        switch (xml.Name)
        {
            case "rss":
                xml.AssumeDefault(Vocabulary.Core);
                RssReader.Read(xml, feed);
                break;
            case "rdf":
                RdfReader.Read(xml, feed);
                break;
            case "feed" or "entry":
                if (xml.Vocabulary is not (Vocabulary.Atom or Vocabulary.Atom03 or Vocabulary.Core))
                    xml.AssumeDefault(Vocabulary.Atom);
                AtomReader.Read(xml, feed);
                break;
            default:
                SitemapReader.Read(xml, feed);
                break;
        }
    }

    /// Without a base of its own, a feed's relative links are meant against its home page
    private static IReadOnlyList<ParsedEntry> Resolve(IReadOnlyList<ParsedEntry> entries, string? baseUrl, FeedMetadata feed)
    {
        if (baseUrl is not null || (feed.Link ?? feed.Self) is not { } home || !entries.Any(HasRelative))
            return entries;
        return [.. entries.Select(entry => !HasRelative(entry) ? entry : entry with
        {
            Link = WebAddress.Absolute(entry.Link, home),
            CommentsUrl = WebAddress.Absolute(entry.CommentsUrl, home),
            Image = WebAddress.Absolute(entry.Image, home),
            Enclosures = [.. entry.Enclosures.Select(file => file with { Url = WebAddress.Absolute(file.Url, home) ?? file.Url })],
        })];
    }

    private static bool HasRelative(ParsedEntry entry) =>
        IsRelative(entry.Link) || IsRelative(entry.CommentsUrl) || IsRelative(entry.Image) || entry.Enclosures.Count > 0 && entry.Enclosures.Any(static file => IsRelative(file.Url));

    private static bool IsRelative(string? address) =>
        address is not null && !address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
