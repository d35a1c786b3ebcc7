using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dateline.Worker.Cli;

/// <summary>One JSON object a line on standard output; everything else belongs on standard error.</summary>
internal static class JsonLines
{
    /// <summary>camelCase, nulls written, text as it is (not escaped for HTML).</summary>
    public static readonly JsonSerializerOptions Compact = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The same, laid out for a person.</summary>
    public static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true };

    public static string Write(object value, bool indented = false) =>
        JsonSerializer.Serialize(value, value.GetType(), indented ? Indented : Compact);
}
