using Dateline.Worker.Http.Limits;
using Dateline.Worker.Http.Robots;

namespace Dateline.Worker.Http;

internal static class HttpRegistration
{
    public static IServiceCollection AddFetching(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<HttpOptions>().Bind(configuration.GetSection("Http")).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<PublicAddressGuard>()
            .AddSingleton<HostPipelines>()
            .AddSingleton<HostGate>()
            .AddSingleton<HostTurns>()
            .AddSingleton<RateScopes>()
            .AddSingleton<WebFetcher>()
            .AddSingleton<RobotsCache>();
    }
}
