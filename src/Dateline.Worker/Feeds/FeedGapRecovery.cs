using Dateline.Contracts;
using Dateline.Worker.Feeds.Parsing;
using Dateline.Worker.Storage;

namespace Dateline.Worker.Feeds;

/// <summary>What is still to be had of the articles that a gap swallowed: archive pages, then news sitemaps. The gap is an event either way.</summary>
internal sealed class FeedGapRecovery(FeedArchive archive, NewsSitemap sitemap, ILogger<FeedGapRecovery> logger)
{
    public async Task<IReadOnlyList<CandidateArticle>> Recover(
        FeedRow feed, ParsedFeed document, FeedGap gap, List<OutboxRow> events, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var recovered = document.Feed.PreviousPage is { } page ? await archive.Read(feed, page, cancellationToken) : RecoveredArticles.None;
        if (!recovered.ReachedKnown)
        {
            var listed = await sitemap.Read(feed, document, gap, cancellationToken);
            recovered = new RecoveredArticles([.. recovered.Articles, .. listed.Articles], listed.ReachedKnown);
        }

        events.Add(FeedEvents.GapDetected(new FeedGapDetected(
            feed.Id, feed.Url, gap.Since, gap.Until, recovered.Articles.Count, recovered.ReachedKnown, now)));
        logger.Gap(feed.Id, feed.Url, gap.Since, recovered.Articles.Count, recovered.ReachedKnown);
        return recovered.Articles;
    }
}
