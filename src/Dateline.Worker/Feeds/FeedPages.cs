using System.Net;
using Dateline.Worker.Feeds.Parsing;
using Dateline.Worker.Http;
using Dateline.Worker.Storage;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Feeds;

/// <summary>Fetches the documents beside a feed's own: archive pages and sitemaps, compressed files too.</summary>
internal sealed class FeedPages(WebFetcher web, HostTurns turns, IOptions<HttpOptions> options, TimeProvider time)
{
    /// <summary>Null when the host wants no more now, or what comes is no feed.</summary>
    public async Task<ParsedFeed?> Fetch(FeedRow feed, string address, CancellationToken cancellationToken)
    {
        if (WebUri.Of(address) is not { } url)
            return null;
        await using var turn = await turns.Take(url.IdnHost, cancellationToken);
        if (!turn.IsTaken)
            return null;
        if (turn.Wait > TimeSpan.Zero)
            await Task.Delay(turn.Wait, time, cancellationToken);
        var query = new WebQuery(url, options.Value.MaxFeedBytes, FeedFetcher.Accept, Access: WebAccess.Read(feed.Access)?.For(url, new Uri(feed.Url)));
        if (await web.Get(query, cancellationToken) is not WebResult.Answer { Status: HttpStatusCode.OK } answer)
            return null;
        var document = FeedParser.Parse(answer.Body, answer.ContentType, answer.FinalUrl, options.Value.MaxFeedBytes);
        return document.Format == FeedFormat.Unknown ? null : document;
    }
}
