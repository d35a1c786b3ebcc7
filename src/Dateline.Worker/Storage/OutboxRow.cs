namespace Dateline.Worker.Storage;

/// <summary>An event to publish. <see cref="Id"/> is the message id, <see cref="RoutingKeys"/> a JSON array, the primary key first.</summary>
internal sealed record OutboxRow
{
    public const string ArticleKind = "article";
    public const string FeedKind = "feed";
    public const string GapKind = "gap";

    public string Id { get; init; } = "";
    public string Kind { get; init; } = ArticleKind;
    public string? ArticleId { get; init; }
    public long? Revision { get; init; }
    public string RoutingKeys { get; init; } = "[]";
    public string Body { get; init; } = "";
    public string? TraceParent { get; init; }
    public long CreatedAt { get; init; }
    public long Attempts { get; init; }
    public string? LeaseOwner { get; init; }
}
