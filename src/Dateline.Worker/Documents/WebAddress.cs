namespace Dateline.Worker.Documents;

/// <summary>Addresses as feeds write them, made absolute.</summary>
internal static class WebAddress
{
    /// <summary>The address against its base; as it is when there is no base, null when it is empty.</summary>
    public static string? Absolute(string? address, string? baseUrl)
    {
        var trimmed = address?.Trim();
        if (string.IsNullOrEmpty(trimmed))
            return null;
        if (baseUrl is null || HasScheme(trimmed))
            return trimmed;
        try
        {
            return Uri.TryCreate(baseUrl, UriKind.Absolute, out var root) && Uri.TryCreate(root, trimmed, out var absolute)
                ? absolute.IsFile ? trimmed : absolute.AbsoluteUri
                : trimmed;
        }
        catch (UriFormatException)
        {
            return trimmed;
        }
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
