using RabbitMQ.Client;

namespace Dateline.Worker.Publishing;

/// <summary>Asks the broker, by a connection of its own, whether it confirms anything at all.</summary>
internal class BrokerProbe(Broker broker)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>True when a message without a destination is confirmed; false when the broker is away, or has blocked publishers.</summary>
    public virtual async Task<bool> Confirms(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            // what does not hear the token is left behind
            await Publish(limit.Token).WaitAsync(Limit, cancellationToken);
            return true;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task Publish(CancellationToken cancellationToken)
    {
        await using var connection = await broker.Connect("dateline probe", cancellationToken);
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellationToken);
        await channel.BasicPublishAsync("", $"dateline-probe-{Guid.NewGuid():N}", ReadOnlyMemory<byte>.Empty, cancellationToken);
    }
}
