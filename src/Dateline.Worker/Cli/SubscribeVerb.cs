using System.CommandLine;
using System.Text.Json;
using Dateline.Contracts;
using Dateline.Worker.Publishing;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace Dateline.Worker.Cli;

/// <summary><c>subscribe</c>: prints events as they arrive, from a queue of its own that goes when it ends, or from a durable one.</summary>
internal static class SubscribeVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static Command Create()
    {
        var patterns = new Argument<string[]>("pattern") { Description = "Bindings such as conflict.# or *.*.*.fr.* ; everything without one.", Arity = ArgumentArity.ZeroOrMore };
        var queue = new Option<string?>("--queue") { Description = "A durable quorum queue to take from; it is declared, and stays.", HelpName = "NAME" };
        var count = new Option<int?>("--count") { Description = "End after so many events.", HelpName = "N" };
        var json = new Option<bool>("--jsonl") { Description = "Each event as one JSON line." };
        var command = new Command("subscribe", "Print events as they arrive from the broker.") { patterns, queue, count, json };
        var settings = new Settings().AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = WorkerHost.Build(settings.Of(parsed), service: false);
            var broker = host.Services.GetRequiredService<Broker>();
            if (!broker.IsConfigured)
            {
                await Console.Error.WriteLineAsync("subscribe needs a broker: --rabbitmq amqp://user:password@host, or Publishing__RabbitMq. Without one, the worker shows its articles in its log and on its status page.");
                return CommandLine.WrongUsage;
            }

            var bindings = parsed.GetValue(patterns) is { Length: > 0 } given ? given : ["#"];
            return await Listen(broker, parsed.GetValue(queue), bindings, parsed.GetValue(count), parsed.GetValue(json), cancellationToken);
        });
        return command;
    }

    private static async Task<int> Listen(Broker broker, string? name, string[] bindings, int? count, bool json, CancellationToken cancellationToken)
    {
        await using var connection = await Connect(broker, cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        await channel.ExchangeDeclareAsync(RoutingKeys.ArticlesExchange, ExchangeType.Topic, durable: true, cancellationToken: cancellationToken);
        var queue = name is null
            ? await channel.QueueDeclareAsync(cancellationToken: cancellationToken)
            : await channel.QueueDeclareAsync(name, durable: true, exclusive: false, autoDelete: false,
                new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: cancellationToken);
        foreach (var binding in bindings)
            await channel.QueueBindAsync(queue.QueueName, RoutingKeys.ArticlesExchange, binding, cancellationToken: cancellationToken);
        await channel.BasicQosAsync(0, 50, false, cancellationToken);
        await Console.Error.WriteLineAsync($"Waiting for {string.Join(", ", bindings)} at {broker.Address.Host}. Ctrl+C ends.");

        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var seen = 0;
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            if (seen == count)
                return;
            Console.WriteLine(json ? System.Text.Encoding.UTF8.GetString(delivery.Body.Span) : Line(delivery));
            await channel.BasicAckAsync(delivery.DeliveryTag, false, CancellationToken.None);
            if (++seen == count)
                done.TrySetResult();
        };
        await channel.BasicConsumeAsync(queue.QueueName, autoAck: false, consumer, cancellationToken);
        try
        {
            await done.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is how it ends
        }

        return CommandLine.Done;
    }

    private static async Task<IConnection> Connect(Broker broker, CancellationToken cancellationToken)
    {
        try
        {
            return await broker.Connect("dateline subscribe", cancellationToken, recovers: true);
        }
        catch (BrokerUnreachableException e)
        {
            throw new IOException($"The broker at {broker.Address.Authority} cannot be used: {e.GetBaseException().Message}", e);
        }
    }

    private static string Line(BasicDeliverEventArgs delivery)
    {
        try
        {
            var article = JsonSerializer.Deserialize<ArticleTagged>(delivery.Body.Span, Json)!;
            return $"{article.FirstSeen:HH:mm:ss}  {string.Join(", ", article.Topics.Select(topic => topic.Slug)),-24}  {string.Join(' ', article.Regions.Where(region => region.Role == Region.Focus).Select(region => region.Code)),-12}  {article.Language}  {Printable(article.Title)}  {Printable(article.Url)}";
        }
        catch (JsonException e)
        {
            return $"{delivery.RoutingKey}: not an article event ({e.Message})";
        }
    }

    /// <summary>Titles come from anywhere: no control character reaches the terminal.</summary>
    private static string Printable(string text) => string.Concat(text.Where(c => !char.IsControl(c)));
}
