namespace Dateline.Worker.Documents;

/// <summary>Language tags as documents write them.</summary>
internal static class LanguageTag
{
    /// <summary>The tag with hyphens (<c>en_US</c> is written too), or null for what cannot be one.</summary>
    public static string? Normalise(string? tag)
    {
        var trimmed = tag?.Trim();
        if (string.IsNullOrEmpty(trimmed) || trimmed.Length > 35)
            return null;
        foreach (var character in trimmed)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_'))
                return null;
        }

        return trimmed.Replace('_', '-');
    }
}
