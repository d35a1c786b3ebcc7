namespace Dateline.Worker.Articles.Extraction;

/// <summary>The element that holds the article: the deepest one with nearly all of the page's running text.</summary>
internal static class MainElement
{
    private const double LeastShare = 0.4;

    public static PageNode Find(PageNode root)
    {
        var top = Descend(root);
        var best = top;
        foreach (var node in PageTree.InOrder(top))
        {
            if (!node.IsText && node.Prose >= top.Prose * LeastShare && IsNamedForContent(node))
                best = node;
        }

        return Grow(best, top);
    }

    private static bool IsNamedForContent(PageNode node) =>
        node.Element?.GetAttribute("itemprop") is "articleBody" or "text" || Chrome.HasContentHints(node.Hints) || node.Tag is "article" or "main";

    /// What stands beside the element and reads as the article does belongs to it: sites cut texts into boxes, with advertisements between them
    private static PageNode Grow(PageNode best, PageNode top)
    {
        var node = best;
        while (node != top && node.Parent is { } parent)
        {
            if (parent.Children.Any(other => other != node && GoesOn(other, node)))
            {
                var inner = node;
                parent.Children.RemoveAll(other => other != inner && !other.IsText && other.Prose > 0 && !GoesOn(other, inner) && other.Tag is not ("p" or "blockquote"));
                best = parent;
            }

            node = parent;
        }

        return best;
    }

    private static bool GoesOn(PageNode other, PageNode best)
    {
        const int ShortestParagraph = 80;
        if (other.Prose == 0 || other.Prose * 2 < other.Length)
            return false;
        if (other.Tag is "p" or "blockquote" or "pre")
            return other.Prose >= ShortestParagraph && other.LinkDensity < 0.25;
        if (other.Tag == best.Tag && FirstName(other) is { Length: > 2 } name && name.SequenceEqual(FirstName(best)))
            return other.LinkDensity < 0.3;
        return other.Tag is "div" or "section" && other.Prose >= best.Prose * 0.25 && other.LinkDensity < 0.05;
    }

    private static ReadOnlySpan<char> FirstName(PageNode node)
    {
        var names = node.Hints.AsSpan().Trim();
        var end = names.IndexOf(' ');
        return end < 0 ? names : names[..end];
    }

    private static PageNode Descend(PageNode root)
    {
        const double Share = 0.7;
        var top = root;
        while (true)
        {
            PageNode? next = null;
            foreach (var child in top.Children)
            {
                if (child.Prose > top.Prose * Share && child.Tag is not ("p" or "blockquote" or "pre" or "ul" or "ol" or "table"))
                    next = child;
            }

            if (next is null || next.Prose == 0)
                return top;
            top = next;
        }
    }
}
