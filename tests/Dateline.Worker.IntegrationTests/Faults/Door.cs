using System.Net;
using System.Net.Sockets;

namespace Dateline.Worker.IntegrationTests.Faults;

/// <summary>One address before several nodes, as a load balancer is: each connection goes to the first node that takes it.</summary>
internal sealed class Door : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly int[] ports;
    private readonly Task accepting;

    public Door(IEnumerable<int> ports)
    {
        this.ports = [.. ports];
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Dispose();
        await accepting;
        end.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Pass(await listener.AcceptTcpClientAsync(end.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // the end of the test
        }
    }

    private async Task Pass(TcpClient accepted)
    {
        using var client = accepted;
        foreach (var port in ports)
        {
            using var node = new TcpClient();
            try
            {
                await node.ConnectAsync(IPAddress.Loopback, port, end.Token);
                // either side's end is the end of both
                await Task.WhenAny(client.GetStream().CopyToAsync(node.GetStream(), end.Token), node.GetStream().CopyToAsync(client.GetStream(), end.Token));
                return;
            }
            catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
            {
                // the next one
            }
        }
    }
}
