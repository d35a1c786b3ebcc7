using System.Data.Common;
using Dateline.Worker.Storage;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Http;

/// <summary>
/// Whose turn it is at a host: this worker's own gate first, which costs nothing, then, where several workers share a PostgreSQL, the
/// database's table, so that spacing, concurrency and pauses hold over all of them.
/// </summary>
internal sealed class HostTurns(HostGate gate, HostTurnStore store, IOptions<HttpOptions> options)
{
    /// <summary>A visit outlasts the longest request by this, else it would end while the last bytes come.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    /// <summary>For a busy host that asks for no spacing.</summary>
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(250);

    /// <param name="asked">The spacing that the site asks for, heard when it is longer than the option's.</param>
    public async ValueTask<HostTurn> Take(string host, CancellationToken cancellationToken, TimeSpan? asked = null)
    {
        var isTaken = gate.TryTakeTurn(host, out var wait, asked);
        if (!isTaken || !store.IsShared)
            return new HostTurn(wait, isTaken);

        var standing = gate.Standing(host);
        var turn = await store.Take(
            new HostTurnRequest(
                host, standing.Domain, standing.Spacing, HostGate.Patience, TimeSpan.FromSeconds(options.Value.TotalTimeoutSeconds) + Margin, options.Value.HostConcurrency),
            cancellationToken);
        if (turn.Visit is { } visit)
            return new HostTurn(turn.Wait, true, () => Leave(host, visit));
        // a busy host may be free at any moment: who was refused comes back as far from the next as this worker's gate put them
        if (turn.Wait <= HostGate.Patience)
            return new HostTurn(wait + (standing.Spacing > ShortestWait ? standing.Spacing : ShortestWait), false);
        gate.Defer(host, turn.Wait);
        return new HostTurn(turn.Wait, false);
    }

    /// <summary>Tells the others what this worker learned from the answer.</summary>
    private async Task Leave(string host, long visit)
    {
        var standing = gate.Standing(host);
        try
        {
            await store.Leave(host, visit, standing.Pause, (standing.Domain, standing.DomainPause), CancellationToken.None);
        }
        catch (Exception e) when (e is DbException or TimeoutException or IOException)
        {
            // the visit ends by itself; what the answer brought must not be lost to this
        }
    }
}
