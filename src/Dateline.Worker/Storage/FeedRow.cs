namespace Dateline.Worker.Storage;

/// <summary>A feed as stored; times in Unix milliseconds.</summary>
internal sealed record FeedRow
{
    public long Id { get; init; }
    public string Url { get; init; } = "";
    public string Title { get; init; } = "";
    public string? Homepage { get; init; }
    public string? Country { get; init; }
    public string? Language { get; init; }
    public string? Category { get; init; }
    public string? Cron { get; init; }
    public string? Etag { get; init; }
    public string? LastModified { get; init; }
    public string? BodyHash { get; init; }
    public string Health { get; init; } = "new";
    public double Failures { get; init; }
    public string? LastError { get; init; }
    public long IntervalMs { get; init; }
    public string ScheduleReason { get; init; } = "";
    public string? Rhythm { get; init; }
    public string? Hints { get; init; }
    public double? MinIntervalMinutes { get; init; }
    public double? MaxIntervalMinutes { get; init; }
    public string? MovedTo { get; init; }
    public long MovedCount { get; init; }

    /// <summary>JSON, see WebAccess; null asks as everywhere.</summary>
    public string? Access { get; init; }
    public long? ValidatorsCheckedAt { get; init; }
    public long ValidatorsHeld { get; init; }
    public long? ValidatorsDistrustedUntil { get; init; }

    /// <summary>The share of known articles, 0 to 1, that came back under the guid they had before.</summary>
    public double GuidQuality { get; init; } = 1;

    /// <summary>The first 410 since the last success.</summary>
    public long? GoneSince { get; init; }
    public long AddedAt { get; init; }
    public long NextPollAt { get; init; }
    public long? LastPollAt { get; init; }
    public long? LastSuccessAt { get; init; }
    public long? LastDocumentAt { get; init; }
    public long? LastNewAt { get; init; }

    /// <summary>The hubs that push it, parted by spaces, as its document names them; null when it names none.</summary>
    public string? Hubs { get; init; }

    /// <summary>The address under which the hubs know it; never null beside hubs.</summary>
    public string? Topic { get; init; }

    /// <summary>Articles that pushes brought since the last poll.</summary>
    public long PushedNew { get; init; }

    /// <summary>When a poll first found that the hub had pushed all that was new; null when it has not, or missed something since.</summary>
    public long? PushProvedAt { get; init; }
    public string? LeaseOwner { get; init; }
}

/// <summary>A feed to add. Country is ISO 3166-1 alpha-2, language BCP 47, cron a Quartz expression, bounds of the interval in minutes, access as in <see cref="FeedRow.Access"/>; all may be null.</summary>
internal sealed record NewFeed(
    string Url, string? Title = null, string? Country = null, string? Language = null, string? Category = null, string? Cron = null,
    string? Homepage = null, double? MinIntervalMinutes = null, double? MaxIntervalMinutes = null, string? Access = null);
