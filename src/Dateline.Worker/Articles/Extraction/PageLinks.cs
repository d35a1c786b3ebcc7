using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>Where the rest of an article is, or the same one again: its next page, all of its pages as one, its AMP version.</summary>
internal sealed partial record PageLinks(Uri? Next, Uri? SinglePage, Uri? Amp)
{
    public static readonly PageLinks None = new(null, null, null);

    // More links than any article's page has; bounds what a hostile page can cost
    private const int MaxLinks = 3000;

    public static PageLinks Read(IHtmlDocument page, Uri? url)
    {
        if (url is null || !WebUri.IsUsable(url))
            return None;
        Uri? next = null, single = null;
        foreach (var link in page.QuerySelectorAll("a[href], link[rel~=next]").Take(MaxLinks))
        {
            // Most addresses are of other pages: they are told by their text, without reading them
            if (next is null && IsNext(link) && Absolute(link, page, url) is { } following && PageNumbers.IsNext(url, following))
                next = following;
            if (single is null && link.LocalName is "a" && IsSinglePage(link) && Absolute(link, page, url) is { } whole && IsSameArticle(url, whole))
                single = whole;
        }

        return new PageLinks(next, single, page.QuerySelector("link[rel~=amphtml]") is { } amp && Absolute(amp, page, url) is { } version && IsSameSite(url, version) && version != url ? version : null);
    }

    private static bool IsNext(IElement link) => link.GetAttribute("rel")?.Contains("next", StringComparison.OrdinalIgnoreCase) == true || IsLabel(link, NextLabel());

    private static bool IsSinglePage(IElement link) => IsLabel(link, SinglePageLabel());

    private static bool IsLabel(IElement link, Regex label)
    {
        const int Longest = 60;
        return NodeText.Of(link, Longest + 1) is { Length: > 0 and <= Longest } text && label.IsMatch(text);
    }

    private static Uri? Absolute(IElement link, IHtmlDocument page, Uri url) =>
        WebUri.Of(Addresses.Absolute(link.GetAttribute("href"), page, url));

    private static bool IsSameArticle(Uri url, Uri whole) =>
        whole.IdnHost.Equals(url.IdnHost, StringComparison.OrdinalIgnoreCase) && whole.Port == url.Port && whole.PathAndQuery != url.PathAndQuery
        && whole.AbsolutePath.StartsWith(url.AbsolutePath.TrimEnd('/'), StringComparison.Ordinal) && url.AbsolutePath.Length > 1;

    private static bool IsSameSite(Uri url, Uri amp)
    {
        if (amp.Port != url.Port)
            return false;
        var (own, other) = (Bare(url.IdnHost, "www."), Bare(amp.IdnHost, "www."));
        return own.Equals(Bare(other, "amp."), StringComparison.OrdinalIgnoreCase);
    }

    private static string Bare(string host, string prefix) => host.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? host[prefix.Length..] : host;

    [GeneratedRegex(@"^\W*(?:(?:page|seite|pagina)?\s*[2-9]|[1-9]\d|next(?: page)?|continue|older|n\u00E4chste(?: seite)?|weiter(?:lesen)?|(?:page )?suivante?|(?:p\u00E1gina )?siguiente|pr\u00F3xima(?: p\u00E1gina)?|avanti|volgende)\W*\d{0,2}\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NextLabel();

    [GeneratedRegex("""
        ^\W*(?:view\ (?:all|(?:as\ )?(?:a\ )?single\ page|(?:on\ )?one\ page|full\ article)|(?:read\ )?(?:(?:on|as)\ )?(?:one|a\ single|single)\ page|single[\ -]page(?:\ view)?|show\ all(?:\ pages)?|all\ pages|read\ (?:the\ )?full\ article
        |(?:artikel\ |alles\ )?auf\ einer\ seite(?:\ (?:lesen|anzeigen))?|komplettansicht|alle\ seiten|gesamte[rn]?\ artikel(?:\ lesen)?|(?:lire\ )?sur\ une(?:\ seule)?\ page|ver\ todo|en\ una\ sola\ p\u00E1gina|su\ un'unica\ pagina)\W*$
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex SinglePageLabel();
}
