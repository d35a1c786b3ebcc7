namespace Dateline.Worker.Articles.Extraction;

/// <summary>Rows of boxes that each point to another story with its headline and a few words.</summary>
internal static class StoryStreams
{
    private const int FewestBoxes = 3;
    private const int LongestBox = 600;
    private const int EnoughBeside = 500;
    private const int LargestBox = 60;

    public static void Prune(PageNode top)
    {
        var streams = PageTree.InOrder(top).Where(node => node != top && IsStream(node) && top.Prose - node.Prose >= EnoughBeside).ToList();
        if (streams.Count == 0)
            return;
        PageTree.Remove(streams);
        PageTree.Measure(top);
    }

    private static bool IsStream(PageNode node)
    {
        if (node.IsText || node.Children.Count < FewestBoxes || node.LinkDensity < 0.1)
            return false;
        var boxes = node.Children.Where(child => !child.IsText && child.Length > 0).ToList();
        var alike = boxes.Count(box => box.Tag == boxes[0].Tag && box.Tag is "li" or "div" or "article" or "section" && box.Length <= LongestBox && box.Size <= LargestBox && PointsElsewhere(box));
        return alike >= FewestBoxes && alike >= boxes.Count * 0.7;
    }

    /// A headline that is a link
    private static bool PointsElsewhere(PageNode box) =>
        PageTree.InOrder(box).Exists(node => node.Tag is "h2" or "h3" or "h4" or "h5" && (node.LinkLength > 0 || IsInLink(node, box)));

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
