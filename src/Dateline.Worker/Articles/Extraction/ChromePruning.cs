namespace Dateline.Worker.Articles.Extraction;

/// <summary>Takes out what surrounds the article. Hints are words that sites choose: an element that holds much of the page's prose is kept whatever it is called.</summary>
internal static class ChromePruning
{
    private const int Enough = 250;

    public static void Prune(PageNode root, PageNode? headlineBox)
    {
        var total = Math.Max(root.Prose, 1);
        foreach (var node in PageTree.InOrder(root))
        {
            node.Children.RemoveAll(child => !child.IsText && !HoldsHeadline(child, headlineBox)
                && ((IsSmall(child, total) || IsColumnBeside(child, total, headlineBox)) && IsChrome(child) || IsNextStory(child, total, headlineBox)));
        }

        PageTree.Measure(root);
    }

    /// Templates call the column of the article after the sidebar that stands beside it
    private static bool HoldsHeadline(PageNode node, PageNode? headlineBox) => headlineBox is not null && PageTree.IsWithin(headlineBox, node);

    private static bool IsSmall(PageNode node, int total) => node.Prose < total * 0.4;

    /// A column that holds more than the article is still no article where the headline and enough text stand outside it
    private static bool IsColumnBeside(PageNode node, int total, PageNode? headlineBox) =>
        Chrome.IsColumnBeside(node.Tag, node.Hints) && !node.IsNamedForContent && !node.HasHeadline && (total - node.Prose >= 2 * Enough || IsBeside(node, headlineBox));

    /// In full, with a headline of its own
    private static bool IsNextStory(PageNode node, int total, PageNode? headlineBox) =>
        headlineBox is not null && node.Tag is "div" or "section" or "aside" && total - node.Prose >= HeadlineBox.Enough && Chrome.HoldsNextStory(node.Hints);

    private static bool IsBeside(PageNode node, PageNode? headlineBox) =>
        headlineBox is not null && !PageTree.IsWithin(node, headlineBox) && !PageTree.IsWithin(headlineBox, node);

    /// A frame around the article is often named for the menu or the column that it makes room for
    private static bool HoldsContent(PageNode node) =>
        node.NamedProse >= Math.Max(Enough, node.Prose * 0.4);

    /// A figure may hold code, a quotation or a table, a quotation may be called after the network that it is from, a sentence's link after what it opens,
    /// a table of figures after what it counts
    private static bool IsChrome(PageNode node) => node.Tag switch
    {
        "figure" => !node.Children.Any(child => child.Tag is "pre" or "blockquote" or "table" || child.Tag is "div" && child.Children.Any(inner => inner.Tag is "pre" or "table")),
        "blockquote" or "pre" or "code" => false,
        "a" when node.Parent is { Tag: "p" or "li", Prose: > 0 } => false,
        "table" when HasColumnHeads(node) => false,
        "p" when IsCaption(node) => true,
        _ => (Chrome.IsAside(node.Tag) || Chrome.HasChromeHints(Hints(node))) && !HoldsContent(node),
    };

    /// Editors that know no captions set a picture, a line about it and whose it is into one paragraph
    private static bool IsCaption(PageNode node)
    {
        const int Longest = 200;
        const int MostElements = 10;
        return node.Length is > 0 and <= Longest && node.Element is { ChildElementCount: > 0 } element && PageElements.InOrder(element).Take(MostElements).Any(inner => inner.LocalName is "img" or "picture")
            && ImageCredits.InText(PageTree.TextOf(node)) is not null;
    }

    private static bool HasColumnHeads(PageNode table) => table.LinkDensity < 0.3 && PageTree.InOrder(table).Exists(cell => cell.Tag == "th");

    /// The id of a heading is an anchor, made of its words; so is that of the section that the heading opens
    private static string Hints(PageNode node) => node.Tag switch
    {
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => node.ClassHints,
        "p" when node.Prose > 0 => node.ClassHints,
        "section" or "div" when node.Element?.Id is { Length: > 0 } id && IsNamedForHeading(node, id) => node.ClassHints,
        _ => node.Hints,
    };

    private static bool IsNamedForHeading(PageNode node, string id)
    {
        const int FewestWords = 2;
        return id.AsSpan().ContainsAny('-', '_') && node.Children.Find(child => !child.IsText) is { Tag: "h2" or "h3" or "h4" } heading
            && PageTree.TextOf(heading) is var text && TitleWords.Count(text) >= FewestWords && TitleWords.Same(text, id)
            && !PromotionText.IsLabel(text) && !PromotionText.IsOffer(text);
    }
}
