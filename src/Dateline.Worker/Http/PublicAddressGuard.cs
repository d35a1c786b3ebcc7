using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Http;

/// <summary>Thrown at connect time when a name leads only to addresses or a port that may not be fetched from.</summary>
internal sealed class ForbiddenAddressException(string message) : IOException(message);

/// <summary>
/// Decides which addresses may be connected to, and connects. The check is made on the resolved address of every connection, each
/// redirect's too, so neither odd spellings of an address nor a name that changes its answer get past it.
/// Ranges: IANA's special-purpose registries for IPv4 and IPv6, the forms that embed an IPv4 address, and what of IPv6 is not handed out for
/// global use (all but 2000::/3). Ports: 80 and 443, and those that the options add; in the networks that the options allow, any.
/// </summary>
internal sealed class PublicAddressGuard
{
    private static readonly IPNetwork[] SpecialPurpose =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15",
            "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private readonly IPNetwork[] allowed;
    private readonly int[] ports;

    public PublicAddressGuard(IOptions<HttpOptions> options)
    {
        allowed = [.. options.Value.AllowedNetworks.Select(network => IPNetwork.Parse(network))];
        ports = [80, 443, .. options.Value.AllowedPorts];
    }

    public bool IsAllowed(IPAddress address)
    {
        var plain = Plain(address);
        return IsNamed(plain) || IsPublic(plain);
    }

    /// <summary>What can be told without a connection of our own, when a proxy makes it: an address that is written out, this machine's name, a port. Null when it may be asked for.</summary>
    public string? Problem(Uri url)
    {
        var host = url.IdnHost.Trim('[', ']').TrimEnd('.');
        if (IPAddress.TryParse(host, out var address))
            return Problem(url.IdnHost, [address], url.Port);
        if (allowed.Length > 0)
            return null;
        return url.IsLoopback || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) || !host.Contains('.', StringComparison.Ordinal)
            ? $"{url.IdnHost} is no public name (Http:AllowedNetworks can allow it)."
            : PortProblem(url.IdnHost, url.Port);
    }

    private string? Problem(string host, IPAddress[] addresses, int port)
    {
        if (Array.Exists(addresses, address => IsNamed(Plain(address))))
            return null;
        return Array.Exists(addresses, IsAllowed)
            ? PortProblem(host, port)
            : $"{host} leads to {addresses[0]}, which is not a public address (Http:AllowedNetworks can allow it).";
    }

    private string? PortProblem(string host, int port) =>
        ports.Contains(port) ? null : $"{host} is asked for at port {port}, which is neither 80 nor 443 (Http:AllowedPorts can allow it).";

    private bool IsNamed(IPAddress plain) => Array.Exists(allowed, network => network.Contains(plain));

    private static bool IsPublic(IPAddress plain) =>
        !Array.Exists(SpecialPurpose, network => network.Contains(plain))
        && (plain.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(plain) && !IsIsatap(plain));

    /// <summary>ISATAP writes an IPv4 address into the last 32 bits, behind 0:5efe or 200:5efe (RFC 5214).</summary>
    private static bool IsIsatap(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        return bytes[8] is 0 or 2 && bytes[9] == 0 && bytes[10] == 0x5E && bytes[11] == 0xFE;
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    /// <summary>The addresses of a name that may be connected to at a port; one at least.</summary>
    /// <exception cref="ForbiddenAddressException">There are addresses, but none may be.</exception>
    /// <exception cref="SocketException">There is none.</exception>
    internal async Task<IPAddress[]> Resolve(string host, int port, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(host, cancellationToken);
        if (addresses.Length == 0)
            throw new SocketException((int)SocketError.HostNotFound);
        if (Problem(host, addresses, port) is { } problem)
            throw new ForbiddenAddressException(problem);
        return Array.FindAll(addresses, address => IsNamed(Plain(address)) || ports.Contains(port) && IsPublic(Plain(address)));
    }

    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        Exception? last = null;
        foreach (var address in await Resolve(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellationToken))
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, context.DnsEndPoint.Port), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException e)
            {
                socket.Dispose();
                last = e;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw last!;
    }
}
