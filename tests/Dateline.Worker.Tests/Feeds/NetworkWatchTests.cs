using Dateline.Worker.Feeds;
using Dateline.Worker.Http;
using Dateline.Worker.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Dateline.Worker.Tests.Feeds;

public class NetworkWatchTests
{
    private readonly FakeTimeProvider time = new(Some.Now);
    private readonly NetworkWatch network;

    public NetworkWatchTests() => network = new NetworkWatch(time, NullLogger<NetworkWatch>.Instance);

    private void Fail(int hosts, int from = 0)
    {
        for (var number = from; number < from + hosts; number++)
            network.Saw($"{number}.example", WebFailure.Dns);
    }

    [Fact]
    public void IsDown_WhenNearlyNoHostAnswers()
    {
        Fail(7);
        Assert.False(network.IsDown);
        Fail(1, from: 7);
        Assert.True(network.IsDown);
    }

    [Fact]
    public void IsDown_OneHostManyTimes_ProvesNothing()
    {
        for (var time = 0; time < 100; time++)
            network.Saw("a.example", WebFailure.Connect);
        Assert.False(network.IsDown);
    }

    [Fact]
    public void IsDown_SomeAnswer_IsTheFeedsOwnFault()
    {
        for (var number = 0; number < 5; number++)
            network.Saw($"good{number}.example", null);
        Fail(12);
        Assert.False(network.IsDown);
    }

    [Fact]
    public void IsDown_EndsWithTheFirstAnswer()
    {
        Fail(20);
        network.Saw("0.example", WebFailure.Tls);
        Assert.False(network.IsDown);
        Fail(1);
        Assert.False(network.IsDown);
    }

    [Fact]
    public void IsDown_OldFailures_AreForgotten()
    {
        Fail(7);
        time.Advance(TimeSpan.FromMinutes(6));
        Fail(1, from: 7);
        Assert.False(network.IsDown);
    }

    [Theory]
    [InlineData(WebFailure.CircuitOpen)]
    [InlineData(WebFailure.ForbiddenAddress)]
    public void Saw_WhatWasNotAsked_DoesNotCount(object cause)
    {
        for (var number = 0; number < 20; number++)
            network.Saw($"{number}.example", (WebFailure)cause);
        Assert.False(network.IsDown);
    }
}
