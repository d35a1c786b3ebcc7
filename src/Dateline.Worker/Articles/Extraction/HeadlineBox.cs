namespace Dateline.Worker.Articles.Extraction;

/// <summary>The innermost element that holds the article's headline and text under it: what stands outside is not needed to have enough.</summary>
internal static class HeadlineBox
{
    /// <summary>Characters of text; a notice of two sentences is an article too.</summary>
    public const int Enough = 80;

    /// <summary>Null where no heading is the title.</summary>
    public static PageNode? Find(PageNode root, string? title)
    {
        if (title is null)
            return null;
        var heading = PageTree.InOrder(root).Find(node => node.Tag is "h1" or "h2" && node.Length > 0 && TitleWords.Same(PageTree.TextOf(node), title));
        var box = heading;
        while (box is not null && (box.Prose < Enough && !IsOfShortLines(box, heading!) || IsHead(box)))
            box = box.Parent;
        return box;
    }

    /// An article of paragraphs too short to be told from labels is still one; any longer text on the page would be taken for it
    private static bool IsOfShortLines(PageNode box, PageNode heading)
    {
        const double MostLinks = 0.2;
        return box.Tag is "article" or "main" && box.Length - heading.Length >= Enough && box.LinkDensity < MostLinks;
    }

    /// The headline's own box may hold the lead, and never the text
    private static bool IsHead(PageNode node) => node.Tag is "header" or "hgroup" || node.Hints.Contains("head", StringComparison.Ordinal) || node.Hints.Contains("title", StringComparison.Ordinal);
}
