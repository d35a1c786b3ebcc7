using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dateline.Benchmarks.Limits;

/// <summary>A server on loopback that sends whatever bytes it is told, of HTTP or not.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Func<Stream, CancellationToken, Task> answer;

    /// <param name="answer">Writes the answer to a request; the connection is closed after it.</param>
    public RawServer(Func<Stream, CancellationToken, Task> answer)
    {
        this.answer = answer;
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        _ = Accept();
    }

    public Uri Address { get; }

    /// <summary>Sends the text in ISO 8859-1, a byte a character.</summary>
    public static RawServer Sending(string answer) => new((stream, token) => stream.WriteAsync(Encoding.Latin1.GetBytes(answer), token).AsTask());

    public void Dispose()
    {
        stopping.Cancel();
        listener.Dispose();
        stopping.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Serve(await listener.AcceptTcpClientAsync(stopping.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // disposed
        }
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                // a request without a body is in the first packet
                _ = await stream.ReadAsync(new byte[16_384], stopping.Token);
                await answer(stream, stopping.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
            {
                // whoever asked has had enough
            }
        }
    }
}
