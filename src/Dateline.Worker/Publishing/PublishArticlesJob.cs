using System.Collections.Concurrent;
using Dateline.Worker.Storage;
using Microsoft.Extensions.Options;
using Quartz;

namespace Dateline.Worker.Publishing;

/// <summary>Claims unpublished events batch by batch and publishes each batch concurrently until none is left or the broker is away.</summary>
[DisallowConcurrentExecution]
internal sealed class PublishArticlesJob(
    OutboxStore outbox, EventPublisher publisher, PublishPulse pulse, ArticleTopology topology, IOptions<PublishingOptions> options, TimeProvider time,
    ILogger<PublishArticlesJob> logger) : IJob
{
    private static readonly TimeSpan BrokerAway = TimeSpan.FromSeconds(5);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        while (await PublishBatch(cancellationToken) is { Claimed: > 0, BrokerAnswers: true })
        {
        }
    }

    /// <summary>One batch: how many were claimed and published, and whether it is worth going on.</summary>
    public async Task<BatchResult> PublishBatch(CancellationToken cancellationToken)
    {
        if (!topology.Declared.IsCompleted)
            return new BatchResult(0, 0, false);

        var settings = options.Value;
        // a lease outlives the timeout, so no other worker sends what is still under way here
        var batch = await outbox.ClaimUnpublished(settings.BatchSize, TimeSpan.FromSeconds(settings.TimeoutSeconds * 3 + 30), cancellationToken);
        if (batch.Count == 0)
            return new BatchResult(0, 0, true);

        var started = time.GetTimestamp();
        var failures = new ConcurrentDictionary<OutboxRow, Exception>();
        await Task.WhenAll(batch.Select(async row =>
        {
            try
            {
                await publisher.Publish(row, cancellationToken);
            }
            catch (Exception e)
            {
                failures[row] = e;
            }
        }));

        if (failures.Count < batch.Count)
            pulse.Confirmed();
        else if (failures.Values.Any(failure => failure is TimeoutException))
            pulse.Unconfirmed();
        var published = batch.Where(row => !failures.ContainsKey(row)).ToArray();
        if (published.Length > 0)
        {
            // what is confirmed is recorded even while stopping, else it would be sent again
            await outbox.MarkPublished(published, CancellationToken.None);
            logger.Published(published.Length, time.GetElapsedTime(started).TotalMilliseconds);
            Telemetry.Events.Add(published.Length, new KeyValuePair<string, object?>("outcome", "published"));
        }

        if (!failures.IsEmpty)
            await Recover(failures, othersWentThrough: published.Length > 0);
        return new BatchResult(batch.Count, published.Length, published.Length > 0);
    }

    /// <summary>A row is to blame when it cannot be read, or when others went through and its failure was not for want of time.</summary>
    private async Task Recover(ConcurrentDictionary<OutboxRow, Exception> failures, bool othersWentThrough)
    {
        Telemetry.Events.Add(failures.Count, new KeyValuePair<string, object?>("outcome", "postponed"));
        var blamed = failures.Where(failure => failure.Value is InvalidDataException || othersWentThrough && failure.Value is not (TimeoutException or OperationCanceledException)).ToArray();
        foreach (var (row, exception) in blamed)
        {
            if (row.Attempts + 1 >= options.Value.MaxAttempts)
            {
                logger.SetAside(row.Id, row.Attempts + 1, exception.Message);
                await outbox.SetAside(row, exception.Message, CancellationToken.None);
            }
            else
            {
                await outbox.Postpone([row], BrokerAway * Math.Pow(2, row.Attempts), exception.Message, counted: true, CancellationToken.None);
            }
        }

        var others = failures.Keys.Except(blamed.Select(failure => failure.Key)).ToArray();
        if (others.Length > 0)
        {
            var reason = failures[others[0]].Message;
            logger.Postponed(others.Length, reason);
            await outbox.Postpone(others, BrokerAway, reason, counted: false, CancellationToken.None);
        }
    }

    internal sealed record BatchResult(int Claimed, int Published, bool BrokerAnswers);
}
