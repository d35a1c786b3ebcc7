namespace Dateline.Contracts;

/// <summary>
/// Routing keys are always five words, lower case: <c>topic.continent.subregion.country.language</c>, for example
/// <c>conflict.asia.western-asia.iq.en</c>. What is unknown is <c>none</c> (<c>und</c> for language). A subject or a label of a taxonomy
/// of one's own adds <c>label.TAXONOMY.SLUG</c>, a watch <c>watch.NAME</c>.
/// </summary>
public static class RoutingKeys
{
    /// <summary>The topic exchange that articles are published to.</summary>
    public const string ArticlesExchange = "news.articles";

    /// <summary>The topic exchange that events about feeds are published to.</summary>
    public const string FeedsExchange = "news.feeds";

    /// <summary>Stands for an unknown topic or region.</summary>
    public const string None = "none";

    /// <summary>Stands for an unknown language.</summary>
    public const string UnknownLanguage = "und";

    /// <summary>Every routing key of an article: topic by focus region pairs, the first pair first, then its labels, then its watches.</summary>
    public static IReadOnlyList<string> For(
        IReadOnlyList<Topic> topics, IReadOnlyList<Region> regions, string? language, IReadOnlyList<string> watches, IReadOnlyList<ArticleLabel>? labels = null)
    {
        if (topics is null || regions is null || watches is null)
            throw new ArgumentNullException(topics is null ? nameof(topics) : regions is null ? nameof(regions) : nameof(watches));

        var slugs = topics.Count == 0 ? [None] : topics.Select(topic => Word(topic.Slug, None));
        var focus = regions.Where(region => region.Role == Region.Focus).ToArray();
        var places = focus.Length == 0 ? [$"{None}.{None}.{None}"] : focus.Select(Place).ToArray();
        var tongue = Word(PrimarySubtag(language), UnknownLanguage);

        return slugs.SelectMany(_ => places, (slug, place) => $"{slug}.{place}.{tongue}")
            .Concat((labels ?? []).Select(label => Label(label.Taxonomy, label.Slug)))
            .Concat(watches.Select(Watch))
            .Distinct(StringComparer.Ordinal)
            .ToArray();
    }

    /// <summary>The routing key of a label of one's own.</summary>
    public static string Label(string taxonomy, string slug) => $"label.{Word(taxonomy, None)}.{Word(slug, None)}";

    /// <summary>The routing key of a watch.</summary>
    public static string Watch(string name) => $"watch.{Word(name, None)}";

    private static string Place(Region region) =>
        $"{Word(region.Continent, None)}.{Word(region.Subregion, None)}.{Word(region.Code, None)}";

    private static string? PrimarySubtag(string? language)
    {
        var end = language?.IndexOfAny(['-', '_']) ?? -1;
        return end < 0 ? language : language![..end];
    }

    /// <summary>A word holds no dot, space or wildcard: each becomes a hyphen.</summary>
    internal static string Word(string? text, string unknown)
    {
        var word = string.Concat((text ?? "").Trim().Select(c => IsAsciiLetterOrDigit(c) || c is '-' or '_' ? char.ToLowerInvariant(c) : '-'));
        return word.Length == 0 ? unknown : word;
    }

    private static bool IsAsciiLetterOrDigit(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9';
}
