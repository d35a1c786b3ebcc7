using System.Net;

namespace Dateline.Worker.Demo;

/// <summary>The demo's article pages, with all that stands around an article on a real one.</summary>
internal static class DemoPages
{
    public static string Write(DemoArticle article, string site) => Write(article, site, DemoFeed.All.First(feed => feed.Name == article.Feed).Title.Split(':')[0]);

    private static string Write(DemoArticle article, string site, string paper) => $"""
        <!doctype html>
        <html lang="{article.Language}">
        <head>
        <meta charset="utf-8">
        <title>{Text(article.Title)} | {Text(paper)}</title>
        <link rel="canonical" href="{site}/articles/{article.Slug}">
        <meta name="author" content="{Text(article.Author)}">
        <meta property="og:type" content="article">
        <meta property="og:title" content="{Text(article.Title)}">
        <meta property="og:site_name" content="{Text(paper)}">
        {(article.Image is null ? "" : $"<meta property=\"og:image\" content=\"{site}/images/{Text(article.Image)}\">")}
        </head>
        <body>
        <div class="cookie-banner" role="dialog">We use cookies to remember your choices. <button>Accept all</button> <button>Reject</button></div>
        <header><a href="/">{Text(paper)}</a><nav><ul><li><a href="/world">World</a></li><li><a href="/business">Business</a></li><li><a href="/sport">Sport</a></li><li><a href="/login">Log in</a></li></ul></nav></header>
        <main>
        <article>
        <h1>{Text(article.Title)}</h1>
        <p class="byline">By <a rel="author" href="/staff">{Text(article.Author)}</a></p>
        <div class="share-bar"><a href="/share/mail">Mail</a> <a href="/share/link">Copy link</a></div>
        {Figure(article, site)}
        {string.Join('\n', article.Paragraphs.Select(paragraph => $"<p>{Text(paragraph)}</p>"))}
        <aside class="newsletter-signup"><h2>The morning tide</h2><p>Sign up for our newsletter and get the five stories that matter before breakfast.</p><form><input type="email"><button>Subscribe</button></form></aside>
        </article>
        <section class="related-links"><h2>More like this</h2><ul><li><a href="/articles/a">The ferry that would not leave</a></li><li><a href="/articles/b">Ten harbours to see once</a></li></ul></section>
        </main>
        <footer><p>© {Text(paper)}. <a href="/terms">Terms</a> <a href="/privacy">Privacy</a></p></footer>
        </body>
        </html>
        """;

    private static string Figure(DemoArticle article, string site) => article.Image is null
        ? ""
        : $"<figure><img src=\"{site}/images/{Text(article.Image)}\" alt=\"\"><figcaption>{(article.Credit is null ? "" : $"({Text(article.Credit)})")}</figcaption></figure>";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
