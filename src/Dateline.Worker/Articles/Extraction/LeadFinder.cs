namespace Dateline.Worker.Articles.Extraction;

/// <summary>
/// The paragraph under the headline that many sites set apart from the text: outside the element of the article, between it and the headline.
/// </summary>
internal static class LeadFinder
{
    private const int Shortest = 50;
    private const int Longest = 700;
    private const int MaxBlocks = 3;
    private const int LargestBox = 60;

    public static IReadOnlyList<PageBlock> Find(PageNode root, PageNode top)
    {
        var nodes = PageTree.InOrder(root);
        var end = nodes.IndexOf(top);
        var start = nodes.FindLastIndex(end < 0 ? 0 : end, node => node.Tag == "h1");
        if (start < 0 || PageTree.IsWithin(nodes[start], top))
            return [];
        var blocks = new List<PageBlock>();
        for (var index = start + 1; index < end && blocks.Count <= MaxBlocks; index++)
        {
            if (!PageTree.IsWithin(top, nodes[index]) && !PageTree.IsWithin(nodes[index], nodes[start]) && IsLead(nodes[index]))
                blocks.AddRange(BlockWriter.Write(nodes[index]).Where(block => block.Length >= Shortest && !block.Links && block.IsSentence).Select(block => block with { Heading = false }));
        }

        return blocks.Count <= MaxBlocks ? blocks : [];
    }

    /// The innermost box of running text, whatever its tag
    private static bool IsLead(PageNode node) =>
        !node.IsText && node.Length is >= Shortest and <= Longest && node.LinkDensity < 0.3 && node.Tag is "p" or "div" or "h2" or "h3" or "h4" or "span" or "strong" or "blockquote"
        && node is { HasOwnText: true, Parent.HasOwnText: false, Size: <= LargestBox };
}
