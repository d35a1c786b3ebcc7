using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dateline.Worker.Http;

/// <summary>
/// How a feed wants to be asked, where that differs from everywhere else. What is secret in it (credentials, cookie, headers) goes to the
/// feed's own host alone, never over a redirect to another and never from https to http.
/// </summary>
internal sealed record WebAccess
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    private static readonly string[] Reserved =
        ["Host", "Connection", "Content-Length", "Transfer-Encoding", "Accept-Encoding", "If-None-Match", "If-Modified-Since", "Authorization", "Cookie", "User-Agent"];

    private static readonly string[] ProxySchemes = ["http", "https", "socks4", "socks4a", "socks5"];

    public string? UserAgent { get; init; }

    public Dictionary<string, string>? Headers { get; init; }

    /// <summary><c>user:password</c> for HTTP Basic.</summary>
    public string? Basic { get; init; }

    /// <summary>As in a Cookie header: <c>name=value; other=value</c>.</summary>
    public string? Cookie { get; init; }

    /// <summary>http, https, socks4 or socks5 address, user and password allowed.</summary>
    public string? Proxy { get; init; }

    /// <summary>Some servers fail on HTTP/2.</summary>
    public bool Http11 { get; init; }

    /// <param name="json">As <see cref="Write"/> gives it; null for none.</param>
    public static WebAccess? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<WebAccess>(json, Json);

    public string? Write() => this == new WebAccess() ? null : JsonSerializer.Serialize(this, Json);

    /// <summary>What <paramref name="url"/> may be asked with: all of it at home, elsewhere the part that holds no secrets.</summary>
    public WebAccess For(Uri url, Uri home) => IsHome(url, home) ? this : this with { Headers = null, Basic = null, Cookie = null };

    /// <summary>Whether what is secret may go to <paramref name="url"/> when it is meant for <paramref name="home"/>.</summary>
    public static bool IsHome(Uri url, Uri home) => url.IdnHost == home.IdnHost && (url.Scheme == "https" || home.Scheme == url.Scheme);

    /// <summary>The header's value.</summary>
    [JsonIgnore]
    public string? Authorization => Basic is null ? null : $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(Basic))}";

    /// <summary>What is wrong with it, in words; null for nothing. Never shows a value that may be secret.</summary>
    public string? Problem()
    {
        if (Basic is not null && !Basic.Contains(':', StringComparison.Ordinal))
            return "the credentials are not user:password";
        if (new[] { UserAgent, Basic, Cookie }.Any(HasControls))
            return "user agent, credentials or cookie hold a line break or another control character";
        foreach (var (name, value) in Headers ?? [])
        {
            if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal)) || HasControls(value))
                return $"\"{name}\" is no header (Name: value)";
            if (Reserved.Contains(name, StringComparer.OrdinalIgnoreCase))
                return $"the header {name} has an option of its own or is set by the worker";
        }

        return Proxy is null || (WebUri.TryAbsolute(Proxy, out var proxy) && ProxySchemes.Contains(proxy.Scheme))
            ? null
            : "the proxy is no address such as http://proxy.example:3128 or socks5://host:1080";
    }

    private static bool HasControls(string? text) => text?.Any(char.IsControl) == true;
}
