using Dateline.Worker.Documents;
using Dateline.Worker.Storage;

namespace Dateline.Worker.Articles;

/// <summary>
/// When a page that cannot be had is asked for again: after one minute, then after ten. Then the feed's text has to do, as it has to at once
/// where the feed has the whole text. Pure.
/// </summary>
internal static class PageRetry
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10)];

    /// <summary>A site that asks for more patience than this gets the feed's text instead.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>Characters of plain text in Latin letters; a teaser in a feed is shorter.</summary>
    private const int WholeText = 1500;

    /// <summary>How long to wait, or null when there is no point in it.</summary>
    public static TimeSpan? Wait(ArticleRow article, PageOutcome.Failing page)
    {
        if (article.Attempts >= Waits.Length || HasWholeText(article) || page.RetryAfter > Longest)
            return null;
        var wait = Waits[article.Attempts];
        return page.RetryAfter > wait ? page.RetryAfter : wait;
    }

    private static bool HasWholeText(ArticleRow article)
    {
        // Markup only makes it longer
        if (TextLength.Of(article.Content) < WholeText)
            return false;
        var text = HtmlParagraphs.Of(article.Content).TrimEnd();
        return TextLength.Of(text) >= WholeText && !text.EndsWith("...", StringComparison.Ordinal) && !text.EndsWith('\u2026') && !text.EndsWith("[\u2026]", StringComparison.Ordinal) && !text.EndsWith("[...]", StringComparison.Ordinal);
    }
}
