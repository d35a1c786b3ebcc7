using Dateline.Worker.Jobs;
using Dateline.Worker.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dateline.Worker.Operations;

/// <summary>Alive: the scan for due feeds comes round. Depends on nothing outside the process.</summary>
internal sealed class ScanCheck(JobPulse pulse, TimeProvider time) : IHealthCheck
{
    public const string Job = "poll";

    private static readonly TimeSpan Late = TimeSpan.FromMinutes(2);

    private readonly DateTimeOffset started = time.GetUtcNow();

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var silence = time.GetUtcNow() - (pulse.LastEnd(Job) ?? started);
        return Task.FromResult(silence < Late
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"the scan for due feeds last came round {silence.TotalSeconds:0} s ago"));
    }
}

/// <summary>Ready: the database answers.</summary>
internal sealed class DatabaseCheck(FeedStore feeds) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await feeds.CountDue(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy($"the database does not answer: {e.Message}");
        }
    }
}
