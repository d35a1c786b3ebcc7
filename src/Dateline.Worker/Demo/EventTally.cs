using Dateline.Contracts;
using MassTransit;

namespace Dateline.Worker.Demo;

/// <summary>Sees every event that the bus takes: a line each, and the totals for the end.</summary>
internal sealed partial class EventTally(ILogger<EventTally> logger) : IPublishObserver
{
    private readonly Lock door = new();
    private readonly Dictionary<string, int> topics = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> countries = new(StringComparer.Ordinal);

    public int Events { get; private set; }

    public IEnumerable<KeyValuePair<string, int>> Topics => topics.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, int>> Countries => countries.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal);

    public Task PrePublish<T>(PublishContext<T> context)
        where T : class => Task.CompletedTask;

    public Task PostPublish<T>(PublishContext<T> context)
        where T : class
    {
        if (context.Message is ArticleTagged article)
            Count(article);
        return Task.CompletedTask;
    }

    public Task PublishFault<T>(PublishContext<T> context, Exception exception)
        where T : class => Task.CompletedTask;

    private void Count(ArticleTagged article)
    {
        var story = article.Story is { Size: > 1 and var size } ? $" (no. {size} of its story)" : "";
        Event(article.RoutingKeys[0], article.RoutingKeys.Count - 1, article.Title, story);
        lock (door)
        {
            Events++;
            foreach (var topic in article.Topics)
                topics[topic.Slug] = topics.GetValueOrDefault(topic.Slug) + 1;
            foreach (var region in article.Regions.Where(region => region.Role == Region.Focus))
                countries[region.Code] = countries.GetValueOrDefault(region.Code) + 1;
        }
    }

    [LoggerMessage(EventIds.DemoEvent, LogLevel.Information, "Event  {RoutingKey} (+{OtherKeys}) {Title}{Story}")]
    private partial void Event(string routingKey, int otherKeys, string title, string story);
}
