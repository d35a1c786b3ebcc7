using System.Text.RegularExpressions;

namespace Dateline.Worker.Documents;

/// <summary>Addresses as feeds write them, made absolute.</summary>
internal static partial class WebAddress
{
    /// <summary>The address against its base; as it is when there is no base, null when it is empty.</summary>
    public static string? Absolute(string? address, string? baseUrl)
    {
        var trimmed = Written(address);
        if (string.IsNullOrEmpty(trimmed))
            return null;
        if (HasScheme(trimmed))
            return trimmed;
        // A host without its scheme; no site has pages of such names
        if (Host().IsMatch(trimmed))
            return (baseUrl?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true ? "https://" : "http://") + trimmed;
        if (baseUrl is null)
            return trimmed;
        try
        {
            return WebUri.TryAbsolute(baseUrl, out var root) && WebUri.TryAgainst(root, trimmed, out var absolute)
                ? absolute.IsFile ? trimmed : absolute.AbsoluteUri
                : trimmed;
        }
        catch (Exception e) when (WebUri.IsOfTheParser(e))
        {
            return trimmed;
        }
    }

    /// The address without what feeds write into it by mistake: a second wrapping or escaping, line breaks
    private static string? Written(string? address)
    {
        var written = address.AsSpan().Trim(Around);
        if (written.IndexOfAny(Mistaken) < 0)
            return written.Length == address?.Length ? address : written.ToString();
        var text = HtmlText.WithoutSection(written.ToString()).Trim();
        if (text.AsSpan().IndexOfAny("\t\r\n") >= 0)
            text = LineBreak().Replace(text, "");
        return text.Replace("&amp;", "&", StringComparison.Ordinal).Replace("&#038;", "&", StringComparison.Ordinal).Replace("&#38;", "&", StringComparison.Ordinal);
    }

    private const string Around = " \t\r\n\u000B\u000C\u0085\u00A0\u200B\u2060\uFEFF";

    private static readonly System.Buffers.SearchValues<char> Mistaken = System.Buffers.SearchValues.Create("\t\r\n&<");

    [GeneratedRegex(@"^www\.(?:[a-z0-9-]+\.)+[a-z]{2,12}(?:[/?#:]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Host();

    [GeneratedRegex(@"[ ]*[\t\r\n]\s*")]
    private static partial Regex LineBreak();

    /// Longer ones are no link of anybody's
    private const int LongestLink = 8_192;

    /// <summary>The address as a link that may be passed on: of the web, on one line, without what acts on a terminal. Null for what is none (<c>javascript:</c>, <c>data:</c>, <c>file:</c>).</summary>
    public static string? Link(string? address)
    {
        var trimmed = address?.Trim();
        if (trimmed is not { Length: > 0 and <= LongestLink } || WebUri.Of(trimmed) is not { } uri)
            return null;
        return ReferenceEquals(CleanText.Of(trimmed), trimmed) && !trimmed.Any(char.IsWhiteSpace) ? trimmed : CleanText.Of(uri.AbsoluteUri);
    }

    private static bool HasScheme(string address)
    {
        if (address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            return true;
        var colon = address.AsSpan().IndexOfAny(":/?#");
        return colon > 1 && address[colon] == ':' && !address.AsSpan(0, colon).ContainsAnyExcept(SchemeCharacters);
    }

    private static readonly System.Buffers.SearchValues<char> SchemeCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
}
