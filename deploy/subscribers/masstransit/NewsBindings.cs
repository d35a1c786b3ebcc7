using Dateline.Contracts;
using MassTransit;

/// <summary>Copy this beside your own receive endpoints.</summary>
internal static class NewsBindings
{
    /// <summary>Makes the endpoint's queue a quorum queue that gets what the filters let through, as plain JSON.</summary>
    public static void ReceiveNews(this IRabbitMqReceiveEndpointConfigurator endpoint, params NewsPattern[] filters)
    {
        endpoint.ConfigureConsumeTopology = false;
        endpoint.SetQuorumQueue();
        endpoint.UseRawJsonDeserializer(RawSerializerOptions.AnyMessageType, isDefault: true);
        foreach (var pattern in filters.SelectMany(filter => filter.Patterns).Distinct())
        {
            endpoint.Bind(RoutingKeys.ArticlesExchange, binding =>
            {
                binding.ExchangeType = "topic";
                binding.Durable = true;
                binding.RoutingKey = pattern;
            });
        }
    }
}
