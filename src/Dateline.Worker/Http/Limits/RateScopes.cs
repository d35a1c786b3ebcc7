namespace Dateline.Worker.Http.Limits;

/// <summary>
/// How far a rate limit reaches, by evidence. One address that is limited slows its host down, for one route of a gateway may have a limit
/// of its own; a second one of the same host stops the host; one of a second host of the same registrable domain stops the domain. The address
/// itself waits in any case, by its feed's schedule.
/// </summary>
internal sealed class RateScopes(HostGate gate, TimeProvider time)
{
    /// <summary>A host is left alone for this long at most; the feed itself may wait longer.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>For servers that do not say how long.</summary>
    private static readonly TimeSpan UnsaidPause = TimeSpan.FromMinutes(5);

    /// <summary>Two limits count as one when they are no farther apart than this, pauses not counted.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);

    private readonly Lock door = new();
    private readonly Dictionary<string, Evidence> scopes = new(StringComparer.Ordinal);

    /// <summary>The server wants fewer requests (429, or 503 with Retry-After).</summary>
    public void Limited(Uri url, TimeSpan? wait)
    {
        var now = time.GetUtcNow();
        var pause = wait is not { } said ? UnsaidPause : said < LongestPause ? said : LongestPause;
        var until = now + pause;
        var domain = PublicSuffixes.RegistrableDomain(url.IdnHost);
        lock (door)
        {
            Forget(now);
            var isHost = IsSecond(url.IdnHost, url.PathAndQuery, until);
            var isDomain = IsSecond(HostGate.DomainKey(domain), url.IdnHost, until);
            gate.Slow(url.IdnHost);
            if (isHost)
                gate.Pause(url.IdnHost, pause);
            if (!isDomain)
                return;
            gate.Slow(HostGate.DomainKey(domain));
            gate.Pause(HostGate.DomainKey(domain), pause);
        }
    }

    /// <summary>The server says that its quota is used up: that goes for the host.</summary>
    public void UsedUp(string host, TimeSpan wait) => gate.Pause(host, wait < LongestPause ? wait : LongestPause);

    private bool IsSecond(string scope, string member, DateTimeOffset until)
    {
        var evidence = scopes.TryGetValue(scope, out var known) ? known : scopes[scope] = new Evidence(member);
        evidence.Until = until > evidence.Until ? until : evidence.Until;
        evidence.IsWide |= evidence.First != member;
        return evidence.IsWide;
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (scope, evidence) in scopes)
        {
            if (evidence.Until + Memory < now)
                scopes.Remove(scope);
        }
    }

    private sealed class Evidence(string first)
    {
        public string First { get; } = first;
        public DateTimeOffset Until { get; set; }
        public bool IsWide { get; set; }
    }
}
