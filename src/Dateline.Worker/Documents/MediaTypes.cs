namespace Dateline.Worker.Documents;

/// <summary>Reads Content-Type values as servers write them: quotes of either kind, spaces anywhere.</summary>
internal static class MediaTypes
{
    public static string? Charset(string? contentType)
    {
        if (contentType is null)
            return null;
        foreach (var part in contentType.Split(';').Skip(1))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && part.AsSpan(0, equals).Trim().Equals("charset", StringComparison.OrdinalIgnoreCase))
                return part[(equals + 1)..].Trim(' ', '"', '\'', '\t') is { Length: > 0 } charset ? charset : null;
        }

        return null;
    }

    /// <summary>The type without its parameters, lower case; empty when there is none.</summary>
    public static string Essence(string? contentType) =>
        (contentType ?? "").Split(';')[0].Trim().ToLowerInvariant();
}
