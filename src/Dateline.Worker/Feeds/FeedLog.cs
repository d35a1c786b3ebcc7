using Dateline.Worker.Http;

namespace Dateline.Worker.Feeds;

/// <summary>
/// What polling says in the log: one Information or Warning line a poll. Parameters that are not in the text become properties under
/// their own names, hence their capitals.
/// </summary>
internal static partial class FeedLog
{
    [LoggerMessage(EventIds.FeedPolled, LogLevel.Information, "Polled {FeedUrl}: {NewEntries} new, {ChangedEntries} changed of {Entries} in {ElapsedMs:0} ms, next in {NextPollMinutes:0.#} min")]
    public static partial void Polled(this ILogger logger, long FeedId, string feedUrl, int newEntries, int changedEntries, int entries, double elapsedMs, double nextPollMinutes);

    [LoggerMessage(EventIds.FeedUnchanged, LogLevel.Information, "Polled {FeedUrl}: unchanged in {ElapsedMs:0} ms, next in {NextPollMinutes:0.#} min")]
    public static partial void Unchanged(this ILogger logger, long FeedId, string feedUrl, double elapsedMs, double nextPollMinutes);

    [LoggerMessage(EventIds.FeedPollFailed, LogLevel.Warning, "Failed {FeedUrl}: {Reason}; next in {NextPollMinutes:0.#} min")]
    public static partial void Failed(this ILogger logger, long FeedId, string feedUrl, string reason, WebFailure? Cause, double nextPollMinutes);

    [LoggerMessage(EventIds.FeedMoved, LogLevel.Information, "Moved {FeedUrl}: it is polled at {NewFeedUrl} from now on")]
    public static partial void Moved(this ILogger logger, long FeedId, string feedUrl, string newFeedUrl);

    [LoggerMessage(EventIds.FeedHealthChanged, LogLevel.Information, "Feed {FeedUrl} is {Health} now, it was {HealthBefore}: {Reason}")]
    public static partial void HealthChanged(this ILogger logger, long FeedId, string feedUrl, string health, string healthBefore, string reason);

    [LoggerMessage(EventIds.FeedGap, LogLevel.Warning, "Gap in {FeedUrl}: nothing of the last poll at {Since:HH:mm} is in it any more; archive and sitemaps gave {RecoveredEntries} entries (closed: {IsClosed})")]
    public static partial void Gap(this ILogger logger, long FeedId, string feedUrl, DateTimeOffset since, int recoveredEntries, bool isClosed);

    [LoggerMessage(EventIds.FeedValidatorsLied, LogLevel.Warning, "{FeedUrl} said that it was unchanged and had {NewEntries} new entries: its ETag and Last-Modified are not sent for a month")]
    public static partial void ValidatorsLied(this ILogger logger, long FeedId, string feedUrl, int newEntries);

    [LoggerMessage(EventIds.FeedLeaseLost, LogLevel.Warning, "Another worker took over {FeedUrl} while it was polled here; its result stands")]
    public static partial void LeaseLost(this ILogger logger, long FeedId, string feedUrl);

    [LoggerMessage(EventIds.FeedPollThrew, LogLevel.Error, "Polling {FeedUrl} failed on our side: {Reason}; it is polled again when its lease ends")]
    public static partial void PollThrew(this ILogger logger, Exception? exception, long FeedId, string feedUrl, string reason);

    [LoggerMessage(EventIds.PollingSlowed, LogLevel.Warning, "Polling is slowed to {Share:P0}: {WaitingRows} articles and events wait, {FreeMegabytes} MB are free (Storage:MaxBacklog, Storage:MinFreeMegabytes)")]
    public static partial void PollingSlowed(this ILogger logger, double share, long waitingRows, long? freeMegabytes);

    [LoggerMessage(EventIds.PollingAsUsual, LogLevel.Information, "Polling goes on as usual: {WaitingRows} articles and events wait")]
    public static partial void PollingAsUsual(this ILogger logger, long waitingRows);

    [LoggerMessage(EventIds.FeedProblems, LogLevel.Debug, "Repaired {FeedUrl}: {Problems}")]
    public static partial void Problems(this ILogger logger, long FeedId, string feedUrl, string problems);
}
