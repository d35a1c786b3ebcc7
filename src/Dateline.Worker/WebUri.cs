using System.Text;

namespace Dateline.Worker;

/// <summary>Others' addresses as URIs: what can be asked for at all. A URI may have a host for which there is no name to be looked up, and says so by an exception.</summary>
internal static class WebUri
{
    /// <summary>http or https, with a host that has a name.</summary>
    public static bool IsUsable(Uri? uri) => uri is { IsAbsoluteUri: true, Scheme: "http" or "https" } && HostOf(uri).Length > 0;

    /// <summary>The URI that the text is when it is usable, else null.</summary>
    public static Uri? Of(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsUsable(uri) ? uri : null;

    /// <summary>The host as name servers know it; empty when there is none.</summary>
    public static string HostOf(Uri uri)
    {
        try
        {
            // a sign that IDNA turns into an escape is part of no name
            return uri.IdnHost is var host && Ascii.IsValid(host) && !host.Contains('%') ? host : "";
        }
        catch (UriFormatException)
        {
            return "";
        }
    }
}
