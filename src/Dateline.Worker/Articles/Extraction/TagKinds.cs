using System.Collections.Frozen;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>What becomes of a tag before the page is parsed.</summary>
internal enum TagKind
{
    /// <summary>Kept, and what it opens adds to the depth.</summary>
    Container,

    /// <summary>Kept; it has no content.</summary>
    Void,

    /// <summary>Kept; often left unclosed, for its next sibling ends it, so it does not add to the depth.</summary>
    SelfEnding,

    /// <summary>Left out, its content kept: formatting carries no structure, and its reconstruction is what makes a parser of HTML slow on hostile input.</summary>
    Formatting,

    /// <summary>Left out with all its content.</summary>
    Dropped,
}

/// <summary>The tags and attributes of HTML as extraction needs them.</summary>
internal static class TagKinds
{
    private static readonly FrozenDictionary<string, TagKind> Kinds = new[]
    {
        (TagKind.Dropped, "script style svg noscript template iframe object embed canvas math textarea select video audio map"),
        (TagKind.Formatting, "b i em strong font u s small big tt strike nobr code center mark ins del abbr acronym wbr dfn var samp kbd"),
        (TagKind.Void, "area base br col hr img input link meta param source track"),
        (TagKind.SelfEnding, "p li dt dd td th tr tbody thead tfoot option optgroup colgroup html head body"),
    }.SelectMany(kind => kind.Item2.Split(' ').Select(name => KeyValuePair.Create(name, kind.Item1))).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Blocks = Set(
        "p div section article main header footer nav aside ul ol li dl dt dd table tr td th tbody thead tfoot h1 h2 h3 h4 h5 h6 blockquote figure figcaption form fieldset address html head body title meta link base br hr img");

    private static readonly FrozenSet<string> Attributes = Set(
        "class id href src content property name itemprop rel type datetime lang xml:lang role hidden aria-hidden style title http-equiv data-src data-date data-datetime pubdate width height");

    public static TagKind Of(ReadOnlySpan<char> name) => Kinds.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var kind) ? kind : TagKind.Container;

    public static bool IsBlock(ReadOnlySpan<char> name) => Blocks.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    public static bool KeepsAttribute(ReadOnlySpan<char> name) => Attributes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
