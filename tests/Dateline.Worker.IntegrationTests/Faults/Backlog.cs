using System.Collections.Concurrent;
using System.Diagnostics;
using Dateline.Contracts;
using Dateline.Worker.IntegrationTests.Support;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Dateline.Worker.IntegrationTests.Faults;

/// <summary>
/// A durable queue that takes everything and is read after the faults only: a subscriber whose connection breaks gets messages again, which must
/// not pass for repeats of the worker's.
/// </summary>
internal sealed class Backlog(Uri broker, string name)
{
    public string Name => name;

    /// <param name="type">Of the queue: one that a single node holds cannot be a quorum.</param>
    public static async Task<Backlog> Declare(Uri broker, string type = "quorum")
    {
        var name = $"backlog-{Guid.NewGuid():N}";
        await using var connection = await new ConnectionFactory { Uri = broker }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.ExchangeDeclareAsync(RoutingKeys.ArticlesExchange, ExchangeType.Topic, durable: true);
        await channel.QueueDeclareAsync(name, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = type });
        await channel.QueueBindAsync(name, RoutingKeys.ArticlesExchange, "#");
        return new Backlog(broker, name);
    }

    /// <summary>Reads until all of these items have come or the time is over, then what else there is; deletes the queue.</summary>
    public async Task<IReadOnlyList<Received>> Read(Func<IReadOnlyCollection<string>> expected, TimeSpan limit)
    {
        await using var connection = await new ConnectionFactory { Uri = broker, AutomaticRecoveryEnabled = false }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        var received = new ConcurrentQueue<Received>();
        var links = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            // the delivery's memory is its own for the time of this call only
            var message = new Received(delivery.RoutingKey, delivery.BasicProperties, System.Text.Encoding.UTF8.GetString(delivery.Body.Span));
            received.Enqueue(message);
            links.TryAdd(message.Article.Url, true);
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(name, autoAck: true, consumer);
        var waited = Stopwatch.StartNew();
        while (!expected().All(links.ContainsKey) && waited.Elapsed < limit)
            await Task.Delay(100);
        await Task.Delay(TimeSpan.FromSeconds(1));
        await channel.QueueDeleteAsync(name);
        return [.. received];
    }
}
