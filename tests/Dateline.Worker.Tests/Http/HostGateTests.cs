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
        Assert.Equal([(true, 0), (true, 1), (true, 2), (true, 3), (false, 5), (false, 6)], Enumerable.Range(0, 6).Select(_ => Turn()));
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal((true, 2), Turn());
    }

    [Fact]
    public void TryTakeTurn_ManyFeedsOfOneHost_ComeBackOneAfterTheOtherAndAllGetTheirTurn()
    {
        var waiting = new PriorityQueue<int, double>(Enumerable.Range(0, 300).Select(feed => (feed, 0.0)));
        var tries = 0;
        for (var second = 0.0; waiting.TryDequeue(out var feed, out var due); tries++)
        {
            time.Advance(TimeSpan.FromSeconds(Math.Max(0, due - second)));
            second = Math.Max(second, due);
            var (taken, seconds) = Turn();
            if (!taken)
                waiting.Enqueue(feed, second + seconds);
            Assert.True(tries < 3_000, "they come back in vain");
        }

        Assert.InRange((time.GetUtcNow() - Some.Now).TotalSeconds, 290, 900);
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
        gate.Pause("a.example", TimeSpan.FromMinutes(5));
        gate.Pause("a.example", TimeSpan.FromMinutes(1));
        Assert.Equal((false, 301), Turn());
        time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal((true, 0), Turn());
    }
}
