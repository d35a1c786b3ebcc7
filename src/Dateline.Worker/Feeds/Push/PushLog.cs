namespace Dateline.Worker.Feeds.Push;

/// <summary>What subscriptions and pushes say in the log. Parameters that are not in the text become properties under their own names.</summary>
internal static partial class PushLog
{
    [LoggerMessage(EventIds.FeedPushed, LogLevel.Information, "Pushed {FeedUrl}: {NewEntries} new of {Entries} in {ElapsedMs:0} ms, by {Hub}")]
    public static partial void Pushed(this ILogger logger, long FeedId, string feedUrl, int newEntries, int entries, double elapsedMs, string hub);

    [LoggerMessage(EventIds.FeedPinged, LogLevel.Information, "Pinged for {Topic} by {Hub}: {Reason}; the feed is polled now")]
    public static partial void Pinged(this ILogger logger, long FeedId, string topic, string hub, string reason);

    [LoggerMessage(EventIds.PushMissed, LogLevel.Warning, "Not pushed: a poll of {FeedUrl} found {NewEntries} articles that {Hub} had not brought; the feed is polled as without it until it proves itself again")]
    public static partial void Missed(this ILogger logger, long FeedId, string feedUrl, string hub, int newEntries);

    [LoggerMessage(EventIds.PushUnsigned, LogLevel.Warning, "Ignored a push for {Topic} of {Hub}: its signature is missing or wrong; said once a subscription")]
    public static partial void Unsigned(this ILogger logger, long FeedId, string topic, string hub);

    [LoggerMessage(EventIds.PushThrew, LogLevel.Error, "A push for {Topic} could not be stored; the hub is asked to send it again, and the feed is polled")]
    public static partial void PushThrew(this ILogger logger, Exception exception, long FeedId, string topic);

    [LoggerMessage(EventIds.SubscriptionVerified, LogLevel.Information, "Subscribed to {Topic} at {Hub} for {LeaseHours:0.##} h")]
    public static partial void SubscriptionVerified(this ILogger logger, long FeedId, string topic, string hub, double leaseHours);

    [LoggerMessage(EventIds.SubscriptionRefused, LogLevel.Warning, "{Hub} refuses to push {Topic}: {Reason}")]
    public static partial void SubscriptionRefused(this ILogger logger, long FeedId, string topic, string hub, string reason);

    [LoggerMessage(EventIds.SubscriptionEnded, LogLevel.Information, "No longer subscribed to {Topic} at {Hub}")]
    public static partial void SubscriptionEnded(this ILogger logger, long FeedId, string topic, string hub);

    [LoggerMessage(EventIds.SubscriptionUnreachable, LogLevel.Warning, "{Hub} could not be asked to push {Topic}: {Reason}; it is asked again")]
    public static partial void SubscriptionUnreachable(this ILogger logger, long FeedId, string topic, string hub, string reason);

    [LoggerMessage(EventIds.SubscriptionThrew, LogLevel.Error, "Asking {Hub} failed on our side; it is asked again when the lease ends")]
    public static partial void SubscriptionThrew(this ILogger logger, Exception exception, long FeedId, string hub);
}
