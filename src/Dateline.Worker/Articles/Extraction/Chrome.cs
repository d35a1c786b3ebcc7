using System.Buffers;
using AngleSharp.Dom;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>What surrounds an article and is none of it: known by element, role, and the words of class and id.</summary>
internal static class Chrome
{
    private static readonly string[] Words =
    [
        "comment", "disqus", "respond", "sharing", "sharebar", "sharebutton", "sharelink", "sharetool", "sharedaddy", "socialshare", "sharethis", "shariff", "social", "addthis", "addtoany", "related", "newsletter", "subscribe", "subscription", "cookie",
        "consent", "gdpr", "breadcrumb", "sidebar", "side-bar", "widget", "footer", "navigation", "navbar", "nav-", "-nav", "menu", "pagination", "pager-", "banner",
        "advert", "sponsor", "promo", "outbrain", "taboola", "recommend", "popular", "trending", "toolbar", "tagcloud", "taglist", "tag-list", "tag-links", "post-tags",
        "byline", "contrib-", "contributor-", "author-", "-author", "autor", "author_", "caption", "credit", "copyright", "rating", "login", "signup", "sign-up", "modal", "popup",
        "overlay", "lightbox", "read-more", "readmore", "skip-", "search", "postinfo", "post-info", "feedback", "donat", "yarpp", "sr-only",
        "screen-reader", "visually-hidden", "noprint", "editsection", "table-of-contents", "explore-more", "more-stories", "more-news", "most-read", "see-also",
        "paywall", "cutline", "img_cptn", "photo-legend", "postmeta", "timestamp", "dateline", "print-", "-print", "bookmark", "likebox", "facebook", "twitter", "whatsapp", "pinterest", "countdown", "ticker", "ai-summary", "ai_summary", "gallery", "slideshow", "g-artboard", "ai2html",
    ];

    private static readonly string[] BesideWords = ["comments", "commentlist", "comment-", "sidebar", "related", "kommentar", "recommend", "teaser", "most-read", "latest", "trending", "recirc", "more-stories", "more-news", "up-next", "next-story", "next-article"];

    // Too short to be looked for inside longer words, such as metal or biology
    private static readonly string[] WholeWords = ["bio", "cta", "pager", "meta", "toc", "tags", "share", "promo", "print", "dialog"];

    // What follows in a class name is what the element has or has not, not what it is: with-sidebar, has-comments, tag-advertising
    private static readonly string[] Qualifiers = ["tag-", "category-", "cat-", "has-", "no-", "with", "without", "not-", "is-", "post-tag", "type-", "status-", "format-", "elementor-", "wpb_", "vc_", "dialog-off-canvas"];

    private static readonly string[] ContentWords =
    [
        "article-body", "articlebody", "article__body", "article_body", "article-content", "article__content", "article-text", "articletext", "entry-content", "entry_content",
        "post-content", "post-body", "post_content", "post__content", "postcontent", "story-body", "storybody", "story-content", "story__body", "story-text", "content-body",
        "body-content", "body-text", "bodytext", "text-content", "main-content", "maincontent", "news-text", "blog-content", "field-name-body", "rich-text", "richtext",
    ];

    private static readonly SearchValues<string> AnyWord = SearchValues.Create([.. Words, .. WholeWords], StringComparison.Ordinal);

    private static readonly SearchValues<string> AnyCommentWord = SearchValues.Create(["comments", "commentlist", "comment-list", "kommentare", "disqus_thread", "disqus-thread", "coral-stream", "coral_talk", "viafoura"], StringComparison.Ordinal);

    private static readonly SearchValues<string> AnyNextWord = SearchValues.Create(["up-next", "upnext", "next-story", "next-article", "next-post", "read-next", "recirc"], StringComparison.Ordinal);

    private static readonly SearchValues<string> AnyContentWord = SearchValues.Create(ContentWords, StringComparison.Ordinal);

    /// <summary>Elements that never hold an article's text.</summary>
    public static bool IsOutside(IElement element, string hints) => element.LocalName switch
    {
        "button" when IsHeading(element.ParentElement) => false,
        "nav" or "button" or "dialog" or "script" or "style" or "figcaption" or "input" or "label" or "img" or "picture"
            or "select" or "option" or "menu" or "link" or "meta" => true,
        _ => IsHidden(element, hints) && !IsAnswer(element) || element.GetAttribute("role") is "navigation" or "contentinfo" or "complementary" or "search" or "dialog" or "alertdialog" or "menu",
    };

