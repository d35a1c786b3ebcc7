// Prints Dateline's articles on conflicts, and all about France, as they arrive: dotnet run -- AMQP_ADDRESS QUEUE
// The queue is durable: what comes while this program is away waits in it.
using Dateline.Contracts;
using MassTransit;

if (args.Length < 2)
{
    Console.Error.WriteLine("usage: dotnet run -- AMQP_ADDRESS QUEUE");
    return 2;
}

var bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
{
    rabbit.Host(new Uri(args[0]));
    rabbit.ReceiveEndpoint(args[1], endpoint =>
    {
        endpoint.ReceiveNews(NewsFilter.Topic(Topic.Conflict), NewsFilter.Country("FR"));
        endpoint.Handler<ArticleTagged>(context =>
        {
            var article = context.Message;
            var topics = string.Join(", ", article.Topics.Select(topic => topic.Slug));
            var focus = string.Join(' ', article.Regions.Where(region => region.Role == Region.Focus).Select(region => region.Code));
            // acknowledged when this returns; a repeat has the same message id
            Console.WriteLine($"{context.MessageId} [{topics}] [{focus}] {article.Language} {article.Title}");
            return Task.CompletedTask;
        });
    });
});
await bus.StartAsync();
await Task.Delay(Timeout.Infinite);
return 0;
