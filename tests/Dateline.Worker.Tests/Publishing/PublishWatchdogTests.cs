using System.Reflection;
using Dateline.Worker.Publishing;
using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Dateline.Worker.Tests.Publishing;

public sealed class PublishWatchdogTests : IDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly PublishPulse pulse;
    private readonly CountingBus bus = (CountingBus)(object)DispatchProxy.Create<IBusControl, CountingBus>();
    private readonly TestProbe probe = new();
    private readonly PublishWatchdog watchdog;

    public PublishWatchdogTests()
    {
        pulse = new PublishPulse(time);
        var options = Options.Create(new PublishingOptions { RabbitMq = "amqp://x" });
        watchdog = new PublishWatchdog(pulse, new Broker(options), probe, (IBusControl)(object)bus, options, time, NullLogger<PublishWatchdog>.Instance);
    }

    public void Dispose() => watchdog.Dispose();

    [Fact]
    public async Task Look_NothingConfirmedThoughTheBrokerConfirms_MakesTheBusAnew()
    {
        await Silence(59);
        Assert.Empty(bus.Calls);
        await Silence(2);

        Assert.Equal(["StopAsync", "StartAsync"], bus.Calls);
    }

    [Fact]
    public async Task Look_BrokerConfirmsNothing_WaitsForIt()
    {
        probe.Well = false;
        await Silence(3_600);

        Assert.Empty(bus.Calls);
        Assert.Equal(HealthStatus.Healthy, await Health());
    }

    [Fact]
    public async Task Look_NothingWasTried_LeavesTheBusAlone()
    {
        time.Advance(TimeSpan.FromDays(1));
        await watchdog.Look(CancellationToken.None);

        Assert.Empty(bus.Calls);
    }

    [Fact]
    public async Task Look_NewBusesDoNotHelp_LivenessFailsUntilSomethingIsConfirmed()
    {
        for (var renewal = 1; renewal <= 3; renewal++)
        {
            Assert.Equal(HealthStatus.Healthy, await Health());
            await Silence(61);
            Assert.Equal(2 * renewal, bus.Calls.Count);
        }

        Assert.Equal(HealthStatus.Unhealthy, await Health());
        pulse.Confirmed();
        Assert.Equal(HealthStatus.Healthy, await Health());
    }

    [Fact]
    public async Task Look_BusThatCannotBeStopped_DoesNotEndTheWatch()
    {
        bus.Fails = true;
        await Silence(61);
        bus.Fails = false;
        await Silence(61);

        Assert.Equal(["StopAsync", "StopAsync", "StartAsync"], bus.Calls);
    }

    private async Task Silence(double seconds)
    {
        pulse.Unconfirmed();
        time.Advance(TimeSpan.FromSeconds(seconds));
        await watchdog.Look(CancellationToken.None);
    }

    private async Task<HealthStatus> Health() => (await new PublishCheck(pulse).CheckHealthAsync(new HealthCheckContext())).Status;

    private sealed class TestProbe() : BrokerProbe(new Broker(Options.Create(new PublishingOptions())))
    {
        public bool Well { get; set; } = true;

        public override Task<bool> Confirms(CancellationToken cancellationToken) => Task.FromResult(Well);
    }

    /// <summary>A bus that is only started and stopped.</summary>
    public class CountingBus : DispatchProxy
    {
        public List<string> Calls { get; } = [];

        public bool Fails { get; set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            Calls.Add(targetMethod!.Name);
            if (Fails)
                throw new TimeoutException("the bus does not stop");
            return targetMethod.Name == "StartAsync" ? Task.FromResult<BusHandle>(null!) : Task.CompletedTask;
        }
    }
}
