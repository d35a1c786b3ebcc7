using Dateline.Worker.Feeds;
using Dateline.Worker.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Worker.Tests.Support;

/// <summary>The real poller over the real fetcher and a test's database, put together by the registrations of the worker.</summary>
internal static class Pollers
{
    public static FeedPoller Create(TestDatabase database, WebFetcher web, NetworkWatch? network = null) =>
        Services(database, web, network).GetRequiredService<FeedPoller>();

    /// <summary>Everything about feeds; with settings, such as <c>Push:CallbackAddress</c>.</summary>
    public static ServiceProvider Services(TestDatabase database, WebFetcher web, NetworkWatch? network = null, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Name, pair => (string?)pair.Value)).Build();
        var services = new ServiceCollection().AddLogging()
            .AddSingleton<TimeProvider>(database.Time)
            .AddSingleton(database.Feeds)
            .AddSingleton(database.Polls)
            .AddSingleton(database.Subscriptions)
            .AddSingleton(database.Turns)
            .AddFetching(configuration)
            .AddSingleton(Web.Options())
            .AddSingleton(web)
            .AddFeeds(configuration);
        if (network is not null)
            services.AddSingleton(network);
        return services.BuildServiceProvider();
    }
}
