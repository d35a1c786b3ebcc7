using System.IO.Compression;
using System.Net;
using System.Text;
using Dateline.Benchmarks.Limits;
using Dateline.Worker.Http;
using Dateline.Worker.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Dateline.Worker.Tests.Http;

public class WebFetcherTests
{
    private static async Task<WebResult> Get(LoopbackServer server, string path = "/", Action<HttpOptions>? options = null, int maxBytes = 1 << 20)
    {
        using var web = Web.Fetcher(Web.Options(options));
        return await web.Get(Web.Query(server.At(path), maxBytes), CancellationToken.None);
    }

    private static async Task<WebFailure> Failure(LoopbackServer server, string path = "/", Action<HttpOptions>? options = null, int maxBytes = 1 << 20) =>
        Assert.IsType<WebResult.Failure>(await Get(server, path, options, maxBytes)).Kind;

    [Fact]
    public async Task Get_Headers_SayWhoAsksAndSendValidatorsAsReceived()
    {
        await using var server = await LoopbackServer.Start(context => context.Response.WriteAsync("ok"));
        using var web = Web.Fetcher();
        await web.Get(Web.Query(server.Address) with { Etag = "W/\"odd, \"tag", LastModified = "yesterday" }, CancellationToken.None);

        var headers = Assert.Single(server.Requests).Headers;
        Assert.StartsWith("Dateline/", headers.UserAgent.ToString(), StringComparison.Ordinal);
        Assert.Equal(("W/\"odd, \"tag", "yesterday"), (headers.IfNoneMatch.ToString(), headers.IfModifiedSince.ToString()));
        Assert.Empty(headers.Cookie.ToString());
        Assert.Empty(headers["traceparent"].ToString());
    }

    [Fact]
    public async Task Get_Redirects_AreFollowedAndOnlyPermanentOnesMove()
    {
        await using var server = await LoopbackServer.Start(async context =>
        {
            var (status, target) = context.Request.Path.Value switch { "/a" => (301, "/b"), "/b" => (308, "/c"), "/t" => (302, "/a"), _ => (200, "") };
            context.Response.StatusCode = status;
            if (status == 200)
                await context.Response.WriteAsync("end");
            else
                context.Response.Headers.Location = target;
        });

        var moved = Assert.IsType<WebResult.Answer>(await Get(server, "/a"));
        Assert.Equal((server.At("/c"), server.At("/c")), (moved.MovedTo!, moved.FinalUrl));
        var visiting = Assert.IsType<WebResult.Answer>(await Get(server, "/t"));
        Assert.Null(visiting.MovedTo);
        Assert.Equal("end", Encoding.UTF8.GetString(visiting.Body));
    }

