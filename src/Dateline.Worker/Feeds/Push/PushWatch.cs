using Dateline.Worker.Storage;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Feeds.Push;

/// <summary>Looks up what a poll needs to know of the feed's hub.</summary>
internal sealed class PushWatch(SubscriptionStore subscriptions, IOptions<PushOptions> options, TimeProvider time, ILogger<PushWatch> logger)
{
    /// <summary>Null when the feed is not pushed: then it is polled as if there were no hubs.</summary>
    public async Task<PushStanding?> Standing(FeedRow feed, bool read, int newEntries, CancellationToken cancellationToken)
    {
        if (!options.Value.IsOn || feed.Hubs is null)
            return null;
        var standing = PushStanding.Of(feed, await subscriptions.OfFeed(feed.Id, cancellationToken), read, newEntries, time.GetUtcNow());
        if (standing is { Missed: > 0 } && feed.PushProvedAt is not null)
            logger.Missed(feed.Id, feed.Url, standing.Hub, standing.Missed);
        return standing;
    }
}
