using Dateline.Worker.Documents;
using AngleSharp.Html.Parser;
using Dateline.Worker.Feeds.Parsing;
using Dateline.Worker.Http;
using Dateline.Worker.Http.Robots;

namespace Dateline.Worker.Feeds;

/// <summary>A feed found at or behind an address.</summary>
internal sealed record FoundFeed(string Url, string? Title, FeedFormat Format, int Entries);

/// <summary>What an address leads to: feeds, or the reason why none.</summary>
internal sealed record DiscoveryResult(IReadOnlyList<FoundFeed> Feeds, string? Reason);

/// <summary>Finds the feed of a site: the address itself, what its page links to as alternate, then the usual paths.</summary>
internal sealed class FeedDiscovery(WebFetcher web, RobotsCache robots)
{
    private const int MaxBytes = 8 << 20;

    private static readonly string[] UsualPaths = ["/feed", "/rss", "/rss.xml", "/atom.xml", "/feed.xml", "/index.xml", "/feed.json"];

    public async Task<DiscoveryResult> Discover(Uri address, WebAccess? access, CancellationToken cancellationToken)
    {
        var result = await web.Get(new WebQuery(address, MaxBytes, "*/*", Access: access), cancellationToken);
        if (result is WebResult.Failure failure)
            return new DiscoveryResult([], failure.Message);
        var answer = (WebResult.Answer)result;
        if (AsFeed(answer) is { } feed)
            return new DiscoveryResult([feed], null);

        var found = new List<FoundFeed>();
        foreach (var candidate in Alternates(answer).Take(10))
            await Try(candidate, AccessTo(candidate), found, cancellationToken);
        foreach (var path in found.Count == 0 ? UsualPaths : [])
        {
            await Try(new Uri(answer.FinalUrl, path), AccessTo(answer.FinalUrl), found, cancellationToken);
            if (found.Count > 0)
                break;
        }

        WebAccess? AccessTo(Uri url) => access?.For(url, address);
        return new DiscoveryResult(found, found.Count > 0 ? null : $"HTTP {(int)answer.Status}: neither a feed nor a page that leads to one");
    }

    private async Task Try(Uri candidate, WebAccess? access, List<FoundFeed> found, CancellationToken cancellationToken)
    {
        if ((await robots.For(candidate, cancellationToken)).IsAllowed(candidate)
            && await web.Get(new WebQuery(candidate, MaxBytes, "*/*", Access: access), cancellationToken) is WebResult.Answer answer && AsFeed(answer) is { } feed)
            found.Add(feed);
    }

    private static FoundFeed? AsFeed(WebResult.Answer answer)
    {
        if ((int)answer.Status is not (>= 200 and < 300))
            return null;
        var parsed = FeedParser.Parse(answer.Body, answer.ContentType, answer.FinalUrl, MaxBytes);
        return parsed.Format == FeedFormat.Unknown
            ? null
            : new FoundFeed((answer.MovedTo ?? answer.FinalUrl).AbsoluteUri, CleanText.OptionalLine(parsed.Feed.Title), parsed.Format, parsed.Entries.Count);
    }

    private static IEnumerable<Uri> Alternates(WebResult.Answer page)
    {
        using var body = new MemoryStream(page.Body);
        var document = new HtmlParser().ParseDocument(body);
        foreach (var link in document.QuerySelectorAll("link[rel~=alternate][href]"))
        {
            var type = link.GetAttribute("type") ?? "";
            var isFeed = type.Contains("rss", StringComparison.OrdinalIgnoreCase) || type.Contains("atom", StringComparison.OrdinalIgnoreCase)
                || type.Contains("feed+json", StringComparison.OrdinalIgnoreCase);
            if (isFeed && WebUri.TryAgainst(page.FinalUrl, link.GetAttribute("href"), out var url))
                yield return url;
        }
    }
}
