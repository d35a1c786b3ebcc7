using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dateline.Worker.Tests.Support;

/// <summary>A real HTTP server on loopback that answers as the test says and keeps what it was asked.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication server;

    private LoopbackServer(WebApplication server) => this.server = server;

    public Uri Address { get; private set; } = null!;

    /// <summary>Path and headers of every request, in order.</summary>
    public ConcurrentQueue<(string Path, IHeaderDictionary Headers)> Requests { get; } = new();

    public static async Task<LoopbackServer> Start(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var loopback = new LoopbackServer(builder.Build());
        loopback.server.Run(async context =>
        {
            loopback.Requests.Enqueue((context.Request.Path + context.Request.QueryString, new HeaderDictionary(context.Request.Headers.ToDictionary())));
            await answer(context);
        });
        await loopback.server.StartAsync();
        loopback.Address = new Uri(loopback.server.Urls.First());
        return loopback;
    }

    public Uri At(string path) => new(Address, path);

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
