namespace Dateline.Worker.Feeds;

/// <summary>How many polls a scan may start: as many as are due, or a share of what a scan usually starts.</summary>
/// <param name="most">What a scan is taken to start before any was seen.</param>
internal sealed class PollAllowance(int most)
{
    /// <summary>Of the mean over scans: a scan a second, so that it goes by the last five minutes.</summary>
    private const double Weight = 1.0 / 300;

    private double usual = most;
    private double left;

    /// <param name="share">Of the usual polling, 0 to 1.</param>
    public int Next(double share)
    {
        if (share >= 1)
        {
            left = 0;
            return int.MaxValue;
        }

        left += usual * share;
        var whole = (int)left;
        left -= whole;
        return whole;
    }

    /// <summary>Tells what a scan has started while nothing slowed it.</summary>
    public void Started(int polls) => usual += (polls - usual) * Weight;
}
