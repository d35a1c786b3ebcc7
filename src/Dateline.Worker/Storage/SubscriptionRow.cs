namespace Dateline.Worker.Storage;

/// <summary>A subscription at a hub (WebSub) as stored; times in Unix milliseconds.</summary>
internal sealed record SubscriptionRow
{
    /// <summary>To be asked for.</summary>
    public const string Wanted = "wanted";

    /// <summary>Asked for; the hub has not asked back yet.</summary>
    public const string Pending = "pending";

    /// <summary>Verified by the hub; until <see cref="ExpiresAt"/>.</summary>
    public const string Active = "active";

    /// <summary>The hub refused; tried again much later.</summary>
    public const string Denied = "denied";

    /// <summary>To be cancelled: the feed was removed, or names another hub or topic.</summary>
    public const string Leaving = "leaving";

    /// <summary>Cancelled; kept for a while to tell the hub so.</summary>
    public const string Ended = "ended";

    public long Id { get; init; }
    public long FeedId { get; init; }

    /// <summary>The one that is asked, of <see cref="Hubs"/>, which are parted by spaces.</summary>
    public string Hub { get; init; } = "";
    public string Hubs { get; init; } = "";
    public string Topic { get; init; } = "";

    /// <summary>The base of the callback's address at the time.</summary>
    public string Callback { get; init; } = "";

    /// <summary>The last part of the callback's address, which nobody can guess.</summary>
    public string Token { get; init; } = "";

    /// <summary>The key of the hub's signatures.</summary>
    public string Secret { get; init; } = "";
    public string State { get; init; } = Wanted;

    /// <summary>Requests to the hub since it last verified.</summary>
    public long Attempts { get; init; }
    public string? LastError { get; init; }

    /// <summary>Since when it has been active without a break.</summary>
    public long? VerifiedAt { get; init; }
    public long? ExpiresAt { get; init; }
    public long? LastPushAt { get; init; }

    /// <summary>When the hub is asked next: to subscribe, to renew, or to cancel.</summary>
    public long DueAt { get; init; }
    public string? LeaseOwner { get; init; }

    public bool IsOver => State is Leaving or Ended;

    public bool IsActiveAt(long now) => State == Active && ExpiresAt > now;
}
