using Dateline.Worker.Storage;
using Microsoft.Extensions.Options;
using Quartz;

namespace Dateline.Worker.Operations;

/// <summary>Drops the content of old events and forgets articles that left their feeds long ago, and hosts that nobody asks.</summary>
[DisallowConcurrentExecution]
internal sealed partial class RetentionJob(
    OutboxStore outbox, ArticleStore articles, HostTurnStore turns, IOptions<StorageOptions> options, ILogger<RetentionJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var events = await outbox.Purge(TimeSpan.FromDays(options.Value.KeepEventsDays), cancellationToken);
        var forgotten = await articles.Forget(TimeSpan.FromDays(options.Value.ForgetArticlesDays), cancellationToken);
        await turns.Forget(cancellationToken);
        if (events + forgotten > 0)
            Done(events, forgotten);
    }

    [LoggerMessage(EventIds.RetentionDone, LogLevel.Information, "Dropped {EventCount} old events and forgot {ArticleCount} articles")]
    private partial void Done(int eventCount, int articleCount);
}
