using Dateline.Worker.Articles.Stories;

namespace Dateline.Worker.Articles;

internal static class ArticlesRegistration
{
    public static IServiceCollection AddArticles(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ArticleOptions>().Bind(configuration.GetSection("Articles")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<StoryOptions>().Bind(configuration.GetSection("Stories")).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<StoryFinder>()
            .AddSingleton<ArticleFetcher>()
            .AddSingleton<ArticleProcessor>()
            .AddSingleton<ArticlePool>()
            .AddHostedService(provider => provider.GetRequiredService<ArticlePool>());
    }
}
