using System.Collections.Frozen;
using System.Globalization;
using System.Net;

namespace Dateline.Worker.Http.Limits;

/// <summary>
/// The domain that someone registered, by the public suffix list (publicsuffix.org, its ICANN part): <c>a.blog.example.co.uk</c> is
/// <c>example.co.uk</c>'s. The list's private part is left out: whoever gives away sub-domains limits requests over all of them.
/// </summary>
internal static class PublicSuffixes
{
    private static readonly Lazy<(FrozenSet<string> Rules, FrozenSet<string> Exceptions)> List = new(Load);

    /// <param name="host">Lower case, international names in their ASCII form.</param>
    /// <returns>The host itself where it is an address, a public suffix or a bare name.</returns>
    public static string RegistrableDomain(string host)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out _))
            return host;
        // from the longest name on: the first that is a public suffix leaves one label before it
        var before = -1;
        for (var start = 0; start >= 0; before = start, start = host.IndexOf('.', start) is >= 0 and var dot ? dot + 1 : -1)
        {
            var name = host[start..];
            if (List.Value.Exceptions.Contains(name))
                return name;
            if (IsPublicSuffix(name))
                return before < 0 ? host : host[before..];
        }

        return host;
    }

    private static bool IsPublicSuffix(string name)
    {
        var rules = List.Value.Rules;
        if (rules.Contains(name))
            return true;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        // the prevailing rule when none is in the list is "*"
        return dot < 0 || rules.Contains($"*{name[dot..]}");
    }

    private static (FrozenSet<string> Rules, FrozenSet<string> Exceptions) Load()
    {
        using var stream = typeof(PublicSuffixes).Assembly.GetManifestResourceStream("public_suffix_list.dat")
            ?? throw new InvalidOperationException("The build left out its resource public_suffix_list.dat.");
        using var reader = new StreamReader(stream);
        var idn = new IdnMapping();
        List<string> rules = [], exceptions = [];
        while (reader.ReadLine() is { } line && !line.Contains("===END ICANN", StringComparison.Ordinal))
        {
            var rule = line.Trim();
            if (rule.Length == 0 || rule.StartsWith("//", StringComparison.Ordinal))
                continue;
            var name = rule.TrimStart('!', '*', '.');
            var ascii = name.All(char.IsAscii) ? name : idn.GetAscii(name);
            (rule[0] == '!' ? exceptions : rules).Add(rule[0] == '*' ? $"*.{ascii}" : ascii);
        }

        return (rules.ToFrozenSet(StringComparer.Ordinal), exceptions.ToFrozenSet(StringComparer.Ordinal));
    }
}
