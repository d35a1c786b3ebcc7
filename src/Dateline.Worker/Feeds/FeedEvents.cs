using System.Text.Json;
using Dateline.Contracts;
using Dateline.Worker.Storage;

namespace Dateline.Worker.Feeds;

/// <summary>Events about feeds, as rows of the outbox.</summary>
internal static class FeedEvents
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static OutboxRow HealthChanged(FeedHealthChanged changed) => new()
    {
        Id = Guid.CreateVersion7(changed.At).ToString(),
        Kind = OutboxRow.FeedKind,
        RoutingKeys = JsonSerializer.Serialize(new[] { $"health.{changed.To}" }),
        Body = JsonSerializer.Serialize(changed, Json),
        CreatedAt = changed.At.ToUnixTimeMilliseconds(),
    };
}
