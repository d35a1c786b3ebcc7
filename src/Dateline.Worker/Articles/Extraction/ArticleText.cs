using AngleSharp.Dom;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>The article's text and how sure it is.</summary>
internal readonly record struct ScoredText(string Text, double Confidence);

/// <summary>Finds the element that holds the article and writes its blocks out in order.</summary>
internal static class ArticleText
{
    private const int Enough = 250;

    public static ScoredText Read(IElement body, string? title, IReadOnlyList<string> authors)
    {
        var strict = Extract(body, title, authors, prune: true);
        var length = TextLength.Of(strict.Text);
        if (length >= Enough)
            return strict;
        var lenient = Extract(body, title, authors, prune: false);
        return TextLength.Of(lenient.Text) > length * 2 ? lenient with { Confidence = lenient.Confidence / 2 } : strict;
    }

    private static ScoredText Extract(IElement body, string? title, IReadOnlyList<string> authors, bool prune)
    {
        var root = PageTree.Build(body, Chrome.IsOutside);
        if (prune)
            Prune(root);
        var top = MainElement.Find(root);
        if (prune)
            StoryStreams.Prune(top);
        PruneOffers(top);
        var lead = prune ? LeadFinder.Find(root, top) : [];
        var text = BlockWriter.Join(Boilerplate.Remove([.. lead, .. BlockWriter.Write(top)], title, authors));
        return new ScoredText(text, Confidence(text, top));
    }

    /// Hints are words that sites choose: an element that holds much of the page's prose is kept whatever it is called
    private static void Prune(PageNode root)
    {
        PruneComments(root);
        var total = Math.Max(root.Prose, 1);
        foreach (var node in PageTree.InOrder(root))
        {
            node.Children.RemoveAll(child => !child.IsText && IsSmall(child, total) && IsChrome(child));
        }

        PageTree.Measure(root);
    }

    /// A frame around the article is often named for the menu or the column that it makes room for
    private static bool HoldsContent(PageNode node) =>
        node.NamedProse >= Math.Max(Enough, node.Prose * 0.4);

    /// A column that holds more than the article is still no article where the headline and enough text stand outside it
    private static bool IsSmall(PageNode node, int total) =>
        node.Prose < total * 0.4
        || total - node.Prose >= 2 * Enough && Chrome.IsColumnBeside(node.Tag, node.Hints) && !node.IsNamedForContent && !node.HasHeadline;

    /// A figure may hold code, a quotation or a table, a quotation may be called after the network that it is from, a sentence's link after what it opens
    private static bool IsChrome(PageNode node) => node.Tag switch
    {
        "figure" => !node.Children.Any(child => child.Tag is "pre" or "blockquote" or "table" or "div" && child.Children.Any(inner => inner.Tag is "pre" or "table")),
        "blockquote" or "pre" or "code" => false,
        "a" when node.Parent is { Tag: "p" or "li", Prose: > 0 } => false,
        _ => (Chrome.IsAside(node.Tag) || Chrome.HasChromeHints(node.Hints)) && !HoldsContent(node),
    };

    /// An offer in a box of its own goes with all that is in the box
    private static void PruneOffers(PageNode top)
    {
        const int LongestOffer = 700;
        // More boxes than any article has; bounds what a hostile page can cost
        var budget = 2000;
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

                // Where no block is an offer no box inside can be one
                var blocks = BlockWriter.Write(child);
                var offers = blocks.Any(block => PromotionText.IsOffer(block.Text));
                if (offers && Boilerplate.IsOffer(blocks))
                    node.Children.RemoveAt(index);
                else if (offers)
                    work.Push(child);
            }
        }
    }

    /// Comments are often longer than the article; they go wherever enough is left without them
    private static void PruneComments(PageNode root)
    {
        var comments = PageTree.InOrder(root).Where(node => !node.IsText && node.Parent is not null && Chrome.HoldsComments(node.Hints) && !Chrome.HoldsComments(node.Parent.Hints)).ToList();
        if (comments.Count == 0 || root.Prose - comments.Sum(node => node.Prose) < Enough)
            return;
        PageTree.Remove(comments);
        PageTree.Measure(root);
    }

    private static double Confidence(string text, PageNode top)
    {
        if (text.Length == 0)
            return 0;
        var length = Math.Min(TextLength.Of(text) / 1500.0, 1);
        var links = 1 - Math.Min(top.LinkDensity * 2, 1);
        return Math.Round(0.2 + 0.5 * length + 0.3 * links, 2);
    }
}
