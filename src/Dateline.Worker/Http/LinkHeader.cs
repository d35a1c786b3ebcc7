namespace Dateline.Worker.Http;

/// <summary>A Link header's targets by relation (RFC 8288): <c>&lt;address&gt;; rel="hub self"; title="a, b"</c>. What is malformed is left out. Pure.</summary>
internal static class LinkHeader
{
    private const int MaxLinks = 50;

    public static IReadOnlyList<(string Relation, Uri Target)> Read(string? header, Uri baseUrl)
    {
        var links = new List<(string, Uri)>();
        var rest = header.AsSpan();
        while (links.Count < MaxLinks && rest.IndexOf('<') is >= 0 and var open)
        {
            rest = rest[(open + 1)..];
            var close = rest.IndexOf('>');
            if (close < 0)
                break;
            var address = rest[..close].Trim().ToString();
            rest = rest[(close + 1)..];
            var end = EndOf(rest, ',');
            if (WebUri.TryAgainst(baseUrl, address, out var target))
            {
                foreach (var relation in Relations(rest[..end]))
                    links.Add((relation, target));
            }

            rest = rest[end..];
        }

        return links;
    }

    /// <summary>Where the mark parts what comes next; one within quotes does not.</summary>
    private static int EndOf(ReadOnlySpan<char> text, char mark)
    {
        var quoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\' && quoted)
                at++;
            else if (text[at] == '"')
                quoted = !quoted;
            else if (text[at] == mark && !quoted)
                return at;
        }

        return text.Length;
    }

    /// <summary>Of several rel parameters the first counts.</summary>
    private static string[] Relations(ReadOnlySpan<char> parameters)
    {
        while (parameters.Length > 0)
        {
            var end = EndOf(parameters, ';');
            var parameter = parameters[..end];
            parameters = parameters[Math.Min(end + 1, parameters.Length)..];
            var equals = parameter.IndexOf('=');
            if (equals >= 0 && parameter[..equals].Trim().Equals("rel", StringComparison.OrdinalIgnoreCase))
                return parameter[(equals + 1)..].Trim().Trim('"').ToString().ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        }

        return [];
    }
}
