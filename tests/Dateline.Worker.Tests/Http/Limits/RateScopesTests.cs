using Dateline.Worker.Http;
using Dateline.Worker.Http.Limits;
using Dateline.Worker.Tests.Support;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Dateline.Worker.Tests.Http.Limits;

/// <summary>A limit holds for what it was seen at, and for more only on evidence.</summary>
public class RateScopesTests
{
    private readonly FakeTimeProvider time = new(Some.Now);
    private readonly HostGate gate;
    private readonly RateScopes scopes;

    public RateScopesTests()
    {
        gate = new HostGate(Options.Create(new HttpOptions { HostSpacingMilliseconds = 500 }), time);
        scopes = new RateScopes(gate, time);
    }

    private void Limited(string url, int minutes = 15) => scopes.Limited(new Uri(url), TimeSpan.FromMinutes(minutes));

    private bool MayAsk(string host) => gate.TryTakeTurn(host, out _);

    [Fact]
    public void Limited_OneAddress_SlowsItsHostAndStopsNothing()
    {
        Limited("https://hub.example/route/1");
        Assert.True(MayAsk("hub.example"));
        Assert.True(gate.TryTakeTurn("hub.example", out var wait));
        Assert.Equal(2, wait.TotalSeconds, 3);
        Assert.True(MayAsk("other.hub.example"));
    }

    [Fact]
    public void Limited_TheSameAddressAgain_IsNoNewEvidence()
    {
        Limited("https://hub.example/route/1");
        time.Advance(TimeSpan.FromMinutes(15));
        Limited("https://hub.example/route/1");
        Assert.True(MayAsk("hub.example"));
    }

    [Fact]
    public void Limited_ASecondAddressOfTheHost_StopsTheHostAsLongAsAsked()
    {
        Limited("https://hub.example/route/1");
        Limited("https://hub.example/route/2");
        Assert.False(MayAsk("hub.example"));
        Assert.True(MayAsk("other.hub.example"));
        time.Advance(TimeSpan.FromMinutes(15));
        Assert.True(MayAsk("hub.example"));
    }

    [Fact]
    public void Limited_OnceKnownToBeTheHosts_TheNextLimitStopsItAtOnce()
    {
        Limited("https://hub.example/route/1");
        Limited("https://hub.example/route/2");
        time.Advance(TimeSpan.FromMinutes(20));
        Limited("https://hub.example/route/3");
        Assert.False(MayAsk("hub.example"));
    }

    [Fact]
    public void Limited_ASecondHostOfTheDomain_StopsTheWholeDomainAndNoOther()
    {
        Limited("https://one.blogs.co.uk/feed");
        Limited("https://two.blogs.co.uk/feed");
        Assert.Equal("False False False True", $"{MayAsk("one.blogs.co.uk")} {MayAsk("three.blogs.co.uk")} {MayAsk("blogs.co.uk")} {MayAsk("other.co.uk")}");
        time.Advance(TimeSpan.FromMinutes(15));
        Assert.True(MayAsk("three.blogs.co.uk"));
    }

    [Fact]
    public void Limited_LongApart_AreTwoLimitsOfTheirOwn()
    {
        Limited("https://hub.example/route/1");
        time.Advance(TimeSpan.FromMinutes(26));
        Limited("https://hub.example/route/2");
        Assert.True(MayAsk("hub.example"));
    }

    [Fact]
    public void Limited_AgainAndAgain_TheSpacingGrowsAndComesDownAgainWhenItGoesWell()
    {
        for (var number = 0; number < 4; number++)
            scopes.Limited(new Uri("https://hub.example/route/1"), TimeSpan.Zero);
        gate.TryTakeTurn("hub.example", out _);
        Assert.False(gate.TryTakeTurn("hub.example", out var wait));
        Assert.True(wait.TotalSeconds >= 16, $"{wait}");
        for (var turn = 0; turn < 60; turn++)
        {
            time.Advance(TimeSpan.FromMinutes(1));
            gate.TryTakeTurn("hub.example", out _);
        }

        Assert.True(gate.TryTakeTurn("hub.example", out var last));
        Assert.Equal(0.5, last.TotalSeconds, 3);
    }

    [Fact]
    public void UsedUp_IsTheHostsAtOnceAndAnHourAtMost()
    {
        scopes.UsedUp("hub.example", TimeSpan.FromDays(1));
        Assert.False(MayAsk("hub.example"));
        time.Advance(TimeSpan.FromHours(1));
        Assert.True(MayAsk("hub.example"));
    }
}
