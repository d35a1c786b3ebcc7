namespace Dateline.Worker.Documents;

/// <summary>
/// The looser spelling by which two canonical addresses are held to be the same page: without the scheme, <c>www</c> and the mobile and
/// AMP variants, the trailing slash, the index page and the order of parameters. A key only; it need not lead anywhere.
/// </summary>
internal static class UrlIdentity
{
    private static readonly string[] HostPrefixes = ["www.", "m.", "mobile.", "amp.", "touch."];

    private static readonly string[] IndexPages = ["index.html", "index.htm", "index.php", "index.jsp", "index.asp", "index.aspx", "default.asp", "default.aspx"];

    private static readonly string[] AmpEndings = ["/amp", ".amp.html", ".amp"];

    /// <param name="canonical">As <see cref="CanonicalUrl.Normalise(string)"/> gives it; what is no web address stays as it is.</param>
    public static string Of(string canonical)
    {
        var at = canonical.StartsWith("https://", StringComparison.Ordinal) ? 8 : canonical.StartsWith("http://", StringComparison.Ordinal) ? 7 : 0;
        if (at == 0)
            return canonical;

        var rest = OutOfCache(canonical[at..]);
        var slash = rest.IndexOfAny(['/', '?']);
        var (host, pathAndQuery) = slash < 0 ? (rest, "") : (rest[..slash], rest[slash..]);
        var question = pathAndQuery.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = question < 0 ? (pathAndQuery, "") : (pathAndQuery[..question], pathAndQuery[(question + 1)..]);
        return Host(host) + Path(path) + Query(query);
    }

    /// <summary>Pages in Google's AMP caches name the page that they copy.</summary>
    private static string OutOfCache(string address)
    {
        var copied = address.StartsWith("www.google.com/amp/", StringComparison.Ordinal) ? address["www.google.com/amp/".Length..]
            : address.IndexOf(".cdn.ampproject.org/", StringComparison.Ordinal) is > 0 and var cache && address.IndexOf('/', cache + 20) is > 0 and var kind ? address[(kind + 1)..]
            : address;
        return copied.Length < address.Length && copied.StartsWith("s/", StringComparison.Ordinal) ? copied[2..] : copied;
    }

    private static string Host(string host)
    {
        foreach (var prefix in HostPrefixes)
        {
            // m.me is a name of its own
            if (host.StartsWith(prefix, StringComparison.Ordinal) && host.IndexOf('.', prefix.Length) > 0)
                host = host[prefix.Length..];
        }

        return host;
    }

    private static string Path(string path)
    {
        if (path.StartsWith("/amp/", StringComparison.OrdinalIgnoreCase) && path.Length > 5)
            path = path[4..];
        path = OneSlash(path).TrimEnd('/');
        foreach (var ending in AmpEndings)
        {
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                path = path[..^ending.Length] + (ending.EndsWith(".html", StringComparison.Ordinal) ? ".html" : "");
        }

        foreach (var index in IndexPages)
        {
            if (path.EndsWith("/" + index, StringComparison.OrdinalIgnoreCase))
                path = path[..^index.Length];
        }

        return path.TrimEnd('/');
    }

    private static string OneSlash(string path)
    {
        while (path.Contains("//", StringComparison.Ordinal))
            path = path.Replace("//", "/", StringComparison.Ordinal);
        return path;
    }

    private static string Query(string query)
    {
        if (query.Length == 0)
            return "";
        var parameters = query.Split('&').Where(parameter => !parameter.StartsWith('=') && !IsVariant(parameter))
            .Select(parameter => parameter.EndsWith('=') ? parameter[..^1] : parameter).Order(StringComparer.Ordinal);
        var joined = string.Join('&', parameters);
        return joined.Length == 0 ? "" : "?" + joined;
    }

    private static bool IsVariant(string parameter) => parameter.ToLowerInvariant() is "amp" or "amp=1" or "amp=true" or "outputtype=amp" or "output=amp" or "usqp=mq331aqfkaga";
}
