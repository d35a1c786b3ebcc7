using System.Globalization;
using System.Xml;
using Dateline.Worker.Http;
using Dateline.Worker.Storage;

namespace Dateline.Worker.Feeds;

/// <summary>Feeds as OPML, categories as nested folders. Credentials, cookies and headers stay out of it: lists get passed on.</summary>
internal static class OpmlWriter
{
    public static void Write(TextWriter output, IEnumerable<FeedRow> feeds)
    {
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, CloseOutput = false });
        xml.WriteStartElement("opml");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteStartElement("head");
        xml.WriteElementString("title", "Dateline's feeds");
        xml.WriteEndElement();
        xml.WriteStartElement("body");
        string[] open = [];
        foreach (var category in feeds.GroupBy(feed => feed.Category ?? "").OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            open = Enter(xml, open, category.Key.Split(Opml.PathSeparator, StringSplitOptions.RemoveEmptyEntries));
            foreach (var feed in category)
                WriteFeed(xml, feed);
        }

        xml.WriteEndDocument();
    }

    /// <summary>Closes and opens folders from one path to the next.</summary>
    private static string[] Enter(XmlWriter xml, string[] open, string[] path)
    {
        var common = open.Zip(path).TakeWhile(pair => pair.First == pair.Second).Count();
        for (var depth = open.Length; depth > common; depth--)
            xml.WriteEndElement();
        foreach (var folder in path[common..])
        {
            xml.WriteStartElement("outline");
            Attribute(xml, "text", folder);
        }

        return path;
    }

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
        Attribute(xml, "minInterval", Minutes(feed.MinIntervalMinutes));
        Attribute(xml, "maxInterval", Minutes(feed.MaxIntervalMinutes));
        Attribute(xml, "userAgent", WebAccess.Read(feed.Access)?.UserAgent);
        xml.WriteEndElement();
    }

    private static string? Minutes(double? minutes) => minutes?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Titles come from feeds: control characters would make the document ill-formed.</summary>
    private static void Attribute(XmlWriter xml, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            xml.WriteAttributeString(name, string.Concat(value.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))));
    }
}
