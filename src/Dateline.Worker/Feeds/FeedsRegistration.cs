using Dateline.Worker.Feeds.Push;

namespace Dateline.Worker.Feeds;

internal static class FeedsRegistration
{
    public static IServiceCollection AddFeeds(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FeedOptions>().Bind(configuration.GetSection("Feeds")).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddPush(configuration)
            .AddSingleton<FeedFetcher>()
            .AddSingleton<FeedPages>()
            .AddSingleton<FeedArchive>()
            .AddSingleton<NewsSitemap>()
            .AddSingleton<FeedGapRecovery>()
            .AddSingleton<PollCompletion>()
            .AddSingleton<FeedPoller>()
            .AddSingleton<FeedPool>()
            .AddSingleton<PollDueFeedsJob>()
            .AddHostedService(provider => provider.GetRequiredService<FeedPool>())
            .AddSingleton<NetworkWatch>()
            .AddSingleton<FeedList>()
            .AddSingleton<FeedDiscovery>();
    }
}
