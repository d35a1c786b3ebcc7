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
                step.Parent.Children.Add(new PageNode("#text", null, step.Parent) { Text = text.Data, Length = TextLength.Of(HtmlText.Squeeze(text.Data)) });
            else if (node is IElement element && Enter(element, step.Parent, leaveOut) is { } entered)
                work.Push((element.ChildNodes, 0, entered));
        }

        Measure(root);
        return root;
    }

    private static PageNode? Enter(IElement element, PageNode parent, Func<IElement, string, bool> leaveOut)
    {
        var hints = Hints(element);
        if (leaveOut(element, hints))
            return null;
        var node = new PageNode(element.LocalName, element, parent) { Hints = hints, IsNamedForContent = Chrome.HasContentHints(hints) };
        parent.Children.Add(node);
        return node;
    }

    private static string Hints(IElement element)
    {
        var (name, id) = (element.ClassName, element.Id);
        return string.IsNullOrEmpty(name) && string.IsNullOrEmpty(id) ? "" : string.Concat(name, " ", id).ToLowerInvariant();
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

    public static bool IsWithin(PageNode node, PageNode ancestor)
    {
        for (var at = node; at is not null; at = at.Parent)
        {
            if (at == ancestor)
                return true;
        }

        return false;
    }

    /// <summary>All text inside a node.</summary>
    public static string TextOf(PageNode node) => HtmlText.Squeeze(string.Join(' ', InOrder(node).Where(child => child.IsText).Select(child => child.Text)));

    /// <summary>Takes nodes out, each parent's children looked through once.</summary>
    public static void Remove(IEnumerable<PageNode> nodes)
    {
        foreach (var siblings in nodes.GroupBy(node => node.Parent))
        {
            var gone = siblings.ToHashSet();
            siblings.Key?.Children.RemoveAll(gone.Contains);
        }
    }

    public static void Measure(PageNode root)
    {
        var nodes = InOrder(root);
        foreach (var node in nodes.Where(node => !node.IsText))
        {
            (node.Length, node.LinkLength, node.Prose, node.Size, node.NamedProse) = (0, 0, 0, 1, 0);
            (node.HasHeadline, node.HasFirstHeading, node.HasOwnText) = (node.Tag is "h1" or "article", node.Tag is "h1", false);
        }

        for (var index = nodes.Count - 1; index >= 0; index--)
        {
            var node = nodes[index];
            if (node.Tag == "a")
                (node.LinkLength, node.Prose) = (node.Length, 0);
            node.Prose += OwnProse(node);
            if (node.IsNamedForContent)
                node.NamedProse = node.Prose;
            if (node.Parent is { } parent)
                AddTo(parent, node);
        }
    }

    private static void AddTo(PageNode parent, PageNode node)
    {
        parent.Length += node.Length;
        parent.LinkLength += node.LinkLength;
        parent.Prose += node.Prose;
        parent.Size += node.Size;
        parent.HasHeadline |= node.HasHeadline;
        parent.HasFirstHeading |= node.HasFirstHeading;
        parent.HasOwnText |= node.IsText && node.Length > 0;
        parent.NamedProse = Math.Max(parent.NamedProse, node.NamedProse);
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
        if (node.Tag is not ("div" or "td" or "section" or "article" or "li" or "span" or "main" or "body") && !IsCustom(node.Tag))
            return 0;
        var own = OwnText(node);
        return own < ShortestText ? 0 : node.Prose == 0 ? node.Length - node.LinkLength : own;
    }

    /// Elements that a site defines for itself have a hyphen in their names
    private static bool IsCustom(string tag) => tag.Contains('-', StringComparison.Ordinal);

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
