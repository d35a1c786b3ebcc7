using Dateline.Worker.Http;
using Dateline.Worker.Http.Robots;
using Dateline.Worker.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Dateline.Worker.Tests.Http.Robots;

public class RobotsCacheTests
{
    private readonly FakeTimeProvider time = new(Some.Now);

    private async Task<(bool Allowed, int Asked)> Ask(RequestDelegate answer, TimeSpan? between = null, Action<HttpOptions>? change = null)
    {
        await using var server = await LoopbackServer.Start(answer);
        var options = Web.Options(change);
        using var web = Web.Fetcher(options);
        var robots = new RobotsCache(web, options, time);
        await robots.For(server.At("/private/a"), CancellationToken.None);
        time.Advance(between ?? TimeSpan.FromMinutes(1));
        var rules = await robots.For(server.At("/private/b"), CancellationToken.None);
        Assert.All(server.Requests, request => Assert.Equal("/robots.txt", request.Path));
        return (rules.IsAllowed(server.At("/private/b")), server.Requests.Count);
    }

    private static RequestDelegate Answer(string text, int status = 200) => context =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(text);
    };

    private const string Private = "User-agent: Dateline\nDisallow: /private/";

    [Fact]
    public async Task For_File_IsKeptForADay()
    {
        Assert.Equal((false, 1), await Ask(Answer(Private), TimeSpan.FromHours(23)));
        Assert.Equal((false, 2), await Ask(Answer(Private), TimeSpan.FromHours(25)));
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(403, true)]
    [InlineData(500, false)]
    [InlineData(503, false)]
    [InlineData(429, false)]
    public async Task For_Status_MeansAllOrNothing(int status, bool allowed) => Assert.Equal(allowed, (await Ask(Answer(Private, status))).Allowed);

    [Fact]
    public async Task For_FaultOfTheServer_IsAskedAgainSoon() => Assert.Equal(2, (await Ask(Answer("", 500), TimeSpan.FromMinutes(11))).Asked);

    [Fact]
    public async Task For_WebPageInsteadOfTheFile_SaysNothing() => Assert.True((await Ask(Answer("<html>\nUser-agent: *\nDisallow: /"))).Allowed);

    [Fact]
    public async Task For_SwitchedOff_AsksNobody() => Assert.Equal((true, 0), await Ask(Answer(Private), change: options => options.RespectRobots = false));

    [Fact]
    public async Task For_OwnUserAgent_NamesTheGroup() =>
        Assert.True((await Ask(Answer(Private), change: options => options.UserAgent = "DeskBot/2 (+mailto:desk@a.example)")).Allowed);
}
