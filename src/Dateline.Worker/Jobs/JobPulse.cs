using System.Collections.Concurrent;
using System.Data.Common;
using System.Net.Sockets;
using Quartz;

namespace Dateline.Worker.Jobs;

/// <summary>Sees every job end: remembers when (the liveness check asks), and says failures in a line.</summary>
internal sealed partial class JobPulse(TimeProvider time, ILogger<JobPulse> logger) : IJobListener
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> ended = new(StringComparer.Ordinal);

    public string Name => nameof(JobPulse);

    /// <summary>When the job last ended, well or not; null when it has not yet.</summary>
    public DateTimeOffset? LastEnd(string job) => ended.TryGetValue(job, out var at) ? at : null;

    public ValueTask JobWasExecuted(
        IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
    {
        var job = context.JobDetail.Key.Name;
        ended[job] = time.GetUtcNow();
        var cause = jobException?.GetBaseException();
        // a database or a network that is away needs no stack trace
        if (cause is DbException or TimeoutException or IOException or SocketException)
            Failed(null, job, cause.Message);
        else if (cause is not null and not OperationCanceledException)
            Failed(cause, job, cause.Message);
        return ValueTask.CompletedTask;
    }

    [LoggerMessage(EventIds.JobFailed, LogLevel.Error, "{Job} failed and is tried again: {Reason}")]
    private partial void Failed(Exception? exception, string job, string reason);
}
