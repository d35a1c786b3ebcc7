using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Dateline.Worker.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Dateline.Worker.IntegrationTests.Support;

/// <summary>The hub's side of WebSub: takes requests with 202, asks the subscriber back afterwards, signs what it distributes with SHA-256.</summary>
internal sealed class TestHub : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, string> secrets = new();
    private readonly HttpMessageInvoker client = new(new SocketsHttpHandler());
    private readonly int leaseSeconds;
    private LoopbackServer server = null!;
    private int verified;

    private TestHub(int leaseSeconds) => this.leaseSeconds = leaseSeconds;

    public string Address => server.At("/hub").AbsoluteUri;

    /// <summary>Verifications that the subscriber confirmed.</summary>
    public int Verified => Volatile.Read(ref verified);

    public int Subscriptions => secrets.Count;

    public static async Task<TestHub> Start(int leaseSeconds)
    {
        var hub = new TestHub(leaseSeconds);
        hub.server = await LoopbackServer.Start(hub.Take);
        return hub;
    }

    /// <summary>As after a restart with its memory gone.</summary>
    public void Forget() => secrets.Clear();

    /// <summary>Sends a document to every subscriber; their answers.</summary>
    public async Task<IReadOnlyList<int>> Distribute(string document, string? otherSecret = null)
    {
        var body = Encoding.UTF8.GetBytes(document);
        var answers = new List<int>();
        foreach (var (callback, secret) in secrets)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, callback) { Content = new ByteArrayContent(body) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/rss+xml");
            request.Headers.TryAddWithoutValidation("Link", $"<{Address}>; rel=\"hub\"");
            request.Headers.TryAddWithoutValidation("X-Hub-Signature", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(otherSecret ?? secret), body)));
            using var response = await client.SendAsync(request, CancellationToken.None);
            answers.Add((int)response.StatusCode);
        }

        return answers;
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        client.Dispose();
    }

    private async Task Take(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        context.Response.StatusCode = 202;
        _ = Task.Run(() => Verify(form["hub.mode"]!, form["hub.topic"]!, form["hub.callback"]!, form["hub.secret"]!));
    }

    private async Task Verify(string mode, string topic, string callback, string secret)
    {
        var challenge = Guid.NewGuid().ToString("N");
        var address = QueryHelpers.AddQueryString(callback, new Dictionary<string, string?>
        {
            ["hub.mode"] = mode, ["hub.topic"] = topic, ["hub.challenge"] = challenge, ["hub.lease_seconds"] = $"{leaseSeconds}",
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = await client.SendAsync(request, CancellationToken.None);
        if (!response.IsSuccessStatusCode || await response.Content.ReadAsStringAsync() != challenge)
            return;
        if (mode == "subscribe")
            secrets[callback] = secret;
        else
            secrets.TryRemove(callback, out _);
        Interlocked.Increment(ref verified);
    }
}
