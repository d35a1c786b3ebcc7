using Dateline.Worker.Feeds.Parsing;
using Dateline.Worker.Http;
using Dateline.Worker.Storage;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Feeds;

/// <summary>What a feed's older pages gave, and whether they reached what was known.</summary>
internal sealed record ArchiveResult(IReadOnlyList<CandidateArticle> Articles, bool ReachedKnown);

/// <summary>Goes back through a feed's pages (RFC 5005 prev-archive and next, JSON Feed's next_url) until something known turns up.</summary>
internal sealed class FeedArchive(
    WebFetcher web, HostGate gate, PollStore polls, IOptions<HttpOptions> http, IOptions<FeedOptions> options, TimeProvider time)
{
    private const int MostPages = 10;

    public async Task<ArchiveResult> Read(FeedRow feed, string firstPage, CancellationToken cancellationToken)
    {
        var articles = new List<CandidateArticle>();
        var visited = new HashSet<string>(StringComparer.Ordinal) { feed.Url };
        var page = firstPage;
        while (visited.Count <= MostPages && visited.Add(page) && await Fetch(feed, page, cancellationToken) is { } document)
        {
            var found = CandidateArticles.From(feed, document, options.Value.MaxEntries, time.GetUtcNow());
            articles.AddRange(found);
            if ((await polls.Count(feed, found, cancellationToken)).Unknown < found.Count)
                return new ArchiveResult(articles, true);
            if (document.Feed.PreviousPage is not { } previous)
                break;
            page = previous;
        }

        return new ArchiveResult(articles, false);
    }

    /// <summary>Null when the host wants no more now, or what comes is no feed.</summary>
    private async Task<ParsedFeed?> Fetch(FeedRow feed, string address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || !gate.TryTakeTurn(url.IdnHost, out var wait))
            return null;
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken);
        var access = WebAccess.Read(feed.Access);
        if (access is not null && !WebAccess.IsHome(url, new Uri(feed.Url)))
            access = access.WithoutSecrets();
        if (await web.Get(new WebQuery(url, http.Value.MaxFeedBytes, FeedFetcher.Accept, Access: access), cancellationToken) is not WebResult.Answer { Status: System.Net.HttpStatusCode.OK } answer)
            return null;
        var document = FeedParser.Parse(answer.Body, answer.ContentType, answer.FinalUrl);
        return document.Format == FeedFormat.Unknown ? null : document;
    }
}
