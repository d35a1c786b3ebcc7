using System.Text;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>The format that a document's root element names.</summary>
internal static class FeedFormats
{
    public static FeedFormat Of(ForgivingXml xml) => xml.Name switch
    {
        "rss" => OfRss(xml.Attribute("version")),
        "rdf" => OfRdf(xml),
        "feed" or "entry" => xml.Vocabulary == Vocabulary.Atom ? FeedFormat.Atom10 : OfFeed(xml),
        "urlset" or "sitemapindex" => FeedFormat.Sitemap,
        _ => FeedFormat.Unknown,
    };

    /// <summary>RDF that declares no vocabulary of RSS.</summary>
    public static bool IsForeignRdf(ForgivingXml xml)
    {
        if (xml.Name is not "rdf")
            return false;
        foreach (var attribute in xml.Attributes)
        {
            var value = Encoding.UTF8.GetString(xml.RawValue(attribute));
            if (value.Contains("rss", StringComparison.OrdinalIgnoreCase) || value.Contains("/rdf/simple/", StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }

    /// Without a version it is read as the last one
    private static FeedFormat OfRss(string? version) => version?.Trim() switch
    {
        "0.90" or "0.9" => FeedFormat.Rss090,
        "0.91" => FeedFormat.Rss091,
        "0.92" => FeedFormat.Rss092,
        "0.93" => FeedFormat.Rss093,
        "0.94" => FeedFormat.Rss094,
        "1.0" => FeedFormat.Rss10,
        _ => FeedFormat.Rss20,
    };

    private static FeedFormat OfRdf(ForgivingXml xml)
    {
        foreach (var attribute in xml.Attributes)
        {
            if (Encoding.UTF8.GetString(xml.RawValue(attribute)).Contains("/rdf/simple/0.9/", StringComparison.OrdinalIgnoreCase))
                return FeedFormat.Rss090;
        }

        return FeedFormat.Rss10;
    }

    private static FeedFormat OfFeed(ForgivingXml xml) =>
        xml.Vocabulary == Vocabulary.Atom03 || xml.Attribute("version")?.Trim() is "0.3" or "0.2" or "0.1" ? FeedFormat.Atom03 : FeedFormat.Atom10;
}