    public static bool IsHidden(IElement element, string hints) =>
        element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") is "true"
        || element.GetAttribute("style") is { } style && style.Replace(" ", "", StringComparison.Ordinal) is var rules
            && (rules.Contains("display:none", StringComparison.OrdinalIgnoreCase) || rules.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase));

    private static bool IsHeading(IElement? element) => element?.LocalName is "h2" or "h3" or "h4" or "h5" or "h6";

    /// What opens when the reader presses the question over it: a heading that is a button
    private static bool IsAnswer(IElement element)
    {
        const int ShortestQuestion = 15;
        // A search for siblings among thousands would make the page slow
        const int MaxSiblings = 200;
        return element.LocalName is "div" or "section" && element.Parent is { ChildNodes.Length: <= MaxSiblings } && element.PreviousElementSibling is { } question && IsHeading(question)
            && question.FirstElementChild is { LocalName: "button" } && question.TextContent.Trim().Length >= ShortestQuestion;
    }

    /// <summary>Elements that seldom hold an article, yet on some pages hold all of it: a form around the whole page, an aside that is the only column.</summary>
    public static bool IsAside(string tag) => tag is "aside" or "form" or "footer" or "figure";

    public static bool HasChromeHints(string hints)
    {
        if (hints.Length <= 1 || !hints.AsSpan().ContainsAny(AnyWord) || HasContentHints(hints))
            return false;
        foreach (var range in hints.AsSpan().Split(' '))
        {
            if (IsChromeName(hints.AsSpan(range)))
                return true;
        }

        return false;
    }

    /// <summary>Whose names are not the author's: readers' comments, other stories.</summary>
    public static bool IsBesideArticle(string hints)
    {
        foreach (var range in hints.AsSpan().Split(' '))
        {
            var name = hints.AsSpan(range);
            foreach (var word in BesideWords)
            {
                if (name.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at && !IsQualified(name[..at]) && !SaysOfComments(name) && !name.StartsWith("no-"))
                    return true;
            }
        }

        return false;
    }

    /// <summary>A column beside the article, however much it holds.</summary>
    public static bool IsColumnBeside(string tag, string hints) =>
        tag is "aside" or "footer" || IsFooter(hints) || hints.Contains("sidebar", StringComparison.Ordinal) || hints.Contains("widget-area", StringComparison.Ordinal) || hints.Contains("related", StringComparison.Ordinal)
        || hints.Contains("gallery", StringComparison.Ordinal) || hints.Contains("slideshow", StringComparison.Ordinal);

    private static bool IsFooter(string hints) => hints.Contains("footer", StringComparison.Ordinal) && HasChromeHints(hints);

    private static bool IsChromeName(ReadOnlySpan<char> name)
    {
        // Names with such characters only set sizes and colours
        if (name.Length < 3 || name.ContainsAny(":/[") || IsSlug(name) || IsStateOfComments(name))
            return false;
        foreach (var qualifier in Qualifiers)
        {
            if (name.StartsWith(qualifier, StringComparison.Ordinal))
                return false;
        }

        foreach (var word in Words)
        {
            if (name.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at && !IsQualified(name[..at]) && !IsInLongerWord(word, name[..at], name[(at + word.Length)..]))
                return true;
        }

        foreach (var part in name.SplitAny('-', '_'))
        {
            if (WholeWords.Contains(name[part].ToString()))
                return true;
        }

        return false;
    }

    /// An id made from a heading's words
    private static bool IsSlug(ReadOnlySpan<char> name) => name.Length > 24 && name.Count('-') >= 3 && !name.Contains("--", StringComparison.Ordinal) && !name.Contains('_');

    private static bool IsQualified(ReadOnlySpan<char> before) => before.EndsWith("with") || before.EndsWith("with-") || before.EndsWith("without-") || before.EndsWith("has-") || before.EndsWith("no-") || before.EndsWith("and-");

    /// Research and demonstrating, but sitesearch and starrating; for whom a text is, as against the box that asks to become one of them
    private static bool IsInLongerWord(string word, ReadOnlySpan<char> before, ReadOnlySpan<char> after) => word switch
    {
        "subscribe" => after is "r" or "rs" or "r-only" or "r-preview" or "r-content" or "r-text" or "r-exclusive" or "rs-only",
        "paywall" => after.StartsWith("ed"),
        "search" => before.EndsWith("re"),
        "rating" => before is [.., >= 'a' and <= 'z'] && !before.EndsWith("star") && !before.EndsWith("post") && !before.EndsWith("user"),
        _ => false,
    };

    /// <summary>The place of the readers' comments.</summary>
    public static bool HoldsComments(string hints)
    {
        if (!hints.AsSpan().ContainsAny(AnyCommentWord))
            return false;
        foreach (var range in hints.AsSpan().Split(' '))
        {
            var name = hints.AsSpan(range);
            if (name.IndexOfAny(AnyCommentWord) is >= 0 and var at && !IsQualified(name[..at]) && !SaysOfComments(name))
                return true;
        }

        return false;
    }

    /// <summary>The place of the story that comes after the article.</summary>
    public static bool HoldsNextStory(string hints)
    {
        if (!hints.AsSpan().ContainsAny(AnyNextWord))
            return false;
        foreach (var range in hints.AsSpan().Split(' '))
        {
            var name = hints.AsSpan(range);
            if (name.IndexOfAny(AnyNextWord) is >= 0 and var at && !IsQualified(name[..at]))
                return true;
        }

        return false;
    }

    /// <summary>Names that readers' talk goes by, and other things too.</summary>
    public static bool HoldsDiscussion(string hints)
    {
        foreach (var range in hints.AsSpan().Split(' '))
        {
            if (hints.AsSpan(range) is "discussion" or "discussions" or "responses" or "replies" or "talk" or "conversation")
                return true;
        }

        return false;
    }

    /// What is told of comments that stand elsewhere, beside the author's name or of the whole article
    private static bool SaysOfComments(ReadOnlySpan<char> name) => IsStateOfComments(name) || name.StartsWith("byline") && name.Contains("comment", StringComparison.Ordinal);

    private static bool IsStateOfComments(ReadOnlySpan<char> name) =>
        name.StartsWith("comment") && (name.EndsWith("s-open") || name.EndsWith("s-closed") || name.EndsWith("-enabled") || name.EndsWith("-disabled"));

    public static bool HasContentHints(string hints) => hints.Length > 1 && hints.AsSpan().ContainsAny(AnyContentWord);
}
