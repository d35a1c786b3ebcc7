using AngleSharp.Dom;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>Builds the tree of what can be article, without recursion, and its figures from the leaves up.</summary>
internal static class PageTree
{
    public static PageNode Build(IElement body, Func<IElement, string, bool> leaveOut)
    {
        var root = new PageNode(body.LocalName, body, null);
        var work = new Stack<(INodeList Nodes, int At, PageNode Parent)>();
        work.Push((body.ChildNodes, 0, root));
        while (work.TryPop(out var step))
        {
            // By number: asking a node for its next sibling searches all of them
            if (step.At >= step.Nodes.Length)
                continue;
            work.Push(step with { At = step.At + 1 });
            var node = step.Nodes[step.At];
            if (node is IText text)
                step.Parent.Children.Add(new PageNode("#text", null, step.Parent) { Text = text.Data });
            else if (node is IElement element && Enter(element, step.Parent, leaveOut) is { } entered)
                work.Push((element.ChildNodes, 0, entered));
        }

        Measure(root);
        return root;
    }

    private static PageNode? Enter(IElement element, PageNode parent, Func<IElement, string, bool> leaveOut)
    {
        var hints = string.Concat(element.ClassName, " ", element.Id).ToLowerInvariant();
        if (leaveOut(element, hints))
            return null;
        var node = new PageNode(element.LocalName, element, parent) { Hints = hints };
        parent.Children.Add(node);
        return node;
    }

    /// <summary>Every node, each after its parent.</summary>
    public static List<PageNode> InOrder(PageNode root)
    {
        var nodes = new List<PageNode>();
        var work = new Stack<PageNode>();
        work.Push(root);
        while (work.TryPop(out var node))
        {
            nodes.Add(node);
            for (var index = node.Children.Count - 1; index >= 0; index--)
                work.Push(node.Children[index]);
        }

        return nodes;
    }

    public static void Measure(PageNode root)
    {
        var nodes = InOrder(root);
        foreach (var node in nodes)
            (node.Length, node.LinkLength, node.Prose) = (0, 0, 0);
        for (var index = nodes.Count - 1; index >= 0; index--)
        {
            var node = nodes[index];
            if (node.IsText)
                node.Length = HtmlText.Squeeze(node.Text).Length;
            if (node.Tag == "a")
                node.LinkLength = node.Length;
            node.Prose += OwnProse(node);
            if (node.Parent is not { } parent)
                continue;
            parent.Length += node.Length;
            parent.LinkLength += node.LinkLength;
            parent.Prose += node.Prose;
        }
    }

    /// A block of text as articles are made of, or what a container holds of it between its boxes
    private static int OwnProse(PageNode node)
    {
        const int ShortestParagraph = 40;
        const int ShortestText = 80;
        if (node.IsText || node.LinkDensity > 0.5)
            return 0;
        if (node.Tag is "p" or "blockquote" or "pre" or "dd")
            return node.Prose == 0 && node.Length >= ShortestParagraph ? node.Length - node.LinkLength : 0;
        if (node.Tag is not ("div" or "td" or "section" or "article" or "li" or "span"))
            return 0;
        var own = OwnText(node);
        return own < ShortestText ? 0 : node.Prose == 0 ? node.Length - node.LinkLength : own;
    }

    private static int OwnText(PageNode node)
    {
        var length = 0;
        foreach (var child in node.Children)
        {
            if (child.IsText || child.Tag is "a" || child.Tag is "span" && child.Prose == 0)
                length += child.Length - child.LinkLength;
        }

        return length;
    }
}
