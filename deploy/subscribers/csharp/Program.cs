// Prints Dateline's articles as they arrive: dotnet run -- AMQP_ADDRESS QUEUE PATTERN...
// The queue is durable: what comes while this program is away waits in it.
using System.Text.Json;
using Dateline.Contracts;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

if (args.Length < 3)
{
    Console.Error.WriteLine("usage: dotnet run -- AMQP_ADDRESS QUEUE PATTERN...");
    return 2;
}

var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
await using var connection = await new ConnectionFactory { Uri = new Uri(args[0]) }.CreateConnectionAsync();
await using var channel = await connection.CreateChannelAsync();
await channel.DeclareNewsQueueAsync(args[1], args[2..]);
await channel.BasicQosAsync(0, 50, false);

var consumer = new AsyncEventingBasicConsumer(channel);
consumer.ReceivedAsync += async (_, delivery) =>
{
    var article = JsonSerializer.Deserialize<ArticleTagged>(delivery.Body.Span, json)!;
    var topics = string.Join(", ", article.Topics.Select(topic => topic.Slug));
    var focus = string.Join(' ', article.Regions.Where(region => region.Role == Region.Focus).Select(region => region.Code));
    Console.WriteLine($"{delivery.BasicProperties.MessageId} [{topics}] [{focus}] {article.Language} {article.Title}");
    // only now is it this program's; a repeat has the same message id
    await channel.BasicAckAsync(delivery.DeliveryTag, false);
};
await channel.BasicConsumeAsync(args[1], autoAck: false, consumer);
await Task.Delay(Timeout.Infinite);
return 0;
