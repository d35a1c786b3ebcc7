namespace Dateline.Contracts;

/// <summary>
/// What a queue is to be bound to. Each method narrows it and gives a new one; several values of one kind are alternatives, each
/// a binding of its own. Immutable.
/// </summary>
public sealed class NewsPattern
{
    /// <summary>Topic, continent, sub-region, country, language, as in the key; an empty list is any.</summary>
    private readonly string[][] words;

    private readonly string? whole;

    private NewsPattern(string[][] words, string? whole) => (this.words, this.whole) = (words, whole);

    internal static NewsPattern Everything { get; } = new([[], [], [], [], []], null);

    internal static NewsPattern Of(string whole) => new([], whole);

    /// <inheritdoc cref="NewsFilter.Topic"/>
    public NewsPattern Topic(params string[] slugs) => With(0, slugs);

    /// <inheritdoc cref="NewsFilter.Continent"/>
    public NewsPattern Continent(params string[] slugs) => With(1, slugs);

    /// <inheritdoc cref="NewsFilter.Subregion"/>
    public NewsPattern Subregion(params string[] slugs) => With(2, slugs);

    /// <inheritdoc cref="NewsFilter.Country"/>
    public NewsPattern Country(params string[] codes) => With(3, codes);

    /// <inheritdoc cref="NewsFilter.Language"/>
    public NewsPattern Language(params string[] tags) => With(4, [.. (tags ?? []).Select(tag => tag?.Split('-', '_')[0] ?? "")]);

    /// <summary>The binding keys for <see cref="RoutingKeys.ArticlesExchange"/>; a queue bound to several still gets each article once.</summary>
    public IReadOnlyList<string> Patterns
    {
        get
        {
            if (whole is not null)
                return [whole];
            if (Array.TrueForAll(words, any => any.Length == 0))
                return ["#"];
            IEnumerable<string> keys = [""];
            foreach (var alternatives in words)
                keys = keys.SelectMany(_ => alternatives.Length == 0 ? ["*"] : alternatives, (key, word) => key.Length == 0 ? word : $"{key}.{word}");
            return [.. keys];
        }
    }

    /// <summary>The binding keys, parted by a space.</summary>
    public override string ToString() => string.Join(" ", Patterns);

    private NewsPattern With(int place, string[] texts)
    {
        if (whole is not null)
            throw new InvalidOperationException($"{whole} is a key of its own and cannot be narrowed; bind the queue to both.");
        if (texts is null || texts.Length == 0 || Array.Exists(texts, string.IsNullOrWhiteSpace))
            throw new ArgumentException("There is nothing to filter by, or a value is empty.", nameof(texts));
        var narrowed = (string[][])words.Clone();
        narrowed[place] = [.. texts.Select(text => RoutingKeys.Word(text, RoutingKeys.None)).Distinct(StringComparer.Ordinal)];
        return new NewsPattern(narrowed, null);
    }
}
