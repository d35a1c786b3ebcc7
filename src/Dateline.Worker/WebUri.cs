using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Dateline.Worker;

/// <summary>Others' addresses as URIs: what can be asked for at all. A URI may have a host for which there is no name to be looked up, and says so by an exception.</summary>
internal static class WebUri
{
    /// <summary>http or https, with a host that has a name.</summary>
    public static bool IsUsable(Uri? uri) => uri is { IsAbsoluteUri: true, Scheme: "http" or "https" } && HostOf(uri).Length > 0;

    /// <summary>The URI that the text is when it is usable, else null.</summary>
    public static Uri? Of(string? address) => TryAbsolute(address, out var uri) && IsUsable(uri) ? uri : null;

    /// <summary>An absolute URI of any scheme.</summary>
    public static bool TryAbsolute([NotNullWhen(true)] string? address, [NotNullWhen(true)] out Uri? uri)
    {
        try
        {
#pragma warning disable RS0030 // here alone, where what it throws is caught
            return Uri.TryCreate(address, UriKind.Absolute, out uri);
        }
        catch (Exception e) when (IsOfTheParser(e))
        {
            uri = null;
            return false;
        }
    }

    /// <summary>The URI that an address means where the root stands.</summary>
    public static bool TryAgainst(Uri root, string? address, [NotNullWhen(true)] out Uri? uri)
    {
        try
        {
            return Uri.TryCreate(root, address, out uri);
#pragma warning restore RS0030
        }
        catch (Exception e) when (IsOfTheParser(e))
        {
            uri = null;
            return false;
        }
    }

    /// <summary>What .NET throws where it should say no: for "//" and a sign of direction, for hosts that are no names.</summary>
    public static bool IsOfTheParser(Exception e) => e is UriFormatException or IndexOutOfRangeException;

    /// <summary>The host as name servers know it; empty when there is none.</summary>
    public static string HostOf(Uri uri)
    {
        try
        {
            // a sign that IDNA turns into an escape or a space is part of no name
            return uri.IdnHost is var host && Ascii.IsValid(host) && !host.AsSpan().ContainsAny('%', ' ') ? host : "";
        }
        catch (Exception e) when (IsOfTheParser(e))
        {
            return "";
        }
    }
}
