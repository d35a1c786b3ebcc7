namespace Dateline.Worker.Articles.Extraction;

/// <summary>Rows of boxes that each point to another story with its headline and a few words.</summary>
internal static class StoryStreams
{
    private const int FewestBoxes = 3;
    private const int LongestBox = 600;
    private const int EnoughBeside = 500;
    private const int LargestBox = 60;

    /// <summary>Those in the article's element, where enough stands beside them.</summary>
    public static void Prune(PageNode top) => Remove(top, node => top.Prose - node.Prose >= EnoughBeside);

    /// <summary>Those anywhere on the page but around the headline.</summary>
    public static void PruneBeside(PageNode root, PageNode headlineBox) => Remove(root, node => !PageTree.IsWithin(node, headlineBox) && !PageTree.IsWithin(headlineBox, node));

    private static void Remove(PageNode top, Func<PageNode, bool> isSpare)
    {
        var streams = PageTree.InOrder(top).Where(node => node != top && IsStream(node) && isSpare(node)).ToList();
        if (streams.Count == 0)
            return;
        PageTree.Remove(streams);
        PageTree.Measure(top);
    }

    private static bool IsStream(PageNode node)
    {
        if (node.IsText || node.Children.Count < FewestBoxes)
            return false;
        var boxes = node.Children.Where(child => !child.IsText && child.Length > 0).ToList();
        if (boxes.Count < FewestBoxes)
            return false;
        // A heading over the boxes is one of the children
        var tag = boxes.CountBy(box => box.Tag).MaxBy(count => count.Value).Key;
        if (tag is not ("li" or "div" or "article" or "section"))
            return false;
        var isLinked = node.LinkDensity >= 0.1;
        var alike = boxes.Count(box => box.Tag == tag && box.Length <= LongestBox && box.Size <= LargestBox && PointsElsewhere(box, isLinked));
        return alike >= FewestBoxes && alike >= boxes.Count * 0.7;
    }

    /// A headline that is a link, or that an empty link is laid over
    private static bool PointsElsewhere(PageNode box, bool isLinked)
    {
        var nodes = PageTree.InOrder(box);
        var headings = nodes.Where(node => node.Tag is "h2" or "h3" or "h4" or "h5");
        return isLinked && headings.Any(heading => heading.LinkLength > 0 || IsInLink(heading, box)) || headings.Any() && nodes.Exists(IsOverlay);
    }

    /// A link around a picture is not empty
    private static bool IsOverlay(PageNode node) =>
        node is { Tag: "a", Length: 0, Element: { ChildElementCount: 0 } link } && link.GetAttribute("href") is { Length: > 1 } address && address[0] != '#';

    private static bool IsInLink(PageNode node, PageNode box)
    {
        for (var at = node; at is not null && at != box.Parent; at = at.Parent)
        {
            if (at.Tag == "a")
                return true;
        }

        return false;
    }
}
