using Dateline.Worker.Http;

namespace Dateline.Worker.Feeds;

/// <summary>When polls fail one after the other for want of a network, says so once, with what to try; and again after it was back.</summary>
internal sealed partial class NetworkWatch(ILogger<NetworkWatch> logger)
{
    /// <summary>Failures in a row, with no answer from anywhere between them, that look like our own outage.</summary>
    private const int LooksLikeOurs = 8;

    private int inARow;

    public void Saw(PollReport report)
    {
        if (report.Outcome == PollReport.PutOff)
            return;
        if (report.Cause is not (WebFailure.Dns or WebFailure.Connect or WebFailure.Timeout))
        {
            Volatile.Write(ref inARow, 0);
            return;
        }

        if (Interlocked.Increment(ref inARow) == LooksLikeOurs)
            NetworkDown(LooksLikeOurs);
    }

    [LoggerMessage(EventIds.NetworkDown, LogLevel.Warning, "The last {FailedPolls} feeds could not be reached: this machine has no way to the internet, most likely (no connection, a firewall, or name resolution). The worker keeps trying; without a network, try: dateline demo (from the sources: dotnet run --project src/Dateline.Worker -c Release -- demo)")]
    private partial void NetworkDown(int failedPolls);
}
