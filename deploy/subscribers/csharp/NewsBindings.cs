using Dateline.Contracts;
using RabbitMQ.Client;

/// <summary>Copy this beside your own channels.</summary>
internal static class NewsBindings
{
    /// <summary>Declares a quorum queue that gets what the filters let through: <c>NewsFilter.Topic(Topic.Conflict).Country("FR")</c>.</summary>
    public static Task DeclareNewsQueueAsync(this IChannel channel, string queue, params NewsPattern[] filters) =>
        channel.DeclareNewsQueueAsync(queue, filters.SelectMany(filter => filter.Patterns));

    /// <summary>The same with binding keys written by hand.</summary>
    public static async Task DeclareNewsQueueAsync(this IChannel channel, string queue, IEnumerable<string> patterns)
    {
        await channel.ExchangeDeclareAsync(RoutingKeys.ArticlesExchange, ExchangeType.Topic, durable: true);
        var quorum = new Dictionary<string, object?> { ["x-queue-type"] = "quorum" };
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, quorum);
        foreach (var pattern in patterns)
            await channel.QueueBindAsync(queue, RoutingKeys.ArticlesExchange, pattern);
    }
}
