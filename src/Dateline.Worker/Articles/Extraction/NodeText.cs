using System.Text;
using AngleSharp.Dom;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>The text of a node with a space between its elements' texts, no further than it is asked for.</summary>
internal static class NodeText
{
    public static string Of(INode node, int longest = int.MaxValue)
    {
        if (node is IText single)
            return HtmlText.Squeeze(single.Data);
        if (node is { ChildNodes: { Length: 1 } children } && children[0] is IText only)
            return HtmlText.Squeeze(only.Data);
        var text = new StringBuilder();
        var work = new Stack<(INodeList Nodes, int At)>([(node.ChildNodes, 0)]);
        while (text.Length < longest && work.TryPop(out var step))
        {
            if (step.At >= step.Nodes.Length)
                continue;
            work.Push(step with { At = step.At + 1 });
            if (step.Nodes[step.At] is IText found)
                text.Append(found.Data);
            else if (step.Nodes[step.At] is IElement element)
            {
                if (TagKinds.IsBlock(element.LocalName))
                    text.Append(' ');
                if (element.LocalName is not ("script" or "style"))
                    work.Push((element.ChildNodes, 0));
            }
        }

        return HtmlText.Squeeze(text.Length > longest ? text.ToString(0, longest) : text.ToString());
    }
}
