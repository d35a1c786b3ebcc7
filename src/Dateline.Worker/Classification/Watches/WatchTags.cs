using Dateline.Worker.Classification.Regions;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Watches;

/// <summary>The tags of a rule: what may stand behind <c>topic:</c>, <c>country:</c> and the like, and whether an article has it. Pure.</summary>
internal static class WatchTags
{
    public const string Names = "title: text: author: site: topic: label: country: mention: region: language: feed:";

    /// <summary>Null with a problem when the value is none, null without when there is no such field.</summary>
    public static WatchNode.Tag? Read(string field, string value, out string? problem)
    {
        problem = null;
        WatchTag? kind = field switch
        {
            "topic" => WatchTag.Topic,
            "label" => WatchTag.Label,
            "country" => WatchTag.Country,
            "mention" => WatchTag.Mention,
            "region" => WatchTag.Region,
            "language" => WatchTag.Language,
            "feed" => WatchTag.Feed,
            "site" => WatchTag.Site,
            "author" => WatchTag.Author,
            _ => null,
        };
        if (kind is null)
            return null;
        problem = Problem(kind.Value, value.Trim());
        return problem is null ? new WatchNode.Tag(kind.Value, Folded(value.Trim())) : null;
    }

    public static bool Holds(WatchNode.Tag tag, WatchedArticle article) => tag.Kind switch
    {
        WatchTag.Topic => article.Topics.Any(topic => topic.Slug == tag.Value),
        WatchTag.Label => article.Labels.Any(label => label.Slug == tag.Value || $"{label.Taxonomy}/{label.Slug}" == tag.Value),
        WatchTag.Country => article.Focus.Any(region => Is(region.Code, tag.Value)),
        WatchTag.Mention => article.Regions.Any(region => Is(region.Code, tag.Value)),
        WatchTag.Region => article.Focus.Any(region => Is(region.Subregion, tag.Value) || Is(region.Continent, tag.Value)),
        WatchTag.Language => article.Language == tag.Value || article.Language.StartsWith(tag.Value + "-", StringComparison.Ordinal),
        WatchTag.Feed => article.FeedId.ToString(System.Globalization.CultureInfo.InvariantCulture) == tag.Value || Folded(article.FeedTitle) == tag.Value,
        WatchTag.Site => article.Host == tag.Value || article.Host.EndsWith("." + tag.Value, StringComparison.Ordinal),
        _ => article.Authors.Any(author => Folded(author).Contains(tag.Value, StringComparison.Ordinal)),
    };

    private static string? Problem(WatchTag kind, string value) => kind switch
    {
        _ when value.Length == 0 => "there is nothing in it",
        WatchTag.Topic when TopicCatalog.IndexOf(value) < 0 => $"\"{value}\" is no topic, which are: {string.Join(' ', Enumerable.Range(0, TopicCatalog.Count).Select(TopicCatalog.Slug))}",
        WatchTag.Label when !value.Split('/', 2).All(LabelSet.IsSlug) => $"\"{value}\" is no label, such as sanctions or risk/sanctions",
        WatchTag.Country or WatchTag.Mention when value.Length != 2 || !value.All(char.IsAsciiLetter) => $"\"{value}\" is no country code, such as FR",
        WatchTag.Site when value.Contains('/', StringComparison.Ordinal) => $"\"{value}\" is no host, such as lemonde.fr",
        _ => null,
    };

    private static bool Is(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string Folded(string text) => string.Concat(text.Select(Folding.Fold));
}
