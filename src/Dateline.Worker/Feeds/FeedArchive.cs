using Dateline.Worker.Storage;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Feeds;

/// <summary>What was found of a gap's articles, and whether it reached what was known, so that nothing is missing.</summary>
internal sealed record RecoveredArticles(IReadOnlyList<CandidateArticle> Articles, bool ReachedKnown)
{
    public static readonly RecoveredArticles None = new([], false);
}

/// <summary>Goes back through a feed's pages (RFC 5005 prev-archive and next, JSON Feed's next_url) until something known turns up.</summary>
internal sealed class FeedArchive(FeedPages pages, PollStore polls, IOptions<FeedOptions> options, TimeProvider time)
{
    private const int MostPages = 10;

    public async Task<RecoveredArticles> Read(FeedRow feed, string firstPage, CancellationToken cancellationToken)
    {
        var articles = new List<CandidateArticle>();
        var visited = new HashSet<string>(StringComparer.Ordinal) { feed.Url };
        var page = firstPage;
        while (visited.Count <= MostPages && visited.Add(page) && await pages.Fetch(feed, page, cancellationToken) is { } document)
        {
            var found = CandidateArticles.From(feed, document, options.Value.MaxEntries, time.GetUtcNow());
            articles.AddRange(found);
            if ((await polls.Find(feed, found, cancellationToken)).Count().Unknown < found.Count)
                return new RecoveredArticles(articles, true);
            if (document.Feed.PreviousPage is not { } previous)
                break;
            page = previous;
        }

        return new RecoveredArticles(articles, false);
    }
}
