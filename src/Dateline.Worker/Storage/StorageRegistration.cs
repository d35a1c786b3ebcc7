using Microsoft.Extensions.Options;

namespace Dateline.Worker.Storage;

internal static class StorageRegistration
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection("Storage")).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton(provider => Database.Open(provider.GetRequiredService<IOptions<StorageOptions>>().Value))
            .AddSingleton<FeedStore>()
            .AddSingleton<PollStore>()
            .AddSingleton<ArticleStore>()
            .AddSingleton<OutboxStore>()
            .AddSingleton<SetAsideStore>()
            .AddSingleton<Backlog>()
            .AddSingleton<StoryStore>()
            .AddSingleton<HostTurnStore>()
            .AddSingleton<ClockStore>()
            .AddSingleton<SubscriptionStore>();
    }
}
