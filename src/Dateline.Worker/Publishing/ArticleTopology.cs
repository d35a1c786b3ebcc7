using Dateline.Contracts;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Dateline.Worker.Publishing;

/// <summary>
/// Declares the exchanges and, from the options, durable quorum queues with their bindings. Publishing waits for it: an event
/// published before its queue exists would be lost to that queue.
/// </summary>
internal sealed class ArticleTopology(IOptions<PublishingOptions> options, Broker broker, ILogger<ArticleTopology> logger, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(5);

    private readonly TaskCompletionSource declared = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when everything is declared; at once without a broker.</summary>
    public Task Declared => declared.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (broker.IsConfigured)
        {
            try
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                limit.CancelAfter(TimeSpan.FromSeconds(30));
                await Declare(limit.Token);
                break;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.TopologyFailed((e.InnerException ?? e).Message, Retry.TotalSeconds);
                await Task.Delay(Retry, time, stoppingToken);
            }
        }

        declared.TrySetResult();
    }

    private async Task Declare(CancellationToken cancellationToken)
    {
        await using var connection = await broker.Connect("dateline topology", cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        foreach (var exchange in new[] { RoutingKeys.ArticlesExchange, RoutingKeys.FeedsExchange })
            await channel.ExchangeDeclareAsync(exchange, ExchangeType.Topic, durable: true, cancellationToken: cancellationToken);

        foreach (var queue in options.Value.Queues)
            await Declare(connection, queue, cancellationToken);
    }

    private async Task Declare(IConnection connection, QueueOptions queue, CancellationToken cancellationToken)
    {
        if (queue.DeadLetterQueue is { Length: > 0 } dead)
            await DeclareQueue(connection, dead, [], cancellationToken);
        await DeclareQueue(connection, queue.Name, Limits(queue), cancellationToken);

        // not the options' default: binding an array from settings adds to one
        var bindings = queue.Bindings.Length > 0 ? queue.Bindings : ["#"];
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        foreach (var binding in bindings)
            await channel.QueueBindAsync(queue.Name, RoutingKeys.ArticlesExchange, binding, cancellationToken: cancellationToken);
        logger.QueueDeclared(queue.Name, RoutingKeys.ArticlesExchange, string.Join(", ", bindings));
    }

    /// <summary>A queue that is there with other settings is told of and used as it is: only its owner may delete it.</summary>
    private async Task DeclareQueue(IConnection connection, string name, Dictionary<string, object?> limits, CancellationToken cancellationToken)
    {
        // a refusal closes the channel
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        try
        {
            await channel.QueueDeclareAsync(
                name, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?>(limits) { ["x-queue-type"] = "quorum" }, cancellationToken: cancellationToken);
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == Constants.PreconditionFailed)
        {
            logger.QueueDiffers(name, e.ShutdownReason.ReplyText);
        }
    }

    private static Dictionary<string, object?> Limits(QueueOptions queue)
    {
        var limits = new Dictionary<string, object?>();
        if (queue.MaxLength is { } length)
            limits["x-max-length"] = length;
        if (queue.MaxMegabytes is { } megabytes)
            limits["x-max-length-bytes"] = megabytes * 1_000_000;
        if (queue.MaxAgeHours is { } hours)
            limits["x-message-ttl"] = (long)TimeSpan.FromHours(hours).TotalMilliseconds;
        if (queue.DeadLetterQueue is { Length: > 0 } dead)
            (limits["x-dead-letter-exchange"], limits["x-dead-letter-routing-key"]) = ("", dead);
        return limits;
    }
}
