using System.Diagnostics;
using System.Text.Json;
using Dateline.Worker.Storage;
using MassTransit;

namespace Dateline.Worker.Publishing;

/// <summary>What stands beside the body: message id, routing keys, type, time, and none of MassTransit's own host headers.</summary>
internal static class EventContext
{
    public static IPipe<PublishContext<T>> Pipe<T>(OutboxRow row)
        where T : class =>
        MassTransit.Pipe.Execute<PublishContext<T>>(context =>
        {
            var keys = JsonSerializer.Deserialize<string[]>(row.RoutingKeys) ?? [];
            context.MessageId = Guid.Parse(row.Id);
            context.ConversationId = null;
            context.TrySetRoutingKey(keys.Length > 0 ? keys[0] : "");
            if (context.TryGetPayload<RabbitMqSendContext>(out var rabbit))
                Set(rabbit, typeof(T).Name, keys, row);
        });

    private static void Set(RabbitMqSendContext context, string type, string[] keys, OutboxRow row)
    {
        var properties = context.BasicProperties;
        properties.Type = type;
        properties.AppId = "dateline";
        properties.Timestamp = new RabbitMQ.Client.AmqpTimestamp(row.CreatedAt / 1000);
        properties.Headers ??= new Dictionary<string, object?>();
        if ((Activity.Current?.Id ?? row.TraceParent) is { } trace)
            properties.Headers["traceparent"] = trace;
        // one copy a queue, whichever of the keys its bindings match
        if (keys.Length > 1)
            properties.Headers["CC"] = keys.Skip(1).Cast<object>().ToList();
    }
}
