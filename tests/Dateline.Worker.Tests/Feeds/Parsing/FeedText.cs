using System.Text;
using Dateline.Worker.Feeds.Parsing;

namespace Dateline.Worker.Tests.Feeds.Parsing;

/// <summary>Feeds written out in a test.</summary>
internal static class FeedText
{
    public const string Atom = "http://www.w3.org/2005/Atom";

    public static ParsedFeed Parse(string document, string? baseUrl = null, string? contentType = null) =>
        FeedParser.Parse(Encoding.UTF8.GetBytes(document), contentType, baseUrl is null ? null : new Uri(baseUrl));

    public static ParsedFeed Rss(string channel, string version = "2.0") => Parse($"<rss version=\"{version}\"><channel>{channel}</channel></rss>");

    /// <summary>The one entry of an RSS 2.0 feed with the usual prefixes declared.</summary>
    public static ParsedEntry RssItem(string item) => Assert.Single(Parse(
        $"""
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"
          xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="{Atom}"><channel><item>{item}</item></channel></rss>
        """).Entries);

    public static ParsedEntry AtomEntry(string entry) => Assert.Single(Parse($"<feed xmlns=\"{Atom}\"><entry>{entry}</entry></feed>").Entries);
}
