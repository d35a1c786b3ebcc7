namespace Dateline.Worker.Articles;

internal static class ArticlesRegistration
{
    public static IServiceCollection AddArticles(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ArticleOptions>().Bind(configuration.GetSection("Articles")).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<ArticleFetcher>()
            .AddSingleton<ArticleProcessor>()
            .AddSingleton<ArticlePool>()
            .AddHostedService(provider => provider.GetRequiredService<ArticlePool>());
    }
}
