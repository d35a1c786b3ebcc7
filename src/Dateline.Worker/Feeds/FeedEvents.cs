using System.Text.Json;
using Dateline.Contracts;
using Dateline.Worker.Storage;

namespace Dateline.Worker.Feeds;

/// <summary>Events about feeds, as rows of the outbox.</summary>
internal static class FeedEvents
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static OutboxRow HealthChanged(FeedHealthChanged changed) => Row(OutboxRow.FeedKind, $"health.{changed.To}", changed, changed.At);

    public static OutboxRow GapDetected(FeedGapDetected gap) => Row(OutboxRow.GapKind, "gap", gap, gap.At);

    private static OutboxRow Row<T>(string kind, string routingKey, T body, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at).ToString(),
        Kind = kind,
        RoutingKeys = JsonSerializer.Serialize(new[] { routingKey }),
        Body = JsonSerializer.Serialize(body, Json),
        CreatedAt = at.ToUnixTimeMilliseconds(),
    };
}
