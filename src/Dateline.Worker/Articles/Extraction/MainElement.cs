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
