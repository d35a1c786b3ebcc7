using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles;

/// <summary>Puts an article together from the pages that it was found on. Pure.</summary>
internal static class ArticlePages
{
    private const string Break = "\n\n";

    /// Characters of text in Latin letters; an article is longer, and what is shorter may be the stub of one
    private const int Stub = 400;

    /// <summary>Whether the page leaves room for another version of itself: a wall, a stub, or nothing.</summary>
    public static bool IsWanting(ExtractedArticle page) => page.Wall is not null || TextLength.Of(page.Text) < Stub;

    /// <summary>The first page with another's paragraphs behind its own, those that it has too left out; null when there are none.</summary>
    public static ExtractedArticle? Join(ExtractedArticle first, ExtractedArticle next)
    {
        var own = first.Text.Split(Break);
        var seen = own.ToHashSet(StringComparer.Ordinal);
        var more = next.Text.Split(Break).Where(paragraph => paragraph.Length > 0 && seen.Add(paragraph)).ToList();
        return next.Wall is not null || more.Count == 0 ? null : first with { Text = string.Join(Break, own.Where(paragraph => paragraph.Length > 0).Concat(more)) };
    }

    /// <summary>The first page with the text of the page that has all of them; null when that is another article's.</summary>
    public static ExtractedArticle? Whole(ExtractedArticle first, ExtractedArticle whole)
    {
        var opening = first.Text.Split(Break)[0];
        return whole.Wall is null && whole.Text.Length > first.Text.Length && whole.Text.Contains(opening, StringComparison.Ordinal) ? first with { Text = whole.Text } : null;
    }

    /// <summary>Another version of a page that is wanting; null when it has no more.</summary>
    public static ExtractedArticle? Instead(ExtractedArticle page, ExtractedArticle version) =>
        version.Wall is null && version.Text.Length > page.Text.Length ? version with { CanonicalUrl = version.CanonicalUrl ?? page.CanonicalUrl } : null;
}
