using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Publishing;

/// <summary>
/// A bus can stop publishing while its connection looks well. When nothing was confirmed for some time though the broker confirms
/// what others send, the bus is stopped and started; when that does not help, <see cref="PublishCheck"/> fails.
/// </summary>
internal sealed class PublishWatchdog(
    PublishPulse pulse, Broker broker, BrokerProbe probe, IBusControl bus, IOptions<PublishingOptions> options, TimeProvider time, ILogger<PublishWatchdog> logger) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5), Limit = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!broker.IsConfigured)
            return;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Round, time, stoppingToken);
            await Look(stoppingToken);
        }
    }

    /// <summary>One look, and what it leads to.</summary>
    internal async Task Look(CancellationToken cancellationToken)
    {
        var silence = pulse.Silence;
        if (silence < TimeSpan.FromSeconds(options.Value.PatienceSeconds) || !await probe.Confirms(cancellationToken))
            return;
        logger.BusRenewed(silence.TotalSeconds);
        pulse.Renewed();
        try
        {
            await Bounded(bus.StopAsync, cancellationToken);
            await Bounded(async token => await bus.StartAsync(token), cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.BusNotRenewed(e.Message);
        }
    }

    private static async Task Bounded(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        await work(limit.Token).WaitAsync(Limit + TimeSpan.FromSeconds(1), cancellationToken);
    }
}

/// <summary>Alive: events go out, or it is the broker's fault that they do not. A worker whose bus cannot be mended has to be started anew.</summary>
internal sealed class PublishCheck(PublishPulse pulse) : IHealthCheck
{
    /// <summary>Buses made anew without a single confirm.</summary>
    private const int InVain = 2;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(pulse.Renewals <= InVain
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"the broker confirms what others send, but nothing of ours; {pulse.Renewals} new connections did not help"));
}
