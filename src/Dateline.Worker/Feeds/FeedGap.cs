using Dateline.Worker.Storage;

namespace Dateline.Worker.Feeds;

/// <summary>The span between two polls that a feed's document no longer covers.</summary>
internal sealed record FeedGap(DateTimeOffset Since, DateTimeOffset Until)
{
    /// <summary>A document of fewer entries may well be new as a whole.</summary>
    private const int Least = 5;

    /// <summary>
    /// A gap: the feed was read before, every entry is new, and none is dated before the last poll, so the document does not reach back to it.
    /// </summary>
    public static FeedGap? Between(FeedRow feed, IReadOnlyList<CandidateArticle> candidates, int newEntries, DateTimeOffset now)
    {
        if (feed.LastDocumentAt is null || feed.LastSuccessAt is not { } last || candidates.Count < Least || newEntries < candidates.Count)
            return null;
        var oldest = candidates.Min(candidate => candidate.PublishedAt);
        return oldest <= last ? null : new FeedGap(UnixTime.FromMilliseconds(last), UnixTime.FromMilliseconds(oldest) ?? now);
    }
}
