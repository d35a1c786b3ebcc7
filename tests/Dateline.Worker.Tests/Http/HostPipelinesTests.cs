using Dateline.Worker.Http;
using Dateline.Worker.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Dateline.Worker.Tests.Http;

public class HostPipelinesTests
{
    private const int Many = 5_000;

    [Fact]
    public void For_ManyHosts_TheIdleOnesAreDropped()
    {
        var time = new FakeTimeProvider(Some.Now);
        var pipelines = new HostPipelines(Web.Options(), time);
        var first = pipelines.For("0.example");
        for (var host = 1; host < Many; host++)
            pipelines.For($"{host}.example");
        Assert.Same(first, pipelines.For("0.example"));
        time.Advance(TimeSpan.FromMinutes(11));
        pipelines.For("other.example");
        Assert.Equal(1, pipelines.Count);
        Assert.NotSame(first, pipelines.For("0.example"));
    }
}
