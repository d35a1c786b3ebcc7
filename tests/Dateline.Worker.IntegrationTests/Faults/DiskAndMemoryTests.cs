using Dateline.Worker.IntegrationTests.Servers;

namespace Dateline.Worker.IntegrationTests.Faults;

/// <summary>A volume that is full, and what a worker holds.</summary>
[Collection(SharedServers.Name)]
public class DiskAndMemoryTests(ServersFixture servers)
{
    [RootFact]
    public async Task Volume_Full_IsSaidAndSurvived()
    {
        var (tally, lines, integrity) = await DiskScenario.Run(servers.RabbitMq.Address, TimeSpan.FromSeconds(2));
        tally.AssertNothingLost();
        Assert.Equal("ok", integrity);
        Assert.DoesNotContain(lines, line => line.StartsWith("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ManyFeeds_HoldNoMoreAsTimeGoesBy()
    {
        var (polls, early, late) = await ManyFeedsScenario.Run(feeds: 1_000, TimeSpan.FromSeconds(30));
        Assert.True(polls > 1_000, $"{polls} polls");
        Assert.True(IsFlat(early, late), $"{early} to {late} in {polls} polls");
    }

    /// <summary>The control: half as much again is seen.</summary>
    [Fact]
    public void IsFlat_WhatGrows_IsNot()
    {
        var early = new Holding(200, 300, 40);
        Assert.False(IsFlat(early, early with { Megabytes = 300 }));
        Assert.False(IsFlat(early, early with { Handles = 450 }));
        Assert.False(IsFlat(early, early with { Threads = 60 }));
        Assert.True(IsFlat(early, new Holding(215, 310, 42)));
    }

    internal static bool IsFlat(Holding early, Holding late) =>
        late.Megabytes < early.Megabytes * 1.3 && late.Handles < early.Handles * 1.2 + 20 && late.Threads < early.Threads * 1.2 + 6;
}
