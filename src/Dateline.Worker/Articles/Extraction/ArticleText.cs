using AngleSharp.Dom;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>The article's text and how sure it is.</summary>
internal readonly record struct ScoredText(string Text, double Confidence);

/// <summary>Finds the element that holds the article and writes its blocks out in order.</summary>
internal static class ArticleText
{
    private const int Enough = 250;

    /// Where more than that was taken out of the headline's own box it may have been the article
    private const double LeastOfBox = 0.3;

    public static ScoredText Read(IElement body, string? title, IReadOnlyList<string> authors)
    {
        var (strict, underHeadline) = Extract(body, title, authors, prune: true);
        var length = TextLength.Of(strict.Text);
        if (length >= Enough || length >= HeadlineBox.Enough && length >= underHeadline * LeastOfBox)
            return strict;
        var (lenient, _) = Extract(body, title, authors, prune: false);
        return TextLength.Of(lenient.Text) > length * 2 ? lenient with { Confidence = lenient.Confidence / 2 } : strict;
    }

    /// The text, and how much running text stood in the headline's box; the whole page where it has none
    private static (ScoredText Text, int UnderHeadline) Extract(IElement body, string? title, IReadOnlyList<string> authors, bool prune)
    {
        var root = PageTree.Build(body, Chrome.IsOutside);
        var box = prune ? HeadlineBox.Find(root, title) : null;
        if (prune)
            CommentPruning.Prune(root, box);
        var underHeadline = (box ?? root).Prose;
        if (prune)
            ChromePruning.Prune(root, box);
        if (box is not null)
            StoryStreams.PruneBeside(root, box);
        var top = MainElement.Find(root, box);
        if (prune)
        {
            StoryStreams.Prune(top);
            PullQuotes.Prune(top);
        }

        OfferBoxes.Prune(top);
        var lead = prune ? LeadFinder.Find(root, top) : [];
        var text = BlockWriter.Join(Boilerplate.Remove([.. lead, .. BlockWriter.Write(top)], title, authors));
        return (new ScoredText(text, Confidence(text, top)), underHeadline);
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
