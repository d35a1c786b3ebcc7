using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dateline.Worker.IntegrationTests.Faults;

/// <summary>Servers that misbehave below HTTP, each at a loopback address of its own, so that each is a host.</summary>
internal sealed class BadHosts : IAsyncDisposable
{
    private readonly List<TcpListener> listeners = [];
    private readonly CancellationTokenSource end = new();

    private static readonly (string Name, Func<Socket, CancellationToken, Task> Answer)[] Manners =
    [
        ("hangs", (_, token) => Task.Delay(Timeout.Infinite, token)),
        ("drips", async (socket, token) =>
        {
            await Send(socket, "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: 4000\r\n\r\n");
            while (await socket.SendAsync(" "u8.ToArray(), token) > 0)
                await Task.Delay(1_000, token);
        }),
        ("resets", (socket, _) =>
        {
            socket.LingerState = new LingerOption(true, 0);
            return Task.CompletedTask;
        }),
        ("half-closes", async (socket, token) =>
        {
            await Send(socket, "HTTP/1.1 200 OK\r\nContent-Type: appl");
            socket.Shutdown(SocketShutdown.Send);
            await Task.Delay(Timeout.Infinite, token);
        }),
        ("lies on its length", (socket, _) => Send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<rss version=\"2.0\"><channel><title>Short</title>")),
        ("redirects to itself", (socket, _) => Send(socket, $"HTTP/1.1 302 Found\r\nLocation: /{Guid.NewGuid():N}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")),
    ];

    /// <summary>The feed of each, and what is wrong with it.</summary>
    public IReadOnlyList<(Uri Feed, string Manner)> Feeds { get; private set; } = [];

    /// <param name="times">Hosts of each kind.</param>
    public static BadHosts Start(int times)
    {
        var bad = new BadHosts();
        var feeds = new List<(Uri, string)>();
        for (var number = 0; number < times * Manners.Length; number++)
        {
            var (name, answer) = Manners[number % Manners.Length];
            var listener = new TcpListener(IPAddress.Parse($"127.0.1.{number + 1}"), 0);
            listener.Start();
            bad.listeners.Add(listener);
            _ = bad.Accept(listener, answer);
            feeds.Add((new Uri($"http://{listener.LocalEndpoint}/feed"), name));
        }

        feeds.AddRange(Enumerable.Range(0, times).Select(number => (new Uri($"http://feed{number}.invalid/feed"), "has no address")));
        bad.Feeds = feeds;
        return bad;
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        foreach (var listener in listeners)
            listener.Dispose();
        end.Dispose();
    }

    private async Task Accept(TcpListener listener, Func<Socket, CancellationToken, Task> answer)
    {
        try
        {
            while (true)
                _ = Serve(await listener.AcceptSocketAsync(end.Token), answer);
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // the end of the test
        }
    }

    private async Task Serve(Socket socket, Func<Socket, CancellationToken, Task> answer)
    {
        using var client = socket;
        try
        {
            await client.ReceiveAsync(new byte[8_192], end.Token);
            await answer(client, end.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // the client has gone
        }
    }

    private static async Task Send(Socket socket, string text) => await socket.SendAsync(Encoding.ASCII.GetBytes(text));
}
