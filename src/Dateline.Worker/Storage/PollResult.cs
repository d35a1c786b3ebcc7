namespace Dateline.Worker.Storage;

/// <summary>What a poll leaves in the feed's row; times in Unix milliseconds.</summary>
internal sealed record FeedUpdate
{
    public required string Url { get; init; }
    public required string Title { get; init; }
    public string? Homepage { get; init; }
    public string? Etag { get; init; }
    public string? LastModified { get; init; }
    public string? BodyHash { get; init; }
    public required string Health { get; init; }
    public double Failures { get; init; }
    public string? LastError { get; init; }
    public required long IntervalMs { get; init; }
    public required string ScheduleReason { get; init; }
    public string? Rhythm { get; init; }
    public string? Hints { get; init; }
    public string? MovedTo { get; init; }
    public long MovedCount { get; init; }
    public long? ValidatorsCheckedAt { get; init; }
    public long ValidatorsHeld { get; init; }
    public long? ValidatorsDistrustedUntil { get; init; }
    public double GuidQuality { get; init; } = 1;
    public long? GoneSince { get; init; }
    public required long NextPollAt { get; init; }
    public required long? LastPollAt { get; init; }
    public long? LastSuccessAt { get; init; }
    public long? LastDocumentAt { get; init; }
    public string? Hubs { get; init; }
    public string? Topic { get; init; }
    public long PushedNew { get; init; }
    public long? PushProvedAt { get; init; }

    /// <summary>The row as it is: for what comes between two polls and must not pass for one.</summary>
    public static FeedUpdate Unchanged(FeedRow feed) => new()
    {
        Url = feed.Url,
        Title = feed.Title,
        Homepage = feed.Homepage,
        Etag = feed.Etag,
        LastModified = feed.LastModified,
        BodyHash = feed.BodyHash,
        Health = feed.Health,
        Failures = feed.Failures,
        LastError = feed.LastError,
        IntervalMs = feed.IntervalMs,
        ScheduleReason = feed.ScheduleReason,
        Rhythm = feed.Rhythm,
        Hints = feed.Hints,
        MovedTo = feed.MovedTo,
        MovedCount = feed.MovedCount,
        ValidatorsCheckedAt = feed.ValidatorsCheckedAt,
        ValidatorsHeld = feed.ValidatorsHeld,
        ValidatorsDistrustedUntil = feed.ValidatorsDistrustedUntil,
        GuidQuality = feed.GuidQuality,
        GoneSince = feed.GoneSince,
        NextPollAt = feed.NextPollAt,
        LastPollAt = feed.LastPollAt,
        LastSuccessAt = feed.LastSuccessAt,
        LastDocumentAt = feed.LastDocumentAt,
        Hubs = feed.Hubs,
        Topic = feed.Topic,
        PushedNew = feed.PushedNew,
        PushProvedAt = feed.PushProvedAt,
    };
}

/// <summary>An entry on its way into the store, with every key that it answers to (see ArticleKeys); summary and content are HTML.</summary>
internal sealed record CandidateArticle(
    IReadOnlyList<string> Keys,
    string Url,
    string CanonicalUrl,
    string Title,
    string Summary,
    string Content,
    IReadOnlyList<string> Authors,
    string? Image,
    string? Language,
    long? PublishedAt,
    string Fingerprint)
{
    /// <summary>The one of the keys that comes from the entry's guid.</summary>
    public string? GuidKey { get; init; }
}

/// <summary>How the entries of a document were taken: new, changed since, known; <see cref="LeaseLost"/> means that nothing was stored.</summary>
internal sealed record StoredPoll(int New, int Changed, int Known, bool LeaseLost = false);
