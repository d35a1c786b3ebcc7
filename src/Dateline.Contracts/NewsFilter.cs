namespace Dateline.Contracts;

/// <summary>
/// Begins a <see cref="NewsPattern"/>: what a queue is to be bound to, without writing routing keys by hand. For example
/// <c>NewsFilter.Topic(Topic.Conflict).Country("FR")</c> is <c>conflict.*.*.fr.*</c>.
/// </summary>
public static class NewsFilter
{
    /// <summary>Every article.</summary>
    public static NewsPattern Everything => NewsPattern.Everything;

    /// <summary>Articles about one of these topics (<see cref="Contracts.Topic.Conflict"/> and the like).</summary>
    public static NewsPattern Topic(params string[] slugs) => Everything.Topic(slugs);

    /// <summary>Articles about a country of one of these continents (<c>europe</c>, <c>asia</c>, <c>africa</c>, <c>americas</c>, <c>oceania</c>).</summary>
    public static NewsPattern Continent(params string[] slugs) => Everything.Continent(slugs);

    /// <summary>Articles about a country of one of these UN M49 sub-regions (<c>western-asia</c>).</summary>
    public static NewsPattern Subregion(params string[] slugs) => Everything.Subregion(slugs);

    /// <summary>Articles about one of these countries, ISO 3166-1 alpha-2 in either case.</summary>
    public static NewsPattern Country(params string[] codes) => Everything.Country(codes);

    /// <summary>Articles in one of these languages, BCP 47.</summary>
    public static NewsPattern Language(params string[] tags) => Everything.Language(tags);

    /// <summary>Articles that a rule of your own matched.</summary>
    public static NewsPattern Watch(string name) => NewsPattern.Of(RoutingKeys.Watch(name));

    /// <summary>Articles with a label of a taxonomy of your own, or of <c>subject</c>; with any of its labels when none is named.</summary>
    public static NewsPattern Label(string taxonomy, string? slug = null) => NewsPattern.Of(slug is null ? $"label.{RoutingKeys.Word(taxonomy, RoutingKeys.None)}.*" : RoutingKeys.Label(taxonomy, slug));
}
