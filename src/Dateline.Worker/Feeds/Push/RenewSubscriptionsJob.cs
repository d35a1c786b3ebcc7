using Dateline.Worker.Http;
using Dateline.Worker.Storage;
using Microsoft.Extensions.Options;
using Quartz;

namespace Dateline.Worker.Feeds.Push;

/// <summary>Keeps the subscriptions in line with the feeds, and asks the hubs of those that are due.</summary>
[DisallowConcurrentExecution]
internal sealed class RenewSubscriptionsJob(
    SubscriptionStore subscriptions, FeedStore feeds, Subscriber subscriber, IOptions<PushOptions> options, IOptions<HttpOptions> http) : IJob
{
    public const string Name = "subscribe";

    /// <summary>Hubs asked at the same time; all that is claimed is asked at once, so a lease is as long as a request.</summary>
    private const int Concurrency = 16;

    /// <summary>Rounds at a time, so that the table is reconciled in between.</summary>
    private const int MostRounds = 10;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var left in await subscriptions.Reconcile(options.Value.Callback(), cancellationToken))
            await feeds.MakeDue(left, cancellationToken);
        var lease = TimeSpan.FromSeconds(http.Value.TotalTimeoutSeconds + 60);
        for (var round = 0; round < MostRounds; round++)
        {
            var due = await subscriptions.ClaimDue(Concurrency, lease, cancellationToken);
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellationToken },
                async (row, token) => await subscriber.Ask(row, token));
            if (due.Count < Concurrency)
                break;
        }
    }
}
