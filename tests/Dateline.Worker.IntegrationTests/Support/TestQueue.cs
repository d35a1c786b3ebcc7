using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Dateline.Contracts;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Dateline.Worker.IntegrationTests.Support;

/// <summary>A message as it came: its properties and its body.</summary>
internal sealed record Received(string RoutingKey, IReadOnlyBasicProperties Properties, string Body)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public ArticleTagged Article => JsonSerializer.Deserialize<ArticleTagged>(Body, Json)!;
}

/// <summary>A durable queue with its bindings and a subscriber that keeps all that comes.</summary>
internal sealed class TestQueue(IConnection connection, IChannel channel, string name) : IAsyncDisposable
{
    private readonly ConcurrentQueue<Received> received = new();

    public string Name => name;

    public IReadOnlyList<Received> Messages => [.. received];

    public IEnumerable<string?> MessageIds => received.Select(message => message.Properties.MessageId);

    public static async Task<TestQueue> Declare(Uri broker, string exchange, params string[] bindings)
    {
        var connection = await new ConnectionFactory { Uri = broker }.CreateConnectionAsync();
        var channel = await connection.CreateChannelAsync();
        var name = $"test-{Guid.NewGuid():N}";
        await channel.ExchangeDeclareAsync(exchange, ExchangeType.Topic, durable: true);
        await channel.QueueDeclareAsync(name, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        foreach (var binding in bindings)
            await channel.QueueBindAsync(name, exchange, binding);

        var queue = new TestQueue(connection, channel, name);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += queue.Receive;
        await channel.BasicConsumeAsync(name, autoAck: false, consumer);
        return queue;
    }

    /// <summary>Waits until there are as many; then a moment more, for what should not come.</summary>
    public async Task<IReadOnlyList<Received>> WaitFor(int count, TimeSpan limit)
    {
        var waited = Stopwatch.StartNew();
        while (received.Count < count && waited.Elapsed < limit)
            await Task.Delay(50);
        await Task.Delay(TimeSpan.FromSeconds(1));
        return Messages;
    }

    /// <exception cref="TimeoutException">Fewer came.</exception>
    public Task WaitForAtLeast(int count, TimeSpan limit) => WaitUntil(() => received.Count >= count, $"{count} messages", limit);

    /// <summary>Repeats do not count.</summary>
    /// <exception cref="TimeoutException">Fewer came.</exception>
    public Task WaitForArticles(int count, TimeSpan limit) =>
        WaitUntil(() => received.Select(message => message.Properties.MessageId).Distinct().Count() >= count, $"{count} articles", limit);

    /// <summary>Waits until nothing has come for a while.</summary>
    public async Task<IReadOnlyList<Received>> WaitUntilQuiet(TimeSpan quiet)
    {
        var before = -1;
        while (received.Count != before)
        {
            before = received.Count;
            await Task.Delay(quiet);
        }

        return Messages;
    }

    public async ValueTask DisposeAsync()
    {
        await channel.QueueDeleteAsync(name);
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async Task WaitUntil(Func<bool> there, string what, TimeSpan limit)
    {
        var waited = Stopwatch.StartNew();
        while (!there())
        {
            if (waited.Elapsed > limit)
                throw new TimeoutException($"{what} did not come in {limit.TotalSeconds:0} s; {received.Count} messages did.");
            await Task.Delay(50);
        }
    }

    private async Task Receive(object sender, BasicDeliverEventArgs delivery)
    {
        received.Enqueue(new Received(delivery.RoutingKey, delivery.BasicProperties, System.Text.Encoding.UTF8.GetString(delivery.Body.Span)));
        await channel.BasicAckAsync(delivery.DeliveryTag, false);
    }
}
