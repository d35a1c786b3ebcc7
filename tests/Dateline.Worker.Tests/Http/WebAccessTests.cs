using System.Net;
using Dateline.Worker.Http;
using Dateline.Worker.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Dateline.Worker.Tests.Http;

public class WebAccessTests
{
    private static readonly WebAccess Everything = new()
    {
        UserAgent = "Own/1", Basic = "ann:pässword", Cookie = "sid=1", Headers = new() { ["X-Key"] = "k", ["Accept"] = "text/xml" }, Http11 = true,
    };

    private static async Task<WebResult> Get(Uri url, WebAccess access)
    {
        using var web = Web.Fetcher();
        return await web.Get(Web.Query(url) with { Access = access }, CancellationToken.None);
    }

    [Fact]
    public async Task Get_AsksAsTheFeedWantsToBeAsked()
    {
        await using var server = await LoopbackServer.Start(_ => Task.CompletedTask);
        await Get(server.At("/feed"), Everything);
        var headers = Assert.Single(server.Requests).Headers;
        Assert.Equal("Own/1 k text/xml sid=1", $"{headers.UserAgent} {headers["X-Key"]} {headers.Accept} {headers.Cookie}");
        Assert.Equal("Basic YW5uOnDDpHNzd29yZA==", headers.Authorization);
    }

    [Fact]
    public async Task Get_ARedirectToAnotherHost_TakesNoSecretsAlong()
    {
        await using var other = await LoopbackServer.Start(_ => Task.CompletedTask);
        await using var server = await LoopbackServer.Start(context =>
        {
            context.Response.Redirect(new UriBuilder(other.Address) { Host = "localhost" }.Uri.AbsoluteUri);
            return Task.CompletedTask;
        });
        var options = Web.Options(http => http.AllowedNetworks = ["127.0.0.0/8", "::1/128"]);
        using var web = Web.Fetcher(options);
        await web.Get(Web.Query(server.At("/feed")) with { Access = Everything }, CancellationToken.None);
        var headers = Assert.Single(other.Requests).Headers;
        Assert.Equal(("Own/1", 0, 0, 0), (headers.UserAgent.ToString(), headers.Authorization.Count, headers.Cookie.Count, headers["X-Key"].Count));
    }

    [Theory]
    [InlineData("https://a.example/x", "https://a.example/feed", true)]
    [InlineData("https://a.example/x", "http://a.example/feed", true)]
    [InlineData("http://a.example/x", "https://a.example/feed", false)]
    [InlineData("https://b.a.example/", "https://a.example/feed", false)]
    public void IsHome_IsTheSameHostAndNeverLessSafe(string url, string home, bool expected) => Assert.Equal(expected, WebAccess.IsHome(new Uri(url), new Uri(home)));

    [Fact]
    public async Task Get_ThroughAProxy_GoesThereWithItsCredentials()
    {
        await using var proxy = await LoopbackServer.Start(context => context.Request.Headers.ProxyAuthorization.Count > 0
            ? context.Response.WriteAsync("from afar")
            : Refuse(context));
        var access = new WebAccess { Proxy = $"http://ann:pw@{proxy.Address.Authority}" };
        var answer = Assert.IsType<WebResult.Answer>(await Get(new Uri("http://news.example/feed"), access));
        Assert.Equal("from afar", System.Text.Encoding.UTF8.GetString(answer.Body));
        Assert.Equal("news.example", proxy.Requests.Last().Headers.Host);
    }

    [Theory]
    [InlineData("http://10.1.2.3/feed")]
    [InlineData("http://[::1]/feed")]
    [InlineData("http://0x7f000001/feed")]
    public async Task Get_ThroughAProxy_PrivateAddressesStayForbidden(string url)
    {
        await using var proxy = await LoopbackServer.Start(_ => Task.CompletedTask);
        using var web = Web.Fetcher(Web.Options(http => http.AllowedNetworks = []));
        var result = await web.Get(Web.Query(new Uri(url)) with { Access = new WebAccess { Proxy = proxy.Address.AbsoluteUri } }, CancellationToken.None);
        Assert.Equal(WebFailure.ForbiddenAddress, Assert.IsType<WebResult.Failure>(result).Kind);
        Assert.Empty(proxy.Requests);
    }

    [Fact]
    public void WriteThenRead_GivesTheSame()
    {
        var read = WebAccess.Read(Everything.Write())!;
        Assert.Equal(Everything with { Headers = null }, read with { Headers = null });
        Assert.Equal(Everything.Headers, read.Headers);
        Assert.Null(new WebAccess().Write());
    }

    [Theory]
    [InlineData("X Key", "v")]
    [InlineData("X-Key", "a\r\nB: c")]
    [InlineData("Host", "other.example")]
    [InlineData("cookie", "a=b")]
    public void Problem_AHeaderThatCannotBe_IsNamed(string name, string value) =>
        Assert.Contains(name, new WebAccess { Headers = new() { [name] = value } }.Problem(), StringComparison.Ordinal);

    [Fact]
    public void Problem_NeverShowsASecret()
    {
        Assert.DoesNotContain("s3cret", new WebAccess { Basic = "s3cret" }.Problem()!, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", new WebAccess { Proxy = "ftp://u:s3cret@host" }.Problem()!, StringComparison.Ordinal);
        Assert.Null(Everything.Problem());
    }

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = (int)HttpStatusCode.ProxyAuthenticationRequired;
        context.Response.Headers.ProxyAuthenticate = "Basic realm=\"proxy\"";
        return Task.CompletedTask;
    }
}
