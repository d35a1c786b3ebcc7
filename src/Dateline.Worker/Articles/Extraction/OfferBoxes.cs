namespace Dateline.Worker.Articles.Extraction;

/// <summary>An offer in a box of its own goes with all that is in the box.</summary>
internal static class OfferBoxes
{
    private const int LongestOffer = 700;
    private const int LongestLine = 150;
    private const int MostLines = 4;

    // More boxes than any article has; bounds what a hostile page can cost
    private const int MaxBoxes = 2000;

    public static void Prune(PageNode top)
    {
        var budget = MaxBoxes;
        var work = new Stack<PageNode>([top]);
        while (budget > 0 && work.TryPop(out var node))
        {
            for (var index = node.Children.Count - 1; index >= 0; index--)
            {
                var child = node.Children[index];
                if (child.Children.Count == 0 || child.Tag is "p" or "a" or "span")
                    continue;
                if (child.Length > LongestOffer || child.Prose >= top.Prose * 0.4 || budget-- <= 0)
                {
                    work.Push(child);
                    continue;
                }

                var blocks = BlockWriter.Write(child);
                if (AsksForAddress(child, blocks))
                {
                    node.Children.RemoveAt(index);
                    continue;
                }

                // Where no block is an offer no box inside can be one
                var offers = blocks.Any(block => PromotionText.IsOffer(block.Text));
                if (offers && Boilerplate.IsOffer(blocks))
                    node.Children.RemoveAt(index);
                else if (offers)
                    work.Push(child);
            }
        }
    }

    /// A few short lines with a field for an address and a button, whatever they say
    private static bool AsksForAddress(PageNode box, IReadOnlyList<PageBlock> blocks)
    {
        const int MostElements = 40;
        if (box.Element is not { ChildElementCount: > 0 } element || blocks.Count > MostLines || blocks.Any(block => block.Length > LongestLine))
            return false;
        var inner = PageElements.InOrder(element).Take(MostElements).ToList();
        return inner.Exists(field => field.LocalName is "input" && (field.GetAttribute("type") is "email" || field.GetAttribute("name")?.Contains("email", StringComparison.OrdinalIgnoreCase) == true))
            && inner.Exists(button => button.LocalName is "button" || button.LocalName is "input" && button.GetAttribute("type") is "submit");
    }
}
