namespace Dateline.Worker.Articles.Extraction;

/// <summary>The element that holds the article: the deepest one with nearly all of the page's running text.</summary>
internal static class MainElement
{
    public static PageNode Find(PageNode root)
    {
        var top = Descend(root);
        var best = top;
        foreach (var node in PageTree.InOrder(top))
        {
            if (node.IsText || node.Prose < top.Prose * 0.4)
                continue;
            if (node.Element?.GetAttribute("itemprop") is "articleBody" or "text" || Chrome.HasContentHints(node.Hints) || node.Tag is "article" or "main")
                best = node;
        }

        return WithTwins(best, top);
    }

    /// Some sites cut the text into several boxes of one class, with advertisements between them
    private static PageNode WithTwins(PageNode best, PageNode top)
    {
        for (var parent = best.Parent; best != top && parent is not null; parent = parent.Parent)
        {
            var node = best;
            if (node.Hints.Trim().Length > 0 && parent.Children.Any(other => other != node && other.Prose > 0 && other.Tag == node.Tag && other.Hints == node.Hints))
                best = parent;
            else if (parent.Prose > best.Prose || parent == top)
                break;
            else
                best = parent;
        }

        return best;
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
