using Dateline.Worker.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Feeds.Push;

internal static class PushRegistration
{
    public static IServiceCollection AddPush(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PushOptions>().Bind(configuration.GetSection("Push")).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<PushWatch>().AddSingleton<Subscriber>().AddSingleton<PushReceiver>().AddSingleton<PushCallback>();
    }

    public static bool IsPushOn(this IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration["Push:CallbackAddress"]);

    /// <summary>Where hubs reach us; nothing when push is off.</summary>
    public static void MapPush(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<PushOptions>>().Value;
        if (!options.IsOn)
            return;
        var path = options.Path() + "/{token:length(64)}";
        app.MapGet(path, async (string token, HttpContext context, PushCallback callback) =>
        {
            // what is echoed came from outside
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return await callback.Verify(token, HubIntent.Read(context.Request.Query), context.RequestAborted);
        });
        app.MapPost(path, (string token, HttpContext context, PushCallback callback) => callback.Receive(token, context.Request, context.RequestAborted))
            .WithMetadata(new RequestSizeLimitAttribute(app.Services.GetRequiredService<IOptions<HttpOptions>>().Value.MaxFeedBytes));
    }
}
