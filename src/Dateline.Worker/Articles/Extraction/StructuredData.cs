using System.Text.Json;
using AngleSharp.Html.Dom;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>What JSON-LD says of the article: a node of an article type, found in arrays, @graph and mainEntity too.</summary>
internal sealed record StructuredData
{
    public string? Headline { get; init; }
    public IReadOnlyList<string> Authors { get; init; } = [];
    public string? Published { get; init; }
    public string? Modified { get; init; }
    public string? Publisher { get; init; }
    public string? Language { get; init; }
    public string? Image { get; init; }
    public string? ImageCredit { get; init; }
    public string? Body { get; init; }
    public bool Paid { get; init; }

    private const int MaxScripts = 32;

    public static StructuredData Read(IHtmlDocument page)
    {
        var best = new StructuredData();
        StructuredData? other = null;
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']").Take(MaxScripts))
        {
            if (Parse(script.TextContent) is not { } document)
                continue;
            using (document)
            {
                var nodes = JsonLd.Nodes(document.RootElement);
                foreach (var node in nodes)
                {
                    if (JsonLd.IsArticle(node) && best.Headline is null)
                        best = FromArticle(node, nodes);
                    else if (other is null && JsonLd.IsOtherWork(node))
                        other = FromArticle(node, nodes);
                }
            }
        }

        // Recipes and plain pages have authors and days too; their names are often those of the site
        return other is null || best.Headline is not null ? best : best with { Authors = other.Authors.Count > 0 ? other.Authors : best.Authors, Published = other.Published, Modified = other.Modified };
    }

    private static JsonDocument? Parse(string text)
    {
        var trimmed = text.Trim().TrimEnd(';');
        var options = new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };
        foreach (var candidate in new[] { trimmed, JsonLd.WithoutControls(trimmed) })
        {
            try
            {
                return JsonDocument.Parse(candidate, options);
            }
            catch (JsonException)
            {
                // Line breaks inside strings are the usual fault; the second candidate has none
            }
        }

        return null;
    }

    private static StructuredData FromArticle(JsonElement node, List<JsonElement> nodes) => new()
    {
        Headline = JsonLd.Text(node, "headline") ?? JsonLd.Text(node, "name"),
        Authors = [.. JsonLd.Names(node, "author", nodes)],
        Published = JsonLd.Date(node, "datePublished") ?? JsonLd.Date(node, "dateCreated") ?? JsonLd.Date(node, "uploadDate"),
        Modified = JsonLd.Date(node, "dateModified"),
        Publisher = JsonLd.Names(node, "publisher", nodes).FirstOrDefault(),
        Language = JsonLd.Text(node, "inLanguage"),
        Image = JsonLd.Address(node, "image", nodes),
        ImageCredit = JsonLd.Credit(node, nodes),
        Body = JsonLd.Text(node, "articleBody") is { } body ? HtmlEntities.Decode(body) : null,
        Paid = JsonLd.Text(node, "isAccessibleForFree") is { } free && free.Equals("false", StringComparison.OrdinalIgnoreCase),
    };
}
