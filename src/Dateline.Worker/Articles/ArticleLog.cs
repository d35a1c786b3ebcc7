namespace Dateline.Worker.Articles;

/// <summary>
/// What reading and tagging say in the log: one Information line an article. Parameters that are not in the text become properties
/// under their own names, hence their capitals.
/// </summary>
internal static partial class ArticleLog
{
    [LoggerMessage(EventIds.ArticleTagged, LogLevel.Information, "Tagged {Title} [{Topics}] [{Regions}] {Language} {ArticleUrl}")]
    public static partial void Tagged(this ILogger logger, string ArticleId, string title, string topics, string regions, string language, string articleUrl, string RoutingKey, long Revision, string Watches);

    [LoggerMessage(EventIds.ArticlePageFailed, LogLevel.Debug, "No page for {ArticleUrl}: {Reason}; the feed's text is used")]
    public static partial void PageFailed(this ILogger logger, string ArticleId, string articleUrl, string reason);

    [LoggerMessage(EventIds.ArticlePagePostponed, LogLevel.Debug, "No page for {ArticleUrl} now: {Reason}; asked for again in {DelaySeconds:0} s")]
    public static partial void PagePostponed(this ILogger logger, string ArticleId, string articleUrl, string reason, double delaySeconds);

    [LoggerMessage(EventIds.ArticleThrew, LogLevel.Error, "Reading {ArticleUrl} failed on our side, attempt {Attempt}: {Reason}")]
    public static partial void Threw(this ILogger logger, Exception? exception, string ArticleId, string articleUrl, long attempt, string reason);

    [LoggerMessage(EventIds.ArticleSetAside, LogLevel.Error, "Set aside {ArticleUrl} after {Attempt} attempts: {Reason}; dateline replay --failed tries again")]
    public static partial void SetAside(this ILogger logger, string ArticleId, string articleUrl, long attempt, string reason);

    [LoggerMessage(EventIds.ArticleLeaseLost, LogLevel.Warning, "Another worker took over {ArticleUrl} while it was read here; its result stands")]
    public static partial void LeaseLost(this ILogger logger, string ArticleId, string articleUrl);
}
