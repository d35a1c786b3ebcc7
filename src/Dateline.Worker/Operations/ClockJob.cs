using Dateline.Worker.Storage;
using Quartz;

namespace Dateline.Worker.Operations;

/// <summary>
/// Notices that the clock was set back, by the time that has passed: what was planned by the wrong time would wait until that time comes.
/// The first round is for a clock that was set while no worker ran.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class ClockJob(ClockStore rows, TimeProvider time, ILogger<ClockJob> logger) : IJob
{
    /// <summary>Less is a clock that is kept right, and no plan is so exact.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(30);

    private (DateTimeOffset At, long Stamp)? last;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var (now, stamp) = (time.GetUtcNow(), time.GetTimestamp());
        var expected = last is { } look ? look.At + time.GetElapsedTime(look.Stamp, stamp) : (DateTimeOffset?)null;
        if (expected is null || expected - now > Least)
        {
            var planned = await rows.PlanAnew(expected, cancellationToken);
            if (expected is { } wrong)
                SetBack((wrong - now).TotalSeconds, planned);
        }

        // not before the rows are right: a database that is away is asked again
        last = (now, stamp);
    }

    [LoggerMessage(EventIds.ClockSetBack, LogLevel.Warning, "The clock was set back by {Seconds:0} s; {Rows} polls, articles and events that were planned by the wrong time are due now")]
    private partial void SetBack(double seconds, int rows);
}
