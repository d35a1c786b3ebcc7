using System.Text;
using System.Text.Unicode;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>The vocabularies that feeds are written in. <see cref="Core"/> is an element without namespace or of any RSS namespace.</summary>
internal enum Vocabulary
{
    Core, Atom, Atom03, Rdf, DublinCore, DublinCoreTerms, Content, Media, ITunes, Syndication, Thread, Xhtml, News, Sitemap, Xml, FeedBurner, Other,
}

/// <summary>Namespace names to vocabularies, and the prefixes that documents use without declaring them.</summary>
internal static class Vocabularies
{
    /// More than the longest name takes, with space around it
    private const int Longest = 160;

    public static Vocabulary OfNamespace(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Longest)
            return Vocabulary.Other;
        Span<char> characters = stackalloc char[Longest];
        Utf8.ToUtf16(utf8, characters, out _, out var length);
        var name = characters[..length].Trim();
        Span<char> lower = stackalloc char[name.Length];
        ((ReadOnlySpan<char>)name).ToLowerInvariant(lower);
        if (lower.StartsWith("http://www.google.com/schemas/sitemap-news"))
            return Vocabulary.News;
        if (lower.StartsWith("http://backend.userland.com/rss"))
            return Vocabulary.Core;
        return lower switch
        {
            "" or "http://my.netscape.com/rdf/simple/0.9/" or "http://channel.netscape.com/rdf/simple/0.9/" or "http://purl.org/rss/1.0/"
                or "http://purl.org/net/rss1.1#" or "http://blogs.law.harvard.edu/tech/rss" or "http://my.netscape.com/publish/formats/rss-0.91.dtd"
                or "http://example.com/newformat#" or "http://example.com/necho" or "http://purl.org/echo/" or "uri/of/echo/namespace#"
                or "http://purl.org/pie/" or "http://cyber.law.harvard.edu/rss/rss.html" or "http://cyber.law.harvard.edu/rss" => Vocabulary.Core,
            "http://www.w3.org/2005/atom" => Vocabulary.Atom,
            "http://purl.org/atom/ns#" or "http://purl.org/atom/ns" => Vocabulary.Atom03,
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#" => Vocabulary.Rdf,
            "http://purl.org/dc/elements/1.1/" or "http://purl.org/dc/elements/1.0/" => Vocabulary.DublinCore,
            "http://purl.org/dc/terms/" => Vocabulary.DublinCoreTerms,
            "http://purl.org/rss/1.0/modules/content/" => Vocabulary.Content,
            "http://search.yahoo.com/mrss/" or "http://search.yahoo.com/mrss" or "http://www.rssboard.org/media-rss" => Vocabulary.Media,
            "http://www.itunes.com/dtds/podcast-1.0.dtd" or "http://example.com/dtds/podcast-1.0.dtd" => Vocabulary.ITunes,
            "http://purl.org/rss/1.0/modules/syndication/" => Vocabulary.Syndication,
            "http://purl.org/syndication/thread/1.0" => Vocabulary.Thread,
            "http://www.w3.org/1999/xhtml" => Vocabulary.Xhtml,
            "http://www.sitemaps.org/schemas/sitemap/0.9" or "http://www.google.com/schemas/sitemap/0.84" => Vocabulary.Sitemap,
            "http://www.w3.org/xml/1998/namespace" => Vocabulary.Xml,
            "http://rssnamespace.org/feedburner/ext/1.0" => Vocabulary.FeedBurner,
            _ => Vocabulary.Other,
        };
    }

    public static Vocabulary OfUndeclaredPrefix(ReadOnlySpan<byte> prefix) => Encoding.UTF8.GetString(prefix[..Math.Min(prefix.Length, 16)]) switch
    {
        "atom" or "atom10" => Vocabulary.Atom,
        "rdf" => Vocabulary.Rdf,
        "dc" => Vocabulary.DublinCore,
        "dcterms" => Vocabulary.DublinCoreTerms,
        "content" => Vocabulary.Content,
        "media" => Vocabulary.Media,
        "itunes" => Vocabulary.ITunes,
        "sy" => Vocabulary.Syndication,
        "thr" => Vocabulary.Thread,
        "xhtml" => Vocabulary.Xhtml,
        "news" => Vocabulary.News,
        "xml" => Vocabulary.Xml,
        "rss" => Vocabulary.Core,
        _ => Vocabulary.Other,
    };
}
