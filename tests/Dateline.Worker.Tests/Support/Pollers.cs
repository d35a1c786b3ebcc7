using Dateline.Worker.Feeds;
using Dateline.Worker.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Worker.Tests.Support;

/// <summary>The real poller over the real fetcher and a test's database, put together by the registrations of the worker.</summary>
internal static class Pollers
{
    public static FeedPoller Create(TestDatabase database, WebFetcher web, NetworkWatch? network = null)
    {
        var configuration = new ConfigurationBuilder().Build();
        var services = new ServiceCollection().AddLogging()
            .AddSingleton<TimeProvider>(database.Time)
            .AddSingleton(database.Feeds)
            .AddSingleton(database.Polls)
            .AddFetching(configuration)
            .AddSingleton(Web.Options())
            .AddSingleton(web)
            .AddFeeds(configuration);
        if (network is not null)
            services.AddSingleton(network);
        return services.BuildServiceProvider().GetRequiredService<FeedPoller>();
    }
}
