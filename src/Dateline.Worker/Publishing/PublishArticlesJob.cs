using System.Collections.Concurrent;
using Dateline.Worker.Storage;
using Microsoft.Extensions.Options;
using Quartz;

namespace Dateline.Worker.Publishing;

/// <summary>Claims unpublished events batch by batch and publishes each batch concurrently until none is left or the broker is away.</summary>
[DisallowConcurrentExecution]
internal sealed class PublishArticlesJob(
    OutboxStore outbox, EventPublisher publisher, PublishPulse pulse, ArticleTopology topology, IOptions<PublishingOptions> options, TimeProvider time,
    ILogger<PublishArticlesJob> logger) : IJob, IDisposable
{
    private static readonly TimeSpan BrokerAway = TimeSpan.FromSeconds(5);

    /// <summary>While one batch is on its way to the broker, the other is claimed from or recorded in the database.</summary>
    private const int Lanes = 2;

    /// <summary>Unconfirmed at any time: from 64 on, RabbitMQ.Client holds back each publish of a channel for up to a second.</summary>
    internal const int UnderWay = 60;

    private readonly SemaphoreSlim underWay = new(UnderWay);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => PublishAll(cancellationToken)));
    }

    private async Task PublishAll(CancellationToken cancellationToken)
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
        var failures = new Failures();
        await Task.WhenAll(batch.Select(row => Publish(row, failures, cancellationToken)));
        if (failures.Count < batch.Count)
            pulse.Confirmed();
        else if (failures.Silence is not null)
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

    private async Task Publish(OutboxRow row, Failures failures, CancellationToken cancellationToken)
    {
        try
        {
            await underWay.WaitAsync(cancellationToken);
            try
            {
                // the whole batch would outlive its lease, were each row to wait out a broker that confirms nothing
                if (failures.Silence is { } silence)
                    throw silence;
                await publisher.Publish(row, cancellationToken);
            }
            finally
            {
                underWay.Release();
            }
        }
        catch (Exception e)
        {
            failures[row] = e;
            failures.Silence ??= e as TimeoutException;
        }
    }

    /// <summary>A row is to blame when it cannot be read, or when others went through and its failure was not for want of time.</summary>
    private async Task Recover(Failures failures, bool othersWentThrough)
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

    public void Dispose() => underWay.Dispose();

    /// <summary>The rows of a batch that were not confirmed, and why.</summary>
    private sealed class Failures : ConcurrentDictionary<OutboxRow, Exception>
    {
        /// <summary>Null while every publish was answered in time. A look at the values would lock them, once for each row of a batch.</summary>
        public volatile TimeoutException? Silence;
    }

    internal sealed record BatchResult(int Claimed, int Published, bool BrokerAnswers);
}
