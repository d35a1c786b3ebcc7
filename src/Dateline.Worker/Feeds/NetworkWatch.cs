using Dateline.Worker.Http;

namespace Dateline.Worker.Feeds;

/// <summary>
/// Tells our own outage from the feeds': when nearly every host that was asked lately could not be reached, the fault is here, and no feed
/// is blamed for it. Says so once, with what to try, and says when it is over.
/// </summary>
internal sealed partial class NetworkWatch(TimeProvider time, ILogger<NetworkWatch> logger)
{
    /// <summary>Fewer hosts than these prove nothing.</summary>
    private const int Least = 8;

    private const double Share = 0.8;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly Lock door = new();
    private readonly Dictionary<string, (DateTimeOffset At, bool Reached)> hosts = new(StringComparer.Ordinal);

    /// <summary>Every sight in its order, so that what is too old is found without a look at all hosts.</summary>
    private readonly Queue<(string Host, DateTimeOffset At)> order = new();
    private int unreached;

    /// <summary>True while this machine, rather than the hosts, looks cut off.</summary>
    public bool IsDown { get; private set; }

    /// <param name="cause">Why the poll failed; null when any answer came.</param>
    public void Saw(string host, WebFailure? cause)
    {
        if (cause is WebFailure.CircuitOpen or WebFailure.HostBusy or WebFailure.BadUrl or WebFailure.ForbiddenAddress)
            return;
        bool before, after;
        int tried;
        lock (door)
        {
            var now = time.GetUtcNow();
            Forget(now);
            Set(host, now, cause is not (WebFailure.Dns or WebFailure.Connect or WebFailure.Timeout));
            (before, tried) = (IsDown, hosts.Count);
            after = IsDown = tried >= Least && unreached >= Share * tried;
        }

        if (after && !before)
            NetworkDown(tried);
        else if (before && !after)
            NetworkBack();
    }

    private void Set(string host, DateTimeOffset now, bool reached)
    {
        if (hosts.TryGetValue(host, out var old) && !old.Reached)
            unreached--;
        // an answer after an outage says more than the failures before it
        if (reached && IsDown)
            Clear();
        hosts[host] = (now, reached);
        order.Enqueue((host, now));
        if (!reached)
            unreached++;
    }

    private void Clear()
    {
        hosts.Clear();
        order.Clear();
        unreached = 0;
    }

    private void Forget(DateTimeOffset now)
    {
        while (order.TryPeek(out var oldest) && now - oldest.At > Window)
        {
            order.Dequeue();
            // the host may have been seen again since
            if (!hosts.TryGetValue(oldest.Host, out var seen) || seen.At != oldest.At)
                continue;
            hosts.Remove(oldest.Host);
            unreached -= seen.Reached ? 0 : 1;
        }
    }

    [LoggerMessage(EventIds.NetworkDown, LogLevel.Warning, "Nearly none of the last {Hosts} hosts could be reached: this machine has no way to the internet, most likely (no connection, a firewall, or name resolution). The worker keeps trying and blames no feed; without a network, try: dateline demo (from the sources: dotnet run --project src/Dateline.Worker -c Release -- demo)")]
    private partial void NetworkDown(int hosts);

    [LoggerMessage(EventIds.NetworkBack, LogLevel.Information, "Hosts answer again")]
    private partial void NetworkBack();
}
