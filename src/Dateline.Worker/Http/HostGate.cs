using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Http;

/// <summary>
/// Spaces the starts of requests to one host, over feeds and pages alike, and keeps a host that asked for a pause unasked.
/// A turn that would come too late is refused with the time to try again: the caller gives its lease back instead of waiting.
/// </summary>
internal sealed class HostGate(IOptions<HttpOptions> options, TimeProvider time)
{
    /// <summary>The longest wait for a turn while holding a lease.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private const int SweepAbove = 16_384;

    private readonly ConcurrentDictionary<string, DateTimeOffset> nextStart = new(StringComparer.Ordinal);

    /// <summary>The longest spacing that a site's robots.txt can ask for; a longer one would keep its articles unread for hours.</summary>
    private static readonly TimeSpan LongestAskedSpacing = TimeSpan.FromSeconds(10);

    /// <summary>True: start after <paramref name="wait"/>. False: no turn was taken; try again after <paramref name="wait"/>.</summary>
    /// <param name="asked">The spacing that the site asks for, heard when it is longer than the option's.</param>
    public bool TryTakeTurn(string host, out TimeSpan wait, TimeSpan? asked = null)
    {
        var now = time.GetUtcNow();
        var spacing = TimeSpan.FromMilliseconds(options.Value.HostSpacingMilliseconds);
        if (asked > spacing)
            spacing = asked.Value < LongestAskedSpacing ? asked.Value : LongestAskedSpacing;
        while (true)
        {
            var known = nextStart.TryGetValue(host, out var next);
            var start = known && next > now ? next : now;
            wait = start - now;
            if (wait > Patience)
                return false;
            if (known ? nextStart.TryUpdate(host, start + spacing, next) : nextStart.TryAdd(host, start + spacing))
                break;
        }

        if (nextStart.Count > SweepAbove)
            Sweep(now);
        return true;
    }

    /// <summary>No request to the host before <paramref name="until"/> (Retry-After).</summary>
    public void Pause(string host, DateTimeOffset until) =>
        nextStart.AddOrUpdate(host, until, (_, next) => next > until ? next : until);

    private void Sweep(DateTimeOffset now)
    {
        foreach (var entry in nextStart.Where(entry => entry.Value <= now))
            nextStart.TryRemove(entry);
    }
}
