namespace Dateline.Worker.Storage;

/// <summary>An article that waits to be tagged, with what tagging needs to know of its feed; times in Unix milliseconds.</summary>
internal sealed record ArticleRow
{
    public string Id { get; init; } = "";
    public long FeedId { get; init; }
    public long Sequence { get; init; }
    public long Revision { get; init; }
    public string Url { get; init; } = "";
    public string CanonicalUrl { get; init; } = "";
    public string Title { get; init; } = "";
    public string Summary { get; init; } = "";
    public string Content { get; init; } = "";

    /// <summary>A JSON array of names.</summary>
    public string Authors { get; init; } = "[]";
    public string? Image { get; init; }
    public string? Language { get; init; }
    public long? PublishedAt { get; init; }
    public long FirstSeenAt { get; init; }
    public string? TraceParent { get; init; }
    public long Attempts { get; init; }
    public string? LeaseOwner { get; init; }
    public string FeedTitle { get; init; } = "";
    public string FeedUrl { get; init; } = "";
    public string? FeedAccess { get; init; }
    public string? FeedHomepage { get; init; }
    public string? FeedCountry { get; init; }
    public string? FeedLanguage { get; init; }
}
