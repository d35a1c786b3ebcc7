namespace Dateline.Worker.Articles.Extraction;

/// <summary>Readers' comments are often longer than the article; they go wherever enough is left without them.</summary>
internal static class CommentPruning
{
    private const int Enough = 250;

    public static void Prune(PageNode root, PageNode? headlineBox)
    {
        var comments = PageTree.InOrder(root).Where(node => !node.IsText && node.Parent is not null && IsOfComments(node, headlineBox) && !IsOfComments(node.Parent, headlineBox)).ToList();
        if (comments.Count == 0 || root.Prose - comments.Sum(node => node.Prose) < (headlineBox is null ? Enough : HeadlineBox.Enough))
            return;
        PageTree.Remove(comments);
        PageTree.Measure(root);
    }

    private static bool IsOfComments(PageNode node, PageNode? headlineBox) =>
        !node.HasFirstHeading && (Chrome.HoldsComments(node.Hints) || IsDiscussion(node) || IsBesideArticle(node, headlineBox) && Chrome.HoldsDiscussion(node.Hints));

    /// Studies have a part of that name too
    private static bool IsDiscussion(PageNode node) =>
        node.Element?.Id?.ToLowerInvariant() is "discussion" or "replies" or "responses" && PageTree.InOrder(node).Exists(inner => inner.Hints.Contains("reply", StringComparison.Ordinal));

    /// In the article's own element, or around it, such a name says what the article is about
    private static bool IsBesideArticle(PageNode node, PageNode? headlineBox) =>
        headlineBox is not null && node.Tag is "div" or "section" or "aside" or "ul" or "ol" && !PageTree.IsWithin(node, headlineBox) && !PageTree.IsWithin(headlineBox, node);
}
