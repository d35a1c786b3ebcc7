using System.Text;
using System.Text.Json;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>Reads JSON-LD as pages write it: values single or in arrays, nodes in place or by @id.</summary>
internal static class JsonLd
{
    private const int MaxNodes = 2000;

    /// Each may name another node by its @id, which is searched for among all
    private const int MaxValues = 50;

    /// <summary>Every object of the document, those that hold others first.</summary>
    public static List<JsonElement> Nodes(JsonElement root)
    {
        var nodes = new List<JsonElement>();
        var work = new Queue<JsonElement>();
        work.Enqueue(root);
        while (nodes.Count < MaxNodes && work.TryDequeue(out var element))
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray())
                    work.Enqueue(item);
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                nodes.Add(element);
                foreach (var property in element.EnumerateObject())
                    work.Enqueue(property.Value);
            }
        }

        return nodes;
    }

    public static bool IsArticle(JsonElement node) => Values(node, "@type").Any(type => JsonText.Of(type) is { } name
        && (name.EndsWith("Article", StringComparison.Ordinal) || name is "BlogPosting" or "Report" or "LiveBlogPosting" or "SocialMediaPosting"));

    /// <summary>Works that are no article and yet the page's own.</summary>
    public static bool IsOtherWork(JsonElement node) => Values(node, "@type").Any(type => JsonText.Of(type) is "WebPage" or "Recipe" or "HowTo" or "Review" or "VideoObject" or "PodcastEpisode" or "CreativeWork" or "QAPage")
        && (JsonText.TryGet(node, "author", out _) || JsonText.TryGet(node, "datePublished", out _));

    public static IEnumerable<JsonElement> Values(JsonElement node, string name)
    {
        if (!JsonText.TryGet(node, name, out var value))
            return [];
        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
    }

    public static string? Text(JsonElement node, string name)
    {
        foreach (var value in Values(node, name))
        {
            if (Text(value) is { } text)
                return text;
        }

        return null;
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => HtmlText.Squeeze(HtmlEntities.Decode(JsonText.Of(value) ?? "")) is { Length: > 0 } text ? text : null,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Object when JsonText.TryGet(value, "@value", out var inner) => JsonText.Of(inner),
        _ => null,
    };

    /// <summary>A date as text, or as the number of seconds or milliseconds since 1970.</summary>
    public static string? Date(JsonElement node, string name) =>
        Text(node, name) ?? Values(node, name).Where(value => value.ValueKind == JsonValueKind.Number).Select(value => value.GetRawText()).FirstOrDefault();

    public static IEnumerable<string> Names(JsonElement node, string property, List<JsonElement> nodes)
    {
        foreach (var value in Values(node, property).Take(MaxValues))
        {
            var names = value.ValueKind == JsonValueKind.Object ? Values(Resolve(value, nodes), "name").Take(MaxValues).Select(Text) : [Text(value)];
            foreach (var name in names.OfType<string>())
                yield return name;
        }
    }

    public static string? Address(JsonElement node, string property, List<JsonElement> nodes)
    {
        foreach (var value in Values(node, property).Take(MaxValues))
        {
            var resolved = Resolve(value, nodes);
            var address = value.ValueKind == JsonValueKind.Object ? Text(resolved, "url") ?? Text(resolved, "contentUrl") : Text(value);
            if (address is not null)
                return address;
        }

        return null;
    }

    public static string? Credit(JsonElement node, List<JsonElement> nodes)
    {
        foreach (var value in Values(node, "image").Take(MaxValues))
        {
            var image = Resolve(value, nodes);
            if ((Text(image, "creditText") ?? Names(image, "creator", nodes).FirstOrDefault() ?? Text(image, "copyrightNotice")) is { } credit)
                return credit;
        }

        return null;
    }

    /// A node that only names another by its @id stands for it
    private static JsonElement Resolve(JsonElement value, List<JsonElement> nodes)
    {
        if (value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Count() > 2 || Text(value, "@id") is not { } id)
            return value;
        foreach (var node in nodes)
        {
            if (node.EnumerateObject().Count() > 2 && Text(node, "@id") == id)
                return node;
        }

        return value;
    }

    public static string WithoutControls(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var character in text)
            clean.Append(char.IsControl(character) ? ' ' : character);
        return clean.ToString();
    }
}
