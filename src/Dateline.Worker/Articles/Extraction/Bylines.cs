using System.Buffers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>The places of a page that can name its author, the surest first.</summary>
internal static class Bylines
{
    private static readonly SearchValues<string> Hints = SearchValues.Create(
        ["author", "autor", "auteur", "byline", "vcard", "fn", "posted-by", "name", "verfasser", "redakteur", "writer", "journalist", "wrote", "reporter"], StringComparison.OrdinalIgnoreCase);

    private const int Longest = 120;
    private const int MaxElements = 5;
    private const int MostPeople = 2;

    private static readonly string[] Selectors =
    [
        "[itemprop=author] [itemprop=name]", "[itemprop=author]", "a[rel~=author]", "[rel~=author]", ".byline .author", ".author-name", ".authorname", ".author__name", ".article-author", ".post-author",
        ".entry-author", ".byline-name", ".byline__name", ".byline", ".vcard .fn", ".author a", ".author", ".autor", ".article__author", ".c-byline", ".posted-by", "[class*=author-name]", "[class*=byline]", "[id=author]",
        "a[href*='/author/'], a[href*='/authors/'], a[href*='/autor/'], a[href*='/autoren/'], a[href*='/auteur/'], a[href*='/reporter'], a[href*='/journalist']",
    ];

    // Loose words, trusted only for what looks like the name of a person
    private static readonly string[] LooseSelectors =
        ["[class*=author], [class*=Author], [id*=author]", "[class*=autor], [class*=Autor], [id*=autor]", "[class*=verfasser], [class*=redakteur], [class*=writer], [class*=journalist], [class*=wrote]", "address"];

    public static IEnumerable<IReadOnlyList<string>> Find(IHtmlDocument page)
    {
        var elements = Candidates(page);
        foreach (var selector in Selectors)
            yield return [.. Texts(elements, selector)];
        foreach (var lines in new[] { UnderHeading(page), Labelled(page) })
            yield return lines;
        foreach (var selector in LooseSelectors)
        {
            var people = Texts(elements, selector).Where(text => AuthorNames.Split(text).Any() && AuthorNames.Split(text).All(AuthorNames.IsPerson)).Distinct().ToList();
            // Many names are those of other stories or of the staff
            if (people.Count <= MostPeople)
                yield return people;
        }
    }

    /// One walk for all selectors: each by itself would walk the whole page
    private static List<IElement> Candidates(IHtmlDocument page)
    {
        const int MaxCandidates = 400;
        return [.. page.All.Where(element => Contains(element.ClassName) || Contains(element.Id) || Contains(element.GetAttribute("rel")) || Contains(element.GetAttribute("itemprop"))
            || element.LocalName is "a" && Contains(element.GetAttribute("href")) || element.LocalName is "address").Take(MaxCandidates)];
    }

    private static bool Contains(string? names) => names is not null && names.AsSpan().ContainsAny(Hints);

    private static IEnumerable<string> Texts(List<IElement> elements, string selector) =>
        elements.Where(element => element.Matches(selector)).Take(MaxElements).Where(element => !IsBesideArticle(element))
            .Select(element => element.GetAttribute("content") ?? HtmlText.Squeeze(string.Join(' ', element.Descendants<IText>().Take(20).Select(text => text.Data))))
            .Where(text => text.Length is > 1 and < Longest);

    /// The first line under the headline that is nothing but a byline
    private static List<string> UnderHeading(IHtmlDocument page)
    {
        const int LinesUnder = 40;
        return page.QuerySelector("h1") is { } heading && page.Body is { } body
            ? [.. BodyLines.Read(body, heading).Where(line => line.AfterHeading).Take(LinesUnder).Select(line => line.Text).Where(AuthorNames.IsByline).Take(1)]
            : [];
    }

    /// "Author: Ann Scribe" or "Posted by Ann Scribe", wherever it stands
    private static List<string> Labelled(IHtmlDocument page)
    {
        const int MaxLines = 3000;
        return page.Body is { } body
            ? [.. BodyLines.Read(body, null).Take(MaxLines).Select(line => line.Text).Where(text => text.Length < Longest && AuthorNames.IsLabelledByline(text)).Take(1)]
            : [];
    }

    private static bool IsBesideArticle(IElement element)
    {
        for (var ancestor = element; ancestor is not null; ancestor = ancestor.ParentElement)
        {
            var hints = string.Concat(ancestor.ClassName, " ", ancestor.Id).ToLowerInvariant();
            if (ancestor.LocalName is not ("body" or "html" or "article" or "main") && hints.Length > 1 && Chrome.IsBesideArticle(hints))
                return ancestor.QuerySelector("h1") is null;
        }

        return false;
    }
}
