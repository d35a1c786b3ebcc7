using Dateline.Worker.Jobs;
using Dateline.Worker.Storage;
using Microsoft.Extensions.Options;
using Quartz;

namespace Dateline.Worker.Articles;

/// <summary>Claims articles that wait for their tags and hands them to the pool.</summary>
[DisallowConcurrentExecution]
internal sealed class TagArticlesJob(ArticleStore articles, ArticleProcessor processor, ArticlePool pool, IOptions<ArticleOptions> options, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var started = time.GetTimestamp();
        do
        {
            var limit = pool.Free;
            var claimed = limit == 0 ? [] : await articles.ClaimUntagged(limit, TimeSpan.FromSeconds(options.Value.LeaseSeconds), cancellationToken);
            foreach (var article in claimed)
                pool.Start(token => Process(article, token));
            if (claimed.Count < limit)
                break;
        }
        while (await pool.WaitForRoom(WorkPool.Round - time.GetElapsedTime(started), cancellationToken));
    }

    private async Task Process(ArticleRow article, CancellationToken cancellationToken)
    {
        try
        {
            await processor.Process(article, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // cut short by our own stop: whoever is next may take it at once
            await articles.Postpone(article, TimeSpan.Zero, null, CancellationToken.None);
        }
    }
}

/// <summary>The places for articles under way.</summary>
internal sealed class ArticlePool(IOptions<ArticleOptions> options, TimeProvider time) : WorkPool(options.Value.Concurrency, time);
