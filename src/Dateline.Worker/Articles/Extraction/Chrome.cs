using AngleSharp.Dom;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>What surrounds an article and is none of it: known by element, role, and the words of class and id.</summary>
internal static class Chrome
{
    private static readonly string[] Words =
    [
        "comment", "disqus", "respond", "share", "sharing", "shariff", "social", "addthis", "addtoany", "related", "newsletter", "subscribe", "subscription", "cookie",
        "consent", "gdpr", "breadcrumb", "sidebar", "side-bar", "widget", "footer", "navigation", "navbar", "nav-", "-nav", "menu", "pagination", "pager", "banner",
        "advert", "sponsor", "promo", "outbrain", "taboola", "recommend", "popular", "trending", "toolbar", "tagcloud", "taglist", "tag-list", "tag-links", "post-tags",
        "byline", "author-", "-author", "autor", "author_", "bio", "caption", "credit", "copyright", "rating", "login", "signup", "sign-up", "modal", "popup",
        "overlay", "lightbox", "teaser", "read-more", "readmore", "skip-", "search", "meta", "postinfo", "post-info", "feedback", "donat", "yarpp", "sr-only",
        "screen-reader", "visually-hidden", "noprint", "editsection", "toc", "table-of-contents", "explore-more", "more-stories", "more-news", "most-read", "see-also",
        "paywall", "timestamp", "dateline", "print-", "-print", "bookmark", "likebox", "facebook", "twitter", "whatsapp", "pinterest", "countdown", "ticker", "gallery", "slideshow",
    ];

    private static readonly string[] ContentWords =
    [
        "article-body", "articlebody", "article__body", "article_body", "article-content", "article__content", "article-text", "articletext", "entry-content", "entry_content",
        "post-content", "post-body", "post_content", "post__content", "postcontent", "story-body", "storybody", "story-content", "story__body", "story-text", "content-body",
        "body-content", "body-text", "bodytext", "text-content", "main-content", "maincontent", "news-text", "blog-content", "field-name-body", "rich-text", "richtext",
    ];

    /// <summary>Elements that never hold an article's text.</summary>
    public static bool IsOutside(IElement element, string hints) => element.LocalName switch
    {
        "nav" or "footer" or "aside" or "form" or "button" or "dialog" or "script" or "style" or "figure" or "figcaption" or "input" or "label" or "img" or "picture"
            or "select" or "option" or "menu" or "hr" or "link" or "meta" or "h1" => true,
        _ => IsHidden(element, hints) || element.GetAttribute("role") is "navigation" or "banner" or "contentinfo" or "complementary" or "search" or "dialog" or "alertdialog" or "menu",
    };

    public static bool IsHidden(IElement element, string hints) =>
        element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") is "true"
        || element.GetAttribute("style") is { } style && style.Replace(" ", "", StringComparison.Ordinal) is var rules
            && (rules.Contains("display:none", StringComparison.OrdinalIgnoreCase) || rules.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase));

    public static bool HasChromeHints(string hints) => hints.Length > 1 && Contains(hints, Words) && !Contains(hints, ContentWords);

    /// <summary>The place of the readers' comments.</summary>
    public static bool HoldsComments(string hints) =>
        hints.Contains("comments", StringComparison.Ordinal) || hints.Contains("commentlist", StringComparison.Ordinal) || hints.Contains("comment-list", StringComparison.Ordinal)
        || hints.Contains("kommentare", StringComparison.Ordinal) || hints.Contains("disqus_thread", StringComparison.Ordinal) || hints.Contains("community", StringComparison.Ordinal);

    public static bool HasContentHints(string hints) => hints.Length > 1 && Contains(hints, ContentWords);

    private static bool Contains(string hints, string[] words)
    {
        foreach (var word in words)
        {
            if (hints.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
