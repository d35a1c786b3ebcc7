using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Http;

/// <summary>Thrown at connect time when a name leads only to addresses that may not be fetched from.</summary>
internal sealed class ForbiddenAddressException(string host, IPAddress address)
    : IOException($"{host} leads to {address}, which is not a public address (Http:AllowedNetworks can allow it).");

/// <summary>
/// Decides which addresses may be connected to, and connects. The check is made on the resolved address of every connection, each
/// redirect's too, so neither odd spellings of an address nor a name that changes its answer get past it.
/// Ranges: IANA's special-purpose registries for IPv4 and IPv6, and the forms that embed an IPv4 address.
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
            "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "100:0:0:1::/64", "2001::/23", "2001:db8::/32", "2002::/16",
            "2620:4f:8000::/48", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    private readonly IPNetwork[] allowed;

    public PublicAddressGuard(IOptions<HttpOptions> options) => allowed = [.. options.Value.AllowedNetworks.Select(network => IPNetwork.Parse(network))];

    public bool IsAllowed(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return allowed.Any(network => network.Contains(plain)) || !SpecialPurpose.Any(network => network.Contains(plain));
    }

    /// <summary>What can be told without a connection of our own, when a proxy makes it: an address that is written out, or this machine's name.</summary>
    public bool IsForbidden(Uri url) =>
        IPAddress.TryParse(url.IdnHost.Trim('[', ']'), out var address)
            ? !IsAllowed(address)
            : allowed.Length == 0 && (url.IsLoopback || url.IdnHost.EndsWith(".localhost", StringComparison.Ordinal) || !url.IdnHost.Contains('.', StringComparison.Ordinal));

    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = await Dns.GetHostAddressesAsync(host, cancellationToken);
        var usable = addresses.Where(IsAllowed).ToArray();
        if (usable.Length == 0)
        {
            throw addresses.Length == 0
                ? new SocketException((int)SocketError.HostNotFound)
                : new ForbiddenAddressException(host, addresses[0]);
        }

        Exception? last = null;
        foreach (var address in usable)
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
