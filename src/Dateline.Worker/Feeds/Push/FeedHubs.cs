using Dateline.Worker.Feeds.Parsing;
using Dateline.Worker.Http;
using Dateline.Worker.Storage;

namespace Dateline.Worker.Feeds.Push;

/// <summary>The hubs that a feed names, in its order, and the topic: the address under which they know it. Pure.</summary>
internal sealed record FeedHubs(IReadOnlyList<string> Hubs, string Topic)
{
    private const int MostHubs = 3;

    private const int LongestAddress = 2_000;

    /// <summary>What is known after a poll: the Link header comes before the document; without a new document, what was known.</summary>
    public static FeedHubs? After(FeedRow feed, FetchOutcome outcome, ParsedFeed? document)
    {
        if (outcome is not FetchOutcome.Fetched fetched)
            return Of(feed);
        var links = LinkHeader.Read(fetched.Link, fetched.FinalUrl);
        var named = links.Where(link => link.Relation == "hub").Select(link => link.Target.AbsoluteUri).ToArray();
        if (named.Length == 0 && document is null)
            return Of(feed);
        var self = links.Where(link => link.Relation == "self").Select(link => link.Target.AbsoluteUri).FirstOrDefault() ?? document?.Feed.Self;
        return Of(named.Length > 0 ? named : document!.Feed.Hubs, self, feed.Topic is not null && document is null ? feed.Topic : feed.Url);
    }

    /// <summary>As stored.</summary>
    public static FeedHubs? Of(FeedRow feed) =>
        feed is { Hubs: { } hubs, Topic: { } topic } ? new FeedHubs(hubs.Split(' '), topic) : null;

    public string Write() => string.Join(' ', Hubs);

    private static FeedHubs? Of(IEnumerable<string> named, string? self, string otherwise)
    {
        var hubs = named.Select(Usable).OfType<string>().Distinct(StringComparer.Ordinal).Take(MostHubs).ToArray();
        return hubs.Length == 0 ? null : new FeedHubs(hubs, IsWeb(self) ? self! : otherwise);
    }

    /// <summary>In the form without spaces; null for what is not asked: other schemes, an address with a password.</summary>
    private static string? Usable(string address) =>
        IsWeb(address) && new Uri(address) is { UserInfo.Length: 0 } hub && hub.AbsoluteUri.Length <= LongestAddress ? hub.AbsoluteUri : null;

    private static bool IsWeb(string? address) =>
        address is { Length: <= LongestAddress } && WebUri.Of(address) is not null;
}
