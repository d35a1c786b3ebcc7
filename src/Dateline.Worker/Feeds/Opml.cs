using System.Globalization;
using Dateline.Worker.Feeds.Parsing;
using Dateline.Worker.Http;
using Dateline.Worker.Storage;
using Dateline.Worker.Documents;
using Quartz;

namespace Dateline.Worker.Feeds;

/// <summary>What an OPML file holds: its feeds, and how many outlines had an address that is none.</summary>
internal sealed record OpmlFeeds(IReadOnlyList<NewFeed> Feeds, int BadAddresses);

/// <summary>
/// Feed lists in OPML. Most lists in the wild are not well-formed (bare ampersands in addresses), so they are read as feeds are: by
/// the forgiving reader. Outlines without an address are categories; <c>country</c>, <c>language</c>, <c>cron</c>,
/// <c>minInterval</c>, <c>maxInterval</c> (minutes) and <c>userAgent</c> are attributes of ours.
/// </summary>
internal static class Opml
{
    /// <summary>Between the folders of a category's path.</summary>
    public const string PathSeparator = " / ";

    /// <summary>Deeper than any list is meant; a list that is written again stays within the depth that is read.</summary>
    private const int MostFolders = 32;

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
            else if (WebUri.Of(url) is { } uri)
                Add(feeds, Feed(xml, FeedAddress.Of(uri), name, categories));
            else
                bad++;
        }

        return new OpmlFeeds([.. feeds.Values], bad);
    }

    private static void Add(Dictionary<string, NewFeed> feeds, NewFeed feed) => feeds.TryAdd(feed.Url, feed);

    private static NewFeed Feed(ForgivingXml xml, FeedRow address, string? name, List<(int Depth, string Name)> categories) => new(
        address.Url, name,
        Given(xml.Attribute("country"))?.ToUpperInvariant(),
        Given(xml.Attribute("language"))?.ToLowerInvariant(),
        Given(string.Join(PathSeparator, categories.Select(category => category.Name).Where(part => part.Length > 0).Take(MostFolders))),
        Cron(Given(xml.Attribute("cron"))),
        Given(xml.Attribute("htmlUrl")),
        Minutes(Given(xml.Attribute("minInterval"))),
        Minutes(Given(xml.Attribute("maxInterval"))),
        Access(address, Given(xml.Attribute("userAgent"))));

    private static string? Access(FeedRow address, string? userAgent)
    {
        var access = (WebAccess.Read(address.Access) ?? new WebAccess()) with { UserAgent = userAgent };
        return access.Problem() is null ? access.Write() : address.Access;
    }

    private static double? Minutes(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var minutes) && minutes > 0 ? minutes : null;

    /// <summary>A schedule that is none would keep the feed from being polled as its owner meant: the rule stands in.</summary>
    private static string? Cron(string? text) => text is not null && CronExpression.TryParse(text, out _) ? text : null;

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
