using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Dateline.Contracts;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Contracts;

/// <summary>src/Dateline.Contracts/schema.json is what the records give. <c>DATELINE_WRITE_SCHEMA=1 dotnet test</c> writes it anew.</summary>
public partial class JsonSchemaTests
{
    private static readonly string File = Path.Combine(Repository.Root, "src", "Dateline.Contracts", "schema.json");

    private static readonly Type[] Events = [typeof(ArticleTagged), typeof(FeedHealthChanged), typeof(FeedGapDetected)];

    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { WriteIndented = true, TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(), RespectNullableAnnotations = true, NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict };

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Schema_IsWhatTheRecordsGive()
    {
        var schema = Schema().ToJsonString(Readable) + "\n";
        if (Environment.GetEnvironmentVariable("DATELINE_WRITE_SCHEMA") == "1")
            System.IO.File.WriteAllText(File, schema);

        Assert.Equal(schema, System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void Schema_DescribesEveryFieldOfEveryEvent() => Assert.All(Events, type =>
    {
        var properties = Schema()["$defs"]![type.Name]!["properties"]!.AsObject();
        Assert.Equal(type.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)), properties.Select(property => property.Key));
        Assert.All(properties, property => Assert.False(string.IsNullOrEmpty((string?)property.Value!["description"]), property.Key));
    });

    private static JsonObject Schema()
    {
        var texts = Documentation();
        var definitions = new JsonObject();
        foreach (var type in Events)
            definitions[type.Name] = JsonSchemaExporter.GetJsonSchemaAsNode(Json, type, new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = (context, node) => Described(context, node, texts) });
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Dateline's events",
            ["oneOf"] = new JsonArray([.. Events.Select(type => (JsonNode)new JsonObject { ["$ref"] = $"#/$defs/{type.Name}" })]),
            ["$defs"] = definitions,
        };
    }

    private static JsonNode Described(JsonSchemaExporterContext context, JsonNode node, Dictionary<string, string> texts)
    {
        if (node is not JsonObject schema)
            return node;
        var key = context.PropertyInfo is { } property
            ? $"{property.DeclaringType.Name}.{char.ToUpperInvariant(property.Name[0])}{property.Name[1..]}"
            : context.TypeInfo.Type.Name;
        if (texts.TryGetValue(key, out var text))
            schema.Insert(0, "description", text);
        return schema;
    }

    /// <summary>Of a type by its name, of a property by type and name; the parameters of a record are its properties.</summary>
    private static Dictionary<string, string> Documentation()
    {
        var texts = new Dictionary<string, string>();
        foreach (var member in XDocument.Load(Path.ChangeExtension(typeof(ArticleTagged).Assembly.Location, ".xml")).Descendants("member"))
        {
            var name = ((string)member.Attribute("name")!)[2..].Replace("Dateline.Contracts.", "", StringComparison.Ordinal);
            if (member.Element("summary") is { } summary)
                texts[name] = Text(summary);
            var record = name.Split(".#ctor")[0];
            foreach (var parameter in member.Elements("param"))
                texts[$"{record}.{(string)parameter.Attribute("name")!}"] = Text(parameter);
        }

        return texts;
    }

    private static string Text(XElement element) => Space().Replace(element.Value, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
