namespace Dateline.Worker.Articles.Extraction;

/// <summary>
/// A sentence of the article shown once more in large letters: a short box between the paragraphs whose whole text, word for word, stands
/// inside a longer one. Paragraphs that repeat others are left alone, for these are often the article's own.
/// </summary>
internal static class PullQuotes
{
    private const int Shortest = 25;
    private const int Longest = 300;
    private const int FewestWords = 5;
    private const int LargestBox = 12;

    // More boxes than any article has; bounds what a hostile page can cost
    private const int MaxBoxes = 60;
    private const int MostText = 100_000;

    public static void Prune(PageNode top)
    {
        var nodes = PageTree.InOrder(top);
        var boxes = nodes.Where(node => node != top && IsBox(node)).Take(MaxBoxes).ToList();
        if (boxes.Count == 0 || top.Length > MostText)
            return;
        var paragraphs = nodes.Where(node => node.Tag == "p" && node.Length > Shortest).Select(node => (Node: node, Text: PageTree.TextOf(node))).ToList();
        var quotes = boxes.Where(box => Bare(box) is var quote && quote.AsSpan().Count(' ') >= FewestWords - 1
            && paragraphs.Exists(paragraph => paragraph.Text.Length > quote.Length && paragraph.Text.Contains(quote, StringComparison.OrdinalIgnoreCase) && !PageTree.IsWithin(paragraph.Node, box))).ToList();
        if (quotes.Count == 0)
            return;
        PageTree.Remove(quotes);
        PageTree.Measure(top);
    }

    private static bool IsBox(PageNode node) =>
        node.Tag is "blockquote" or "div" or "aside" or "figure" or "section" && node.Length is >= Shortest and <= Longest && node.LinkLength == 0 && node.Size <= LargestBox
        && node.Parent is { } parent && parent.Children.Exists(other => other.Tag == "p" && other.Length > 0);

    private static string Bare(PageNode box) => PageTree.TextOf(box).Trim('"', '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB', '.', ',', ' ');
}
