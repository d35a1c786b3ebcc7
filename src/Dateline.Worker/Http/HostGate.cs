using Dateline.Worker.Http.Limits;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Http;

/// <summary>
/// Spaces the starts of requests to one host, over feeds and pages alike, and keeps a host or domain that asked for a pause unasked.
/// A turn that would come too late is refused with the time to try again: the caller gives its lease back instead of waiting.
/// </summary>
internal sealed class HostGate(IOptions<HttpOptions> options, TimeProvider time)
{
    /// <summary>The longest wait for a turn while holding a lease.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>The longest spacing that a site's robots.txt can ask for; a longer one would keep its articles unread for hours.</summary>
    private static readonly TimeSpan LongestAskedSpacing = TimeSpan.FromSeconds(10);

    /// <summary>After a limit; doubled by the next, a tenth less with every turn that passes.</summary>
    private static readonly TimeSpan FirstLearnedSpacing = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LongestLearnedSpacing = TimeSpan.FromMinutes(1);

    /// <summary>Those who were refused come back one after the other, but not later than this after the turn is free.</summary>
    private static readonly TimeSpan LongestQueue = TimeSpan.FromMinutes(10);

    /// <summary>What was learned of a host that nobody asks is forgotten.</summary>
    private static readonly TimeSpan Unused = TimeSpan.FromDays(1);

    private const int SweepAbove = 16_384;

    /// <summary>Turns are counted in time that has passed: a clock that is set back must not keep a host unasked.</summary>
    private readonly DateTimeOffset origin = time.GetUtcNow();

    private readonly long started = time.GetTimestamp();

    private readonly Lock door = new();
    private readonly Dictionary<string, Slot> slots = new(StringComparer.Ordinal);

    /// <summary>For <see cref="Pause"/> and <see cref="Slow"/>: the domain with all its hosts, itself too.</summary>
    public static string DomainKey(string domain) => $"*.{domain}";

    /// <summary>True: start after <paramref name="wait"/>. False: no turn was taken; try again after <paramref name="wait"/>.</summary>
    /// <param name="asked">The spacing that the site asks for, heard when it is longer than the option's.</param>
    public bool TryTakeTurn(string host, out TimeSpan wait, TimeSpan? asked = null)
    {
        var now = Now;
        var spacing = TimeSpan.FromMilliseconds(options.Value.HostSpacingMilliseconds);
        if (asked > spacing)
            spacing = asked.Value < LongestAskedSpacing ? asked.Value : LongestAskedSpacing;
        lock (door)
        {
            var slot = SlotOf(host, now);
            // a domain has a slot only once it was limited
            var domain = slots.GetValueOrDefault(slot.Domain);
            var start = Latest(Latest(now, slot.Next), domain?.Next ?? now);
            wait = start - now;
            if (wait > Patience)
            {
                wait += Queued(domain?.Next > slot.Next ? domain : slot, spacing);
                return false;
            }

            slot.Take(start, spacing);
            domain?.Take(start, TimeSpan.Zero);
            return true;
        }
    }

    private DateTimeOffset Now => origin + time.GetElapsedTime(started);

    /// <summary>No request for so long from now on (Retry-After).</summary>
    /// <param name="key">A host, or a domain's key.</param>
    public void Pause(string key, TimeSpan wait)
    {
        lock (door)
        {
            var now = Now;
            var slot = SlotOf(key, now);
            slot.Next = Latest(slot.Next, now + wait);
            slot.PausedUntil = Latest(slot.PausedUntil, now + wait);
        }
    }

    /// <summary>No request from here for so long: another worker has the turn.</summary>
    public void Defer(string host, TimeSpan wait)
    {
        lock (door)
        {
            var now = Now;
            var slot = SlotOf(host, now);
            slot.Next = Latest(slot.Next, now + wait);
        }
    }

    /// <summary>What other workers should know of a host that was asked from here.</summary>
    public HostStanding Standing(string host)
    {
        var now = Now;
        lock (door)
        {
            var slot = SlotOf(host, now);
            return new HostStanding(slot.Domain, slot.Spacing, slot.PausedUntil - now, (slots.GetValueOrDefault(slot.Domain)?.PausedUntil ?? now) - now);
        }
    }

    /// <summary>Fewer requests than before, from now on and until it goes well for a while.</summary>
    public void Slow(string key)
    {
        lock (door)
        {
            var slot = SlotOf(key, Now);
            var doubled = slot.Learned * 2;
            slot.Learned = doubled < FirstLearnedSpacing ? FirstLearnedSpacing : doubled < LongestLearnedSpacing ? doubled : LongestLearnedSpacing;
        }
    }

    private static TimeSpan Queued(Slot slot, TimeSpan spacing)
    {
        var queue = Longer(slot.Learned, spacing) * ++slot.Refused;
        return queue < LongestQueue ? queue : LongestQueue;
    }

    private Slot SlotOf(string key, DateTimeOffset now)
    {
        if (slots.TryGetValue(key, out var slot))
            return slot;
        if (slots.Count > SweepAbove)
            Sweep(now);
        return slots[key] = new Slot(DomainKey(PublicSuffixes.RegistrableDomain(key))) { Next = now };
    }

    private void Sweep(DateTimeOffset now)
    {
        foreach (var (key, slot) in slots)
        {
            if (slot.Next <= now && (slot.Learned == TimeSpan.Zero || slot.Next < now - Unused))
                slots.Remove(key);
        }
    }

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private sealed class Slot(string domain)
    {
        private static readonly TimeSpan Forgotten = TimeSpan.FromMilliseconds(100);

        public string Domain { get; } = domain;

        /// <summary>When the next request may start.</summary>
        public DateTimeOffset Next { get; set; }

        /// <summary>The spacing that limits have taught; zero while there were none.</summary>
        public TimeSpan Learned { get; set; }

        /// <summary>Between the last turn and the next.</summary>
        public TimeSpan Spacing { get; private set; }

        /// <summary>As the host asked; long ago when it did not.</summary>
        public DateTimeOffset PausedUntil { get; set; }

        /// <summary>Refused and not back yet, about.</summary>
        public int Refused { get; set; }

        public void Take(DateTimeOffset start, TimeSpan spacing)
        {
            Spacing = Longer(Learned, spacing);
            Next = start + Spacing;
            Learned = Learned * 0.9 < Forgotten ? TimeSpan.Zero : Learned * 0.9;
            Refused = Math.Max(0, Refused - 1);
        }
    }
}

/// <summary>A host as this worker knows it. Pauses that are over are negative.</summary>
/// <param name="Domain">The key of its domain.</param>
/// <param name="Spacing">Between two starts.</param>
internal readonly record struct HostStanding(string Domain, TimeSpan Spacing, TimeSpan Pause, TimeSpan DomainPause);
