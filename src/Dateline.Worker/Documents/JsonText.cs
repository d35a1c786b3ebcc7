using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dateline.Worker.Documents;

/// <summary>
/// Others' JSON: the escape of half a surrogate pair, as cutting a text at so many characters leaves it, is JSON that cannot be read as text. In a
/// value U+FFFD stands for it; a name with one is not found.
/// </summary>
internal static partial class JsonText
{
    /// <summary>False also for what is no object.</summary>
    public static bool TryGet(JsonElement owner, string name, out JsonElement value)
    {
        value = default;
        try
        {
            return owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out value);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Null for what is no string, and for bytes that are no UTF-8.</summary>
    public static string? Of(JsonElement text)
    {
        try
        {
            return text.ValueKind == JsonValueKind.String ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return WithoutHalves(text);
        }
    }

    private static string? WithoutHalves(JsonElement text)
    {
        try
        {
            var whole = JsonSerializer.Deserialize<string>(Escapes().Replace(text.GetRawText(), escape => escape.Groups["half"].Success ? @"\uFFFD" : escape.Value));
            // of nothing but halves nothing is left to say
            return whole.AsSpan().Trim("\uFFFD ").IsEmpty ? null : whole;
        }
        catch (Exception e) when (e is InvalidOperationException or JsonException)
        {
            return null;
        }
    }

    /// Whole pairs and all other escapes are matched too, so that nothing begins in the middle of one
    [GeneratedRegex(@"\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|(?<half>\\u[dD][89a-fA-F][\da-fA-F]{2})|\\.", RegexOptions.CultureInvariant)]
    private static partial Regex Escapes();
}
