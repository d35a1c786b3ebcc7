using System.Text.Json;
using Dateline.Contracts;
using MassTransit;
using RabbitMQ.Client;

namespace Dateline.Worker.Publishing;

internal static class PublishingRegistration
{
    public static IServiceCollection AddPublishing(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Publishing");
        services.AddOptions<PublishingOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            if (section.GetValue<string?>(nameof(PublishingOptions.RabbitMq)) is { Length: > 0 })
                bus.UsingRabbitMq(Configure);
            else
                bus.UsingInMemory((_, memory) => Shape(memory));
        });
        services.AddHealthChecks().AddCheck<PublishCheck>("publish", tags: ["live"]);
        return services
            .AddSingleton<Broker>()
            .AddSingleton<ArticleTopology>()
            .AddHostedService(provider => provider.GetRequiredService<ArticleTopology>())
            .AddSingleton<PublishPulse>()
            .AddSingleton<BrokerProbe>()
            .AddHostedService<PublishWatchdog>()
            .AddSingleton<EventPublisher>()
            .AddSingleton<PublishArticlesJob>();
    }

    private static void Configure(IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator rabbit)
    {
        var broker = context.GetRequiredService<Broker>();
        rabbit.Host(broker.Address, "dateline", broker.Configure);
        // names first: a publish topology fixes them
        Shape(rabbit);
        rabbit.DeployPublishTopology = true;
        rabbit.Publish<ArticleTagged>(publish => publish.ExchangeType = ExchangeType.Topic);
        rabbit.Publish<FeedHealthChanged>(publish => publish.ExchangeType = ExchangeType.Topic);
        rabbit.Publish<FeedGapDetected>(publish => publish.ExchangeType = ExchangeType.Topic);
    }

    /// <summary>Plain JSON that any client reads, on exchanges with the contract's names.</summary>
    private static void Shape(IBusFactoryConfigurator bus)
    {
        bus.Message<ArticleTagged>(message => message.SetEntityName(RoutingKeys.ArticlesExchange));
        bus.Message<FeedHealthChanged>(message => message.SetEntityName(RoutingKeys.FeedsExchange));
        bus.Message<FeedGapDetected>(message => message.SetEntityName(RoutingKeys.FeedsExchange));
        bus.ConfigureJsonSerializerOptions(json =>
        {
            json.WriteIndented = false;
            json.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            return json;
        });
        bus.UseRawJsonSerializer(RawSerializerOptions.AnyMessageType);
    }
}
