using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Dateline.Worker.Feeds.Parsing;

namespace Dateline.Worker.Demo;

/// <summary>Writes the demo's feed documents, each in its own format.</summary>
internal static class DemoDocuments
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Rss1 = "http://purl.org/rss/1.0/";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    public static (string Text, string ContentType) Write(DemoFeed feed, IReadOnlyList<DemoEntry> entries, string site)
    {
        return feed.Format switch
        {
            FeedFormat.Atom10 => (Document(AtomFeed(feed, entries, site)), "application/atom+xml"),
            FeedFormat.Rss10 => (Document(RdfFeed(feed, entries, site)), "application/rdf+xml"),
            FeedFormat.Json1 or FeedFormat.Json11 => (JsonFeed(feed, entries, site), "application/feed+json"),
            _ => (feed.Behaviour == DemoBehaviour.Malformed ? Spoil(Document(RssFeed(feed, entries, site))) : Document(RssFeed(feed, entries, site)), "application/rss+xml"),
        };
    }

    private static string Document(XElement root) => $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{root}";

    private static XElement RssFeed(DemoFeed feed, IReadOnlyList<DemoEntry> entries, string site) =>
        new("rss", new XAttribute("version", feed.Format == FeedFormat.Rss091 ? "0.91" : "2.0"),
            new XElement("channel",
                new XElement("title", feed.Title), new XElement("link", site + "/"), new XElement("description", feed.Title), new XElement("language", feed.Language),
                entries.Select(item => new XElement("item",
                    new XElement("title", item.Article.Title), new XElement("link", item.Url(site)), new XElement("description", item.Article.Summary),
                    feed.Format == FeedFormat.Rss091 ? null : new XElement("guid", item.Url(site)),
                    feed.Format == FeedFormat.Rss091 ? null : new XElement("pubDate", item.Published.ToString("R", CultureInfo.InvariantCulture))))));

    private static XElement AtomFeed(DemoFeed feed, IReadOnlyList<DemoEntry> entries, string site) =>
        new(Atom + "feed", new XAttribute(XNamespace.Xml + "lang", feed.Language),
            new XElement(Atom + "title", feed.Title), new XElement(Atom + "id", site + feed.Path),
            new XElement(Atom + "link", new XAttribute("href", site + "/")),
            new XElement(Atom + "updated", entries[0].Published.ToString("O", CultureInfo.InvariantCulture)),
            entries.Select(item => new XElement(Atom + "entry",
                new XElement(Atom + "title", item.Article.Title), new XElement(Atom + "id", $"urn:demo:{item.Article.Slug}"),
                new XElement(Atom + "link", new XAttribute("href", item.Url(site))),
                new XElement(Atom + "author", new XElement(Atom + "name", item.Article.Author)),
                new XElement(Atom + "updated", item.Published.ToString("O", CultureInfo.InvariantCulture)),
                new XElement(Atom + "summary", item.Article.Summary))));

    private static XElement RdfFeed(DemoFeed feed, IReadOnlyList<DemoEntry> entries, string site) =>
        new(Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", Rdf), new XAttribute(XNamespace.Xmlns + "dc", Dc), new XAttribute("xmlns", Rss1),
            new XElement(Rss1 + "channel", new XAttribute(Rdf + "about", site + feed.Path),
                new XElement(Rss1 + "title", feed.Title), new XElement(Rss1 + "link", site + "/"), new XElement(Rss1 + "description", feed.Title), new XElement(Dc + "language", feed.Language)),
            entries.Select(item => new XElement(Rss1 + "item", new XAttribute(Rdf + "about", item.Url(site)),
                new XElement(Rss1 + "title", item.Article.Title), new XElement(Rss1 + "link", item.Url(site)), new XElement(Rss1 + "description", item.Article.Summary),
                new XElement(Dc + "creator", item.Article.Author), new XElement(Dc + "date", item.Published.ToString("O", CultureInfo.InvariantCulture)))));

    private static string JsonFeed(DemoFeed feed, IReadOnlyList<DemoEntry> entries, string site) => JsonSerializer.Serialize(new
    {
        version = feed.Format == FeedFormat.Json1 ? "https://jsonfeed.org/version/1" : "https://jsonfeed.org/version/1.1",
        title = feed.Title,
        home_page_url = site + "/",
        feed_url = site + feed.Path,
        language = feed.Language,
        items = entries.Select(item => new
        {
            id = item.Url(site),
            url = item.Url(site),
            title = item.Article.Title,
            summary = item.Article.Summary,
            date_published = item.Published,
            authors = new[] { new { name = item.Article.Author } },
        }),
    });

    /// <summary>As it comes in the wild: undeclared entities and a bare ampersand in the first description, the end cut off.</summary>
    private static string Spoil(string document)
    {
        const string description = "<description>";
        return document
            .Insert(document.IndexOf(description, StringComparison.Ordinal) + description.Length, "Reviews, arts & letters&nbsp;&hellip; ")
            .Replace("</channel>", "", StringComparison.Ordinal)
            .Replace("</rss>", "", StringComparison.Ordinal);
    }
}