    [Theory]
    [InlineData("ftp://a.example/", WebFailure.BadUrl)]
    [InlineData("javascript:alert(1)", WebFailure.BadUrl)]
    [InlineData("http://10.0.0.1/", WebFailure.ForbiddenAddress)]
    [InlineData("http://[::ffff:169.254.169.254]/latest", WebFailure.ForbiddenAddress)]
    public async Task Get_RedirectToWhatIsNotFetched_IsRefused(string target, object kind)
    {
        await using var server = await LoopbackServer.Start(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = target;
            return Task.CompletedTask;
        });
        Assert.Equal(kind, await Failure(server));
    }

    [Fact]
    public async Task Get_HostThatHasNoName_IsRefused()
    {
        // U+FFFD in UTF-8: a URI may have it as a host, the name system does not
        using var server = RawServer.Sending("HTTP/1.1 302 Found\r\nLocation: http://\u00EF\u00BF\u00BD/\r\nContent-Length: 0\r\n\r\n");
        using var web = Web.Fetcher();
        foreach (var url in new[] { server.Address, new Uri("http://\uFFFD/") })
            Assert.Equal(WebFailure.BadUrl, Assert.IsType<WebResult.Failure>(await web.Get(Web.Query(url), CancellationToken.None)).Kind);
    }

    [Fact]
    public async Task Get_RedirectWithoutEnd_StopsAtTheLimit()
    {
        await using var server = await LoopbackServer.Start(context =>
        {
            context.Response.Redirect("/again");
            return Task.CompletedTask;
        });
        Assert.Equal(WebFailure.TooManyRedirects, await Failure(server, options: options => options.MaxRedirects = 3));
        Assert.Equal(4, server.Requests.Count);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Get_Compressed_IsReadAndABombIsNot(string encoding)
    {
        await using var server = await LoopbackServer.Start(async context =>
        {
            context.Response.Headers.ContentEncoding = encoding;
            await using var body = Compress(context.Response.Body, encoding);
            var block = new byte[64 * 1024];
            for (var blocks = context.Request.Path == "/bomb" ? 512 : 1; blocks > 0; blocks--)
                await body.WriteAsync(block);
        });
        Assert.Equal(64 * 1024, Assert.IsType<WebResult.Answer>(await Get(server, "/small")).Body.Length);
        Assert.Equal(WebFailure.TooLarge, await Failure(server, "/bomb"));
    }

    [Fact]
    public async Task Get_BodyThatNeverEnds_StopsAtTheLimit()
    {
        await using var server = await LoopbackServer.Start(async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.WriteAsync(new string('x', 8192), context.RequestAborted);
        });
        Assert.Equal(WebFailure.TooLarge, await Failure(server));
    }

    [Fact]
    public async Task Get_AnswerThatDrips_EndsInTime()
    {
        await using var server = await LoopbackServer.Start(async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync("x", context.RequestAborted);
                await Task.Delay(100, context.RequestAborted);
            }
        });
        Assert.Equal(WebFailure.Timeout, await Failure(server, options: options => options.AttemptTimeoutSeconds = 1));
    }

    [Fact]
    public async Task Get_HugeHeaders_AreRefused()
    {
        await using var server = await LoopbackServer.Start(context =>
        {
            for (var header = 0; header < 40; header++)
                context.Response.Headers[$"X-{header}"] = new string('x', 4000);
            return Task.CompletedTask;
        });
        Assert.Equal(WebFailure.TooLarge, await Failure(server));
    }

    [Fact]
    public async Task Get_NobodyListens_SaysSo()
    {
        var server = await LoopbackServer.Start(_ => Task.CompletedTask);
        var address = server.Address;
        await server.DisposeAsync();
        using var web = Web.Fetcher();
        var failure = Assert.IsType<WebResult.Failure>(await web.Get(Web.Query(address), CancellationToken.None));
        Assert.Equal(WebFailure.Connect, failure.Kind);
        Assert.Contains($"127.0.0.1:{address.Port}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Loopback_IsForbiddenUnlessAllowed()
    {
        await using var server = await LoopbackServer.Start(_ => Task.CompletedTask);
        Assert.Equal(WebFailure.ForbiddenAddress, await Failure(server, options: options => options.AllowedNetworks = []));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Get_TransientFault_IsAskedAgain()
    {
        var asked = 0;
        await using var server = await LoopbackServer.Start(context =>
        {
            context.Response.StatusCode = Interlocked.Increment(ref asked) == 1 ? 502 : 200;
            return Task.CompletedTask;
        });
        Assert.Equal(HttpStatusCode.OK, Assert.IsType<WebResult.Answer>(await Get(server, options: options => options.Retries = 1)).Status);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task Get_ServerAsksToWait_IsNotAskedAgain()
    {
        await using var server = await LoopbackServer.Start(context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = "120";
            return Task.CompletedTask;
        });
        await Get(server, options: options => options.Retries = 2);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Get_HostThatKeepsFailing_IsLeftAlone()
    {
        await using var server = await LoopbackServer.Start(context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        using var web = Web.Fetcher();
        var results = new List<WebResult>();
        for (var time = 0; time < 10; time++)
            results.Add(await web.Get(Web.Query(server.Address), CancellationToken.None));
        Assert.Equal(WebFailure.CircuitOpen, Assert.IsType<WebResult.Failure>(results[^1]).Kind);
        Assert.Equal(6, server.Requests.Count);
    }

    private static Stream Compress(Stream body, string encoding) => encoding switch
    {
        "gzip" => new GZipStream(body, CompressionLevel.Fastest),
        "br" => new BrotliStream(body, CompressionLevel.Fastest),
        _ => new ZLibStream(body, CompressionLevel.Fastest),
    };
}
