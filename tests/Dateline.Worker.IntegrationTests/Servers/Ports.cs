using System.Net;
using System.Net.Sockets;

namespace Dateline.Worker.IntegrationTests.Servers;

/// <summary>Free ports on loopback.</summary>
internal static class Ports
{
    public static int[] Free(int count)
    {
        // held together, so that no port is given twice
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners)
            listener.Start();
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        foreach (var listener in listeners)
            listener.Dispose();
        return ports;
    }
}
