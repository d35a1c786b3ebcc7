using System.Globalization;
using Dateline.Worker.Storage;

namespace Dateline.Worker.Feeds.Push;

/// <summary>What a hub asks at the callback to verify an intent, or tells (denied).</summary>
internal sealed record HubIntent(string? Mode, string? Topic, string? Challenge = null, string? LeaseSeconds = null, string? Reason = null)
{
    private const int LongestChallenge = 4_096;

    public static HubIntent Read(IQueryCollection query)
    {
        // a parameter that comes twice could mean either
        string? One(string name) => query[name] is [{ } value] ? value : null;
        return new HubIntent(One("hub.mode"), One("hub.topic"), One("hub.challenge"), One("hub.lease_seconds"), One("hub.reason"));
    }

    /// <summary>Seconds granted; null when the hub does not say.</summary>
    public long? Lease => long.TryParse(LeaseSeconds, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 ? seconds : null;

    /// <summary>What to make of it: only what was asked, of this hub and for this topic, is confirmed. Pure.</summary>
    public HubVerdict Judge(SubscriptionRow subscription)
    {
        if (Topic != subscription.Topic)
            return HubVerdict.NotOurs;
        var asked = subscription.State is SubscriptionRow.Pending or SubscriptionRow.Active
            || (subscription.State == SubscriptionRow.Wanted && subscription.Attempts > 0);
        return Mode switch
        {
            "denied" when asked => HubVerdict.Denied,
            "subscribe" when asked && HasChallenge => HubVerdict.Subscribed,
            "unsubscribe" when subscription.IsOver && HasChallenge => HubVerdict.Cancelled,
            _ => HubVerdict.NotOurs,
        };
    }

    private bool HasChallenge => Challenge is { Length: > 0 and <= LongestChallenge };
}

internal enum HubVerdict
{
    /// <summary>Not asked for: answered as if nothing were here.</summary>
    NotOurs,
    Subscribed,
    Cancelled,
    Denied,
}
