namespace Dateline.Worker.Publishing;

/// <summary>What publishing says in the log.</summary>
internal static partial class PublishingLog
{
    [LoggerMessage(EventIds.EventsPublished, LogLevel.Debug, "Published {EventCount} events in {ElapsedMs:0} ms")]
    public static partial void Published(this ILogger logger, int eventCount, double elapsedMs);

    [LoggerMessage(EventIds.PublishPostponed, LogLevel.Warning, "The broker did not confirm {EventCount} events ({Reason}); they wait in the database and are sent again")]
    public static partial void Postponed(this ILogger logger, int eventCount, string reason);

    [LoggerMessage(EventIds.PublishSetAside, LogLevel.Error, "Set aside event {MessageId} after {Attempt} attempts: {Reason}; dateline failed lists them, dateline replay --failed tries again")]
    public static partial void SetAside(this ILogger logger, string messageId, long attempt, string reason);

    [LoggerMessage(EventIds.QueueDeclared, LogLevel.Information, "Queue {Queue} is bound to {Exchange} by {Bindings}")]
    public static partial void QueueDeclared(this ILogger logger, string queue, string exchange, string bindings);

    [LoggerMessage(EventIds.TopologyFailed, LogLevel.Warning, "The queues of Publishing:Queues could not be declared yet ({Reason}); tried again in {RetrySeconds} s, and nothing is published before")]
    public static partial void TopologyFailed(this ILogger logger, string reason, double retrySeconds);

    [LoggerMessage(EventIds.QueueDiffers, LogLevel.Error, "Queue {Queue} is there with other settings ({Reason}); it is used as it is. Delete it, or set its limits as they are")]
    public static partial void QueueDiffers(this ILogger logger, string queue, string reason);

    [LoggerMessage(EventIds.BusRenewed, LogLevel.Warning, "No event was confirmed for {SilenceSeconds:0} s, though the broker confirms what others send; the connection is made anew")]
    public static partial void BusRenewed(this ILogger logger, double silenceSeconds);

    [LoggerMessage(EventIds.BusNotRenewed, LogLevel.Error, "The connection could not be made anew: {Reason}")]
    public static partial void BusNotRenewed(this ILogger logger, string reason);
}
