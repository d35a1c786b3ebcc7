using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Dateline.Worker.Http;

/// <summary>How anything is fetched (section <c>Http</c>).</summary>
internal sealed class HttpOptions : IValidatableObject
{
    /// <summary>Who asks, with a contact. <c>{version}</c> is filled in. The default names the program and its home.</summary>
    [Required]
    public string UserAgent { get; set; } = "Dateline/{version} (news feed monitor; +https://github.com/dateline/dateline)";

    /// <summary>
    /// Networks in CIDR form that may be fetched from although they are private, loopback or otherwise special
    /// (<c>10.20.0.0/16</c>). The default is none.
    /// </summary>
    public string[] AllowedNetworks { get; set; } = [];

    /// <summary>Ports of public addresses that may be fetched from beside 80 and 443. The default is none; in <see cref="AllowedNetworks"/> any port may.</summary>
    public int[] AllowedPorts { get; set; } = [];

    /// <summary>
    /// A proxy for every request (<c>http://user:password@proxy.example:3128</c>, <c>socks5://host:1080</c>). It resolves the names, so it has to
    /// keep them from leading inside. The default is none; variables such as <c>HTTPS_PROXY</c> are not read.
    /// </summary>
    public string? Proxy { get; set; }

    /// <summary>Seconds to resolve, connect and shake hands. The default is 10.</summary>
    [Range(1, 120)]
    public int ConnectTimeoutSeconds { get; set; } = 10;

    /// <summary>Seconds for one attempt, body included. The default is 20.</summary>
    [Range(1, 300)]
    public int AttemptTimeoutSeconds { get; set; } = 20;

    /// <summary>Seconds for all attempts and redirects of one fetch together. The default is 45.</summary>
    [Range(1, 600)]
    public int TotalTimeoutSeconds { get; set; } = 45;

    /// <summary>Attempts after the first when a fault looks transient. The default is 1.</summary>
    [Range(0, 5)]
    public int Retries { get; set; } = 1;

    /// <summary>Redirects followed. The default is 8.</summary>
    [Range(0, 30)]
    public int MaxRedirects { get; set; } = 8;

    /// <summary>Requests under way at one host. The default is 2.</summary>
    [Range(1, 64)]
    public int HostConcurrency { get; set; } = 2;

    /// <summary>Milliseconds between the starts of two requests to one host. The default is 500.</summary>
    [Range(0, 60_000)]
    public int HostSpacingMilliseconds { get; set; } = 500;

    /// <summary>Whether the robots.txt of a site is asked before its article pages are, and before a feed is looked for. The default is true.</summary>
    public bool RespectRobots { get; set; } = true;

    /// <summary>Largest feed document, in bytes after decompression. The default is 15,728,640 (15 MiB).</summary>
    [Range(1024, 1 << 28)]
    public int MaxFeedBytes { get; set; } = 15 << 20;

    /// <summary>Largest article page, in bytes after decompression. The default is 8,388,608 (8 MiB).</summary>
    [Range(1024, 1 << 28)]
    public int MaxPageBytes { get; set; } = 8 << 20;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var network in AllowedNetworks.Where(network => !IPNetwork.TryParse(network, out _)))
            yield return new ValidationResult($"Http:AllowedNetworks: \"{network}\" is not a network in CIDR form, such as 10.20.0.0/16.");
        foreach (var port in AllowedPorts.Where(port => port is < 1 or > ushort.MaxValue))
            yield return new ValidationResult($"Http:AllowedPorts: {port} is no port.");
        if (Proxy is { Length: > 0 } && new WebAccess { Proxy = Proxy }.Problem() is { } problem)
            yield return new ValidationResult($"Http:Proxy: {problem}.");
    }
}
