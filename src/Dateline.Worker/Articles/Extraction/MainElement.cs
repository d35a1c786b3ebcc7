namespace Dateline.Worker.Articles.Extraction;

/// <summary>The element that holds the article: the deepest one with nearly all of the page's running text.</summary>
internal static class MainElement
{
    private const double LeastShare = 0.4;

    private const double LeastOfBest = 0.25;

    private const double Share = 0.7;

    public static PageNode Find(PageNode root, PageNode? headlineBox)
    {
        var top = Descend(root);
        if (top.Prose == 0 && headlineBox is not null)
            return headlineBox;
        if (ArticleAmongOthers(top, headlineBox) is { } own)
            return own;
        var best = top;
        foreach (var node in PageTree.InOrder(top))
        {
            if (!node.IsText && node.Prose >= top.Prose * LeastShare && IsNamedForContent(node))
                best = node;
        }

        return Grow(best, root);
    }

    /// A page that goes on with the next articles has a headline of the first level for each
    private static PageNode? ArticleAmongOthers(PageNode top, PageNode? headlineBox)
    {
        var own = headlineBox;
        while (own is not null and not { Tag: "article", HasFirstHeading: true })
            own = own.Parent;
        return own is not null && own != top && PageTree.InOrder(top).Exists(node => node is { Tag: "article", HasFirstHeading: true, Prose: > 0 } && !PageTree.IsWithin(node, own) && !PageTree.IsWithin(own, node)) ? own : null;
    }

    private static bool IsNamedForContent(PageNode node) =>
        node.Element?.GetAttribute("itemprop") is "articleBody" or "text" || node.IsNamedForContent || node.Tag is "article" or "main";

    /// What stands beside the element and reads as the article does belongs to it: sites cut texts into boxes, with advertisements between them
    private static PageNode Grow(PageNode best, PageNode root)
    {
        var node = best;
        while (node != root && node.Parent is { } parent)
        {
            var goingOn = GoingOn(parent.Children, node);
            if (goingOn.Count > 0)
            {
                var inner = node;
                var (first, last) = (parent.Children.FindIndex(IsPart), parent.Children.FindLastIndex(IsPart));
                var beside = parent.Children.Where((other, index) => !IsPart(other) && !other.IsText && other.Prose > 0 && other.Tag is not ("p" or "blockquote") && !(index > first && index < last && IsInset(other))).ToHashSet();
                parent.Children.RemoveAll(beside.Contains);
                bool IsPart(PageNode other) => other == inner || goingOn.Contains(other);
                best = parent;
            }

            node = parent;
        }

        return best;
    }

    private static HashSet<PageNode> GoingOn(List<PageNode> siblings, PageNode best)
    {
        var found = new HashSet<PageNode>();
        var before = true;
        foreach (var other in siblings)
        {
            if (other == best)
                before = false;
            else if (GoesOn(other, best, before))
                found.Add(other);
        }

        return found;
    }

    private static bool GoesOn(PageNode other, PageNode best, bool before)
    {
        const int ShortestParagraph = 80;
        if (other.Prose == 0 || other.Prose * 2 < other.Length || other.HasFirstHeading && best.HasFirstHeading)
            return false;
        if (other.Tag is "p" or "blockquote" or "pre")
            return other.Prose >= ShortestParagraph && other.LinkDensity < 0.25;
        if (other.Tag == best.Tag && FirstName(other) is { Length: > 2 } name && name.SequenceEqual(FirstName(best)))
            return other.LinkDensity < 0.3;
        return other.Tag is "div" or "section" && (other.Prose >= (before ? best.Prose * LeastOfBest : LeastAfter(other, best)) || before && IsLead(other, best)) && other.LinkDensity < (before ? 0.25 : 0.05);
    }

    /// After a short article any box is long enough by chance
    private static double LeastAfter(PageNode other, PageNode best)
    {
        const int LeastOfOtherName = 400;
        if (best.IsNamedForContent && !other.IsNamedForContent && other.Hints.Length > 0)
            return best.Prose;
        return Math.Max(other.IsNamedForContent || other.Hints.Length == 0 ? 0 : LeastOfOtherName, best.Prose * LeastOfBest);
    }

    /// A box of facts between two parts, as against one of other stories
    private static bool IsInset(PageNode node) => node.LinkLength == 0 && node.Prose * 2 >= node.Length;

    private static bool IsLead(PageNode other, PageNode best)
    {
        const int Longest = 1200;
        return other.Prose > other.Length * 0.7 && other.Length <= Longest && other.Prose < best.Prose;
    }

    private static ReadOnlySpan<char> FirstName(PageNode node)
    {
        var names = node.Hints.AsSpan().Trim();
        var end = names.IndexOf(' ');
        return end < 0 ? names : names[..end];
    }

    private static PageNode Descend(PageNode root)
    {
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
