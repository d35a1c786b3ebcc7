using AngleSharp.Html.Dom;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>The page's meta elements by name, property or itemprop.</summary>
internal sealed class MetaTags
{
    private readonly Dictionary<string, List<string>> values = new(StringComparer.OrdinalIgnoreCase);

    public static MetaTags Read(IHtmlDocument page)
    {
        var tags = new MetaTags();
        foreach (var meta in page.QuerySelectorAll("meta[content]"))
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop");
            var content = HtmlText.Squeeze(HtmlEntities.Decode(meta.GetAttribute("content") ?? ""));
            if (string.IsNullOrWhiteSpace(name) || content.Length == 0)
                continue;
            if (!tags.values.TryGetValue(name.Trim(), out var list))
                tags.values[name.Trim()] = list = [];
            list.Add(content);
        }

        return tags;
    }

    /// <summary>The first value of the first name that has one.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (values.TryGetValue(name, out var list))
                return list[0];
        }

        return null;
    }

    public IReadOnlyList<string> All(string name) => values.TryGetValue(name, out var list) ? list : [];
}
