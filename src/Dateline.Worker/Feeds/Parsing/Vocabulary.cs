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
        return Of(Bare(lower));
    }

    /// Documents write the names with either scheme, and with or without what stands at their ends
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> name)
    {
        if (name.StartsWith("https://"))
            name = name[8..];
        else if (name.StartsWith("http://"))
            name = name[7..];
        if (name.StartsWith("www."))
            name = name[4..];
        return name.TrimEnd("/#");
    }

    private static Vocabulary Of(ReadOnlySpan<char> bare)
    {
        if (bare.StartsWith("google.com/schemas/sitemap-news"))
            return Vocabulary.News;
        if (bare.StartsWith("backend.userland.com/rss"))
            return Vocabulary.Core;
        return bare switch
        {
            "" or "my.netscape.com/rdf/simple/0.9" or "channel.netscape.com/rdf/simple/0.9" or "purl.org/rss/1.0"
                or "purl.org/net/rss1.1" or "blogs.law.harvard.edu/tech/rss" or "my.netscape.com/publish/formats/rss-0.91.dtd"
                or "example.com/newformat" or "example.com/necho" or "purl.org/echo" or "uri/of/echo/namespace"
                or "purl.org/pie" or "cyber.law.harvard.edu/rss/rss.html" or "cyber.law.harvard.edu/rss" => Vocabulary.Core,
            "w3.org/2005/atom" or "purl.org/atom/ns#draft-ietf-atompub-format-09" => Vocabulary.Atom,
            "purl.org/atom/ns" => Vocabulary.Atom03,
            "w3.org/1999/02/22-rdf-syntax-ns" => Vocabulary.Rdf,
            "purl.org/dc/elements/1.1" or "purl.org/dc/elements/1.0" => Vocabulary.DublinCore,
            "purl.org/dc/terms" => Vocabulary.DublinCoreTerms,
            "purl.org/rss/1.0/modules/content" => Vocabulary.Content,
            "search.yahoo.com/mrss" or "rssboard.org/media-rss" => Vocabulary.Media,
            "itunes.com/dtds/podcast-1.0.dtd" or "example.com/dtds/podcast-1.0.dtd" => Vocabulary.ITunes,
            "purl.org/rss/1.0/modules/syndication" => Vocabulary.Syndication,
            "purl.org/syndication/thread/1.0" => Vocabulary.Thread,
            "w3.org/1999/xhtml" => Vocabulary.Xhtml,
            "sitemaps.org/schemas/sitemap/0.9" or "google.com/schemas/sitemap/0.84" or "google.com/schemas/sitemap/0.9" => Vocabulary.Sitemap,
            "w3.org/xml/1998/namespace" => Vocabulary.Xml,
            "rssnamespace.org/feedburner/ext/1.0" => Vocabulary.FeedBurner,
            _ => Vocabulary.Other,
        };
    }

    public static Vocabulary OfUsualPrefix(ReadOnlySpan<byte> prefix) => Encoding.UTF8.GetString(prefix[..Math.Min(prefix.Length, 16)]).ToLowerInvariant() switch
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
        "feedburner" => Vocabulary.FeedBurner,
        _ => Vocabulary.Other,
    };
}
