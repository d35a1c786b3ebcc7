using System.Diagnostics;
using System.Text.Json;
using Dateline.Contracts;
using Dateline.Worker.Storage;
using MassTransit;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Publishing;

/// <summary>Hands one stored event to the broker and returns when it is confirmed.</summary>
internal sealed class EventPublisher(IBus bus, IOptions<PublishingOptions> options, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <exception cref="InvalidDataException">The event cannot be read; the message names it.</exception>
    /// <exception cref="TimeoutException">No confirm in time; the broker may have it all the same.</exception>
    public async Task Publish(OutboxRow row, CancellationToken cancellationToken)
    {
        var limit = TimeSpan.FromSeconds(options.Value.TimeoutSeconds);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            // a blocked connection does not hear the token: it is left behind
            await Send(row, patience.Token).WaitAsync(limit, time, cancellationToken);
        }
        catch (Exception e) when (e is TimeoutException || e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            await patience.CancelAsync();
            throw new TimeoutException($"no confirm in {limit.TotalSeconds:0} s", e);
        }
    }

    private async Task Send(OutboxRow row, CancellationToken cancellationToken)
    {
        // the publish belongs to the trace that tagged the article
        using var activity = Telemetry.Source.StartActivity("publish event", ActivityKind.Producer, row.TraceParent);
        switch (row.Kind)
        {
            case OutboxRow.ArticleKind:
                await bus.Publish(Read<ArticleTagged>(row), EventContext.Pipe<ArticleTagged>(row), cancellationToken);
                break;
            case OutboxRow.FeedKind:
                await bus.Publish(Read<FeedHealthChanged>(row), EventContext.Pipe<FeedHealthChanged>(row), cancellationToken);
                break;
            case OutboxRow.GapKind:
                await bus.Publish(Read<FeedGapDetected>(row), EventContext.Pipe<FeedGapDetected>(row), cancellationToken);
                break;
            default:
                throw new InvalidDataException($"Event {row.Id}: {row.Kind} is no kind of event.");
        }
    }

    private static T Read<T>(OutboxRow row)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(row.Body, Json) ?? throw new InvalidDataException($"The body of event {row.Id} is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The body of event {row.Id} cannot be read: {e.Message}", e);
        }
    }
}
