using Dateline.Worker.Storage;

namespace Dateline.Worker.Feeds.Push;

/// <summary>
/// What a feed's hub has shown of itself, in the light of the poll just made. Pure. It is trusted once a poll found nothing new beside
/// what it had pushed, and no longer when a poll finds what it had not.
/// </summary>
/// <param name="Until">The end of the subscription.</param>
/// <param name="ProvedAt">Since when it is trusted; null when it is not.</param>
/// <param name="Missed">Articles that this poll found first although the hub should have pushed them.</param>
internal sealed record PushStanding(string Hub, DateTimeOffset Until, DateTimeOffset? ProvedAt, int Missed)
{
    /// <summary>Null when no subscription is active.</summary>
    /// <param name="read">The feed answered this poll.</param>
    /// <param name="newEntries">What the poll found first.</param>
    public static PushStanding? Of(FeedRow feed, SubscriptionRow? subscription, bool read, int newEntries, DateTimeOffset now)
    {
        if (subscription is not { ExpiresAt: { } until, VerifiedAt: { } verified } || !subscription.IsActiveAt(now.ToUnixTimeMilliseconds()))
            return null;
        // what was published before the subscription began is no fault of the hub's
        var missed = read && verified <= feed.LastSuccessAt ? newEntries : 0;
        var proved = feed.PushProvedAt >= verified ? feed.PushProvedAt : read && feed.PushedNew > 0 ? now.ToUnixTimeMilliseconds() : null;
        return new PushStanding(subscription.Hub, UnixTime.FromMilliseconds(until), missed > 0 ? null : UnixTime.FromMilliseconds(proved), missed);
    }
}
