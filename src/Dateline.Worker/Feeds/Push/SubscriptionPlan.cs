using Dateline.Worker.Storage;

namespace Dateline.Worker.Feeds.Push;

/// <summary>What a subscription becomes by what its hub answers, says, or leaves unsaid. But for new tokens, pure.</summary>
internal static class SubscriptionPlan
{
    /// <summary>Requests in a row without a verification before another hub is tried, or a cancellation is given up.</summary>
    public const int PatientAttempts = 3;

    private static readonly TimeSpan FirstBackoff = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestBackoff = TimeSpan.FromHours(12);

    /// <summary>Hubs may take their time to ask back.</summary>
    private static readonly TimeSpan VerificationTime = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan AfterRefusal = TimeSpan.FromDays(1);

    /// <summary>Hubs have granted decades; who never renews never notices that the hub forgot.</summary>
    private static readonly TimeSpan LongestLease = TimeSpan.FromDays(90);

    private static readonly TimeSpan ShortestRenewal = TimeSpan.FromSeconds(10);

    /// <summary>Renewed after this share of the lease, less up to a twentieth of it, so that what was subscribed together is not renewed together.</summary>
    private const double RenewAfter = 0.8;

    /// <summary>So long the hub is told that a cancelled subscription is no more.</summary>
    private static readonly TimeSpan EndedKept = TimeSpan.FromDays(30);

    /// <param name="jitter">0 to 1, from even chances.</param>
    public static SubscriptionRow Asked(SubscriptionRow row, HubAnswer answer, DateTimeOffset now, double jitter)
    {
        if (row.State == SubscriptionRow.Leaving)
            return row.Attempts >= PatientAttempts || answer is HubAnswer.Refused ? Cancelled(row, now) : Later(row, Backoff(row.Attempts, VerificationTime), now, jitter);
        return answer switch
        {
            HubAnswer.Refused refused => Denied(row, refused.Reason, now, jitter),
            HubAnswer.Unreachable { Reason: var reason } => Unverified(row with { State = row.State == SubscriptionRow.Active ? row.State : SubscriptionRow.Wanted }, reason, FirstBackoff, now, jitter),
            _ => Unverified(row, row.Attempts > 1 ? "the hub accepts, but does not ask back" : null, VerificationTime, now, jitter),
        };
    }

    public static SubscriptionRow Verified(SubscriptionRow row, long? leaseSeconds, TimeSpan asked, DateTimeOffset now, double jitter)
    {
        var lease = leaseSeconds is not { } seconds ? asked : seconds < LongestLease.TotalSeconds ? TimeSpan.FromSeconds(seconds) : LongestLease;
        var renewal = lease * RenewAfter * (1 - jitter / 20);
        return row with
        {
            State = SubscriptionRow.Active,
            Attempts = 0,
            LastError = null,
            VerifiedAt = row.IsActiveAt(now.ToUnixTimeMilliseconds()) ? row.VerifiedAt : now.ToUnixTimeMilliseconds(),
            ExpiresAt = (now + lease).ToUnixTimeMilliseconds(),
            DueAt = (now + (renewal > ShortestRenewal ? renewal : ShortestRenewal)).ToUnixTimeMilliseconds(),
        };
    }

    /// <summary>Refused: the feed's next hub at once; after the last one, the first again in a day.</summary>
    public static SubscriptionRow Denied(SubscriptionRow row, string reason, DateTimeOffset now, double jitter)
    {
        var hubs = row.Hubs.Split(' ');
        return NextHub(row) is { } next
            ? Anew(row, next, reason) with { State = SubscriptionRow.Wanted, DueAt = now.ToUnixTimeMilliseconds() }
            : Later(Anew(row, hubs[0], reason) with { State = SubscriptionRow.Denied }, AfterRefusal, now, jitter);
    }

    public static SubscriptionRow Cancelled(SubscriptionRow row, DateTimeOffset now) =>
        row with { State = SubscriptionRow.Ended, DueAt = (now + EndedKept).ToUnixTimeMilliseconds() };

    private static SubscriptionRow Unverified(SubscriptionRow row, string? reason, TimeSpan first, DateTimeOffset now, double jitter)
    {
        var active = row.IsActiveAt(now.ToUnixTimeMilliseconds());
        // what still pushes is not given up for what may
        if (!active && row.Attempts >= PatientAttempts && NextHub(row) is { } next)
            return Anew(row, next, reason) with { State = SubscriptionRow.Wanted, DueAt = now.ToUnixTimeMilliseconds() };
        var later = Later(row with { LastError = reason, VerifiedAt = active ? row.VerifiedAt : null }, Backoff(row.Attempts, first), now, jitter);
        // the end of a lease must not pass unnoticed
        return active ? later with { DueAt = Math.Min(later.DueAt, row.ExpiresAt!.Value) } : later;
    }

    /// <summary>A new token too: the hub before must not confirm what is asked of this one.</summary>
    private static SubscriptionRow Anew(SubscriptionRow row, string hub, string? reason) => row with
    {
        Hub = hub,
        Token = SubscriptionStore.Unguessable(),
        Secret = SubscriptionStore.Unguessable(),
        Attempts = 0,
        LastError = reason,
        VerifiedAt = null,
        ExpiresAt = null,
    };

    private static string? NextHub(SubscriptionRow row)
    {
        var hubs = row.Hubs.Split(' ');
        return hubs.ElementAtOrDefault(Array.IndexOf(hubs, row.Hub) + 1);
    }

    private static SubscriptionRow Later(SubscriptionRow row, TimeSpan wait, DateTimeOffset now, double jitter) =>
        row with { DueAt = (now + wait * (1 + jitter / 10)).ToUnixTimeMilliseconds() };

    private static TimeSpan Backoff(long attempts, TimeSpan first)
    {
        var backoff = first * Math.Pow(2, Math.Clamp(attempts - 1, 0, 20));
        return backoff < LongestBackoff ? backoff : LongestBackoff;
    }
}
