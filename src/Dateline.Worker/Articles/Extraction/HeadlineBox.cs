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
        var box = PageTree.InOrder(root).Find(node => node.Tag is "h1" or "h2" && node.Length > 0 && TitleWords.Same(PageTree.TextOf(node), title));
        while (box is not null && (box.Prose < Enough || IsHead(box)))
            box = box.Parent;
        return box;
    }

    /// The headline's own box may hold the lead, and never the text
    private static bool IsHead(PageNode node) => node.Tag is "header" or "hgroup" || node.Hints.Contains("head", StringComparison.Ordinal) || node.Hints.Contains("title", StringComparison.Ordinal);
}
