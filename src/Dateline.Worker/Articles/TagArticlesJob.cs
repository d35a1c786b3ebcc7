using Dateline.Worker.Jobs;
using Dateline.Worker.Storage;
using Microsoft.Extensions.Options;
using Quartz;

namespace Dateline.Worker.Articles;

/// <summary>Claims articles that wait for their tags and hands them to the pool.</summary>
[DisallowConcurrentExecution]
internal sealed class TagArticlesJob(ArticleStore articles, ArticleProcessor processor, ArticlePool pool, IOptions<ArticleOptions> options) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        while (pool.Free is > 0 and var limit)
        {
            var claimed = await articles.ClaimUntagged(limit, TimeSpan.FromSeconds(options.Value.LeaseSeconds), cancellationToken);
            foreach (var article in claimed)
                pool.Start(token => Process(article, token));
            if (claimed.Count < limit)
                break;
        }
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
