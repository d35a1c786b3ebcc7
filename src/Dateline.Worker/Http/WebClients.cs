using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Http;

/// <summary>One client for everything, and one more for each proxy that is configured.</summary>
internal sealed class WebClients(PublicAddressGuard guard, IOptions<HttpOptions> options, HttpMessageHandler? transport = null) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<HttpMessageInvoker>> clients = new(StringComparer.Ordinal);

    /// <summary>The address of the proxy that a request goes through; null when it goes straight.</summary>
    public string? ProxyFor(WebAccess? access) => access?.Proxy ?? (options.Value.Proxy is { Length: > 0 } general ? general : null);

    public HttpMessageInvoker For(string? proxy) =>
        clients.GetOrAdd(proxy ?? "", key => new Lazy<HttpMessageInvoker>(() => new HttpMessageInvoker(transport ?? Handler(key.Length > 0 ? new Uri(key) : null)))).Value;

    public void Dispose()
    {
        foreach (var client in clients.Values.Where(client => client.IsValueCreated))
            client.Value.Dispose();
    }

    private SocketsHttpHandler Handler(Uri? proxy) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
        // of a proxy's client the connections are the proxy's, which may well be inside
        ConnectCallback = proxy is null ? guard.Connect : null,
        ConnectTimeout = TimeSpan.FromSeconds(options.Value.ConnectTimeoutSeconds),
        MaxResponseHeadersLength = 64,
        MaxResponseDrainSize = 64 * 1024,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        UseCookies = false,
        UseProxy = proxy is not null,
        Proxy = proxy is null ? null : new WebProxy(new Uri(proxy.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped))) { Credentials = Credentials(proxy) },
        // a traceparent of ours is nobody's business
        ActivityHeadersPropagator = null,
        SslOptions = new SslClientAuthenticationOptions { EnabledSslProtocols = SslProtocols.None },
    };

    private static NetworkCredential? Credentials(Uri proxy)
    {
        var parts = proxy.UserInfo.Split(':', 2);
        return parts[0].Length == 0 ? null : new NetworkCredential(Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
    }
}
