using Dateline.Worker.Http;
using Dateline.Worker.Tests.Support;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Dateline.Worker.Tests.Http;

public class HostGateTests
{
    private readonly FakeTimeProvider time = new(Some.Now);
    private readonly HostGate gate;

    public HostGateTests() => gate = new HostGate(Options.Create(new HttpOptions { HostSpacingMilliseconds = 1000 }), time);

    private (bool Taken, double Seconds) Turn(string host = "a.example") => (gate.TryTakeTurn(host, out var wait), wait.TotalSeconds);

    [Fact]
    public void TryTakeTurn_SameHost_IsSpacedAndRefusedBeyondPatience()
    {
        Assert.Equal([(true, 0), (true, 1), (true, 2), (true, 3), (false, 4), (false, 4)], Enumerable.Range(0, 6).Select(_ => Turn()));
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal((true, 2), Turn());
    }

    [Fact]
    public void TryTakeTurn_OtherHost_WaitsForNobody()
    {
        Turn();
        Assert.Equal((true, 0), Turn("b.example"));
    }

    [Fact]
    public void Pause_KeepsTheHostUnaskedAndIsNeverShortened()
    {
        gate.Pause("a.example", Some.Now.AddMinutes(5));
        gate.Pause("a.example", Some.Now.AddMinutes(1));
        Assert.Equal((false, 300), Turn());
        time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal((true, 0), Turn());
    }
}
