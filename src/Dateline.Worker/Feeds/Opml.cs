using System.Xml;
using Dateline.Worker.Feeds.Parsing;
using Dateline.Worker.Storage;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds;

/// <summary>What an OPML file holds: its feeds, and how many outlines had an address that is none.</summary>
internal sealed record OpmlFeeds(IReadOnlyList<NewFeed> Feeds, int BadAddresses);

/// <summary>
/// Feed lists in OPML. Most lists in the wild are not well-formed (bare ampersands in addresses), so they are read as feeds are: by
/// the forgiving reader. Outlines without an address are categories; <c>country</c>, <c>language</c> and <c>cron</c> are attributes of ours.
/// </summary>
internal static class Opml
{
    public static OpmlFeeds Read(ReadOnlyMemory<byte> document)
    {
        var problems = new ProblemLog();
        var (text, _) = TextEncodings.Decode(document.Span, null, Documents.XmlDeclaration.EncodingOf, problems);
        using var xml = new ForgivingXml(text, null, problems);
        var feeds = new Dictionary<string, NewFeed>(StringComparer.Ordinal);
        var categories = new List<(int Depth, string Name)>();
        var bad = 0;
        while (xml.Read())
        {
            if (xml.Token != XmlToken.Start || xml.Name is not "outline")
                continue;
            categories.RemoveAll(category => category.Depth >= xml.Depth);
            var name = Given(xml.Attribute("title")) ?? Given(xml.Attribute("text"));
            if (Given(xml.Attribute("xmlUrl")) is not { } url)
                categories.Add((xml.Depth, name ?? ""));
            else if (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
                feeds.TryAdd(address.AbsoluteUri, Feed(xml, address.AbsoluteUri, name, categories));
            else
                bad++;
        }

        return new OpmlFeeds([.. feeds.Values], bad);
    }

    public static void Write(TextWriter output, IEnumerable<FeedRow> feeds)
    {
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, CloseOutput = false });
        xml.WriteStartElement("opml");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteStartElement("head");
        xml.WriteElementString("title", "Dateline's feeds");
        xml.WriteEndElement();
        xml.WriteStartElement("body");
        foreach (var category in feeds.GroupBy(feed => feed.Category ?? "").OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            if (category.Key.Length > 0)
            {
                xml.WriteStartElement("outline");
                Attribute(xml, "text", category.Key);
            }

            foreach (var feed in category)
                WriteFeed(xml, feed);
            if (category.Key.Length > 0)
                xml.WriteEndElement();
        }

        xml.WriteEndDocument();
    }

    private static NewFeed Feed(ForgivingXml xml, string url, string? name, List<(int Depth, string Name)> categories) => new(
        url, name,
        Given(xml.Attribute("country"))?.ToUpperInvariant(),
        Given(xml.Attribute("language"))?.ToLowerInvariant(),
        Given(string.Join(" / ", categories.Select(category => category.Name).Where(part => part.Length > 0))),
        Given(xml.Attribute("cron")),
        Given(xml.Attribute("htmlUrl")));

    private static void WriteFeed(XmlWriter xml, FeedRow feed)
    {
        xml.WriteStartElement("outline");
        xml.WriteAttributeString("type", "rss");
        Attribute(xml, "text", feed.Title.Length > 0 ? feed.Title : feed.Url);
        Attribute(xml, "xmlUrl", feed.Url);
        Attribute(xml, "htmlUrl", feed.Homepage);
        Attribute(xml, "language", feed.Language);
        Attribute(xml, "country", feed.Country);
        Attribute(xml, "cron", feed.Cron);
        xml.WriteEndElement();
    }

    /// <summary>Titles come from feeds: control characters would make the document ill-formed.</summary>
    private static void Attribute(XmlWriter xml, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            xml.WriteAttributeString(name, string.Concat(value.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))));
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
