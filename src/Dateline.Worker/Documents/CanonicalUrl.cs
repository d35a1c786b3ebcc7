using System.Text;

namespace Dateline.Worker.Documents;

/// <summary>
/// An article's address in the one spelling that serves as its identity: two addresses that a publisher uses for the same page
/// (with a campaign's parameters, another case of the host, a fragment) become one. Never throws; what is no web address stays as it is.
/// </summary>
internal static class CanonicalUrl
{
    /// Longer addresses are left alone
    private const int Longest = 8192;

    /// What was cut or folded can read as another address: digits of other scripts, or before a dot, are numbers then
    private const int MostReadings = 4;

    public static string Normalise(string address)
    {
        var trimmed = address.Trim();
        if (trimmed.Length > Longest)
            return trimmed;
        try
        {
            var canonical = trimmed;
            for (var reading = 0; reading < MostReadings; reading++)
            {
                if (!WebUri.TryAbsolute(canonical, out var uri))
                    return trimmed;
                var read = canonical;
                canonical = Normalise(uri);
                if (canonical == read)
                    break;
            }

            return canonical;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException || WebUri.IsOfTheParser(e))
        {
            return trimmed;
        }
    }

    public static string Normalise(Uri uri)
    {
        if (!uri.IsAbsoluteUri || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
            return uri.OriginalString;

        var canonical = new StringBuilder(uri.Scheme).Append("://").Append(Host(uri));
        if (!uri.IsDefaultPort)
            canonical.Append(':').Append(uri.Port);
        PercentEncoding.Append(canonical, WithoutSession(uri.AbsolutePath));
        AppendQuery(canonical, uri.Query);
        // A hashbang names another page; other fragments a place in this one
        if (uri.Fragment.StartsWith("#!", StringComparison.Ordinal))
            PercentEncoding.Append(canonical, uri.Fragment);
        return canonical.ToString();
    }

    private static string Host(Uri uri)
    {
        if (uri.HostNameType == UriHostNameType.IPv6)
            return uri.Host.ToLowerInvariant();
        var host = uri.IdnHost.TrimEnd('.').ToLowerInvariant();
        return host.Length == 0 ? uri.Host : host;
    }

    private static string WithoutSession(string path)
    {
        var session = path.IndexOf(";jsessionid=", StringComparison.OrdinalIgnoreCase);
        return session < 0 ? path : path[..session];
    }

    private static void AppendQuery(StringBuilder canonical, string query)
    {
        var separator = '?';
        foreach (var range in query.AsSpan(query.Length > 0 ? 1 : 0).Split('&'))
        {
            var parameter = query.AsSpan(query.Length > 0 ? 1 : 0)[range];
            if (parameter.IsEmpty || TrackingParameters.Contains(parameter))
                continue;
            canonical.Append(separator);
            PercentEncoding.Append(canonical, parameter);
            separator = '&';
        }
    }
}
