using System.Buffers;
using AngleSharp.Css.Dom;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>The places of a page that can name its author, the surest first.</summary>
internal static class Bylines
{
    private static readonly SearchValues<string> Hints = SearchValues.Create(
        ["author", "autor", "auteur", "byline", "vcard", "fn", "posted-by", "name", "verfasser", "redakteur", "writer", "journalist", "wrote", "reporter", "newsteam", "/staff/", "contributor", "profil", "username", "storyby", "story-by", "writtenby", "written-by"], StringComparison.OrdinalIgnoreCase);

    private const int Longest = 120;
    private const int MaxElements = 5;
    private const int MostPeople = 2;
    private const int MostOfAClass = 3;
    private const int MostBylines = 40;

    // Their names are believed whatever they look like: bloggers and members of forums go by one word
    private static readonly ISelector[] Places = [.. new[]
    {
        "[itemprop=author] [itemprop=name]", "byline", "[itemprop=author]", "a[rel~=author]", "[rel~=author]", ".byline .author", ".author-name", ".authorname", ".author__name", ".article-author", ".post-author",
        ".entry-author", ".byline-name", ".byline__name", ".byline", ".vcard .fn", ".author a", ".author", ".autor", ".article__author", ".c-byline", ".posted-by", "[class*=author-name]", "[class*=byline], [class*=Byline]", "[class*=storyby], [class*=story-by], [class*=writtenby], [class*=written-by]", "[id=author]",
    }.Select(Selectors.Of)];

    // Loose words, trusted only for what looks like the name of a person
    private static readonly ISelector[] LoosePlaces = [.. new[]
    {
        "a[href*='/author/'], a[href*='/authors/'], a[href*='/autor/'], a[href*='/autoren/'], a[href*='/auteur/'], a[href*='/reporter'], a[href*='/journalist'], a[href*='/newsteam/'], a[href*='/staff/'], a[href*='/writers/'], a[href*='/contributor'], a[href*='/profil']",
        "[class*=author], [class*=Author], [id*=author]", "[class*=autor], [class*=Autor], [id*=autor]", "[class*=verfasser], [class*=redakteur], [class*=writer], [class*=journalist], [class*=wrote], [class*=contributor]", "address",
    }.Select(Selectors.Of)];

    private static readonly ISelector Username = Selectors.Of(".username");

    /// <summary>The places, and whether a name there is an author's even where it does not look like the name of a person.</summary>
    public static IEnumerable<(IReadOnlyList<string> Texts, bool Sure)> Find(IHtmlDocument page, IElement? headline, IReadOnlyList<PageLine> lines)
    {
        var others = new OtherStories(headline);
        var elements = Candidates(page);
        foreach (var selector in Places)
        {
            List<string> texts = [.. Texts(elements, selector, others)];
            // A class that marks many names marks those of other stories, of comments or of pictures
            if (selector.Text[0] is '[' or 'a' or 'b' || texts.Distinct().Count() <= MostOfAClass)
                yield return (texts, true);
        }

        yield return ([.. Texts(elements, Username, others).Take(1)], true);
        yield return (UnderHeading(lines, others), true);
        yield return (Labelled(lines, others), true);
        yield return (Worded(lines, others), true);
        foreach (var selector in LoosePlaces)
        {
            var people = Texts(elements, selector, others).Where(text => AuthorNames.Split(text).Any() && AuthorNames.Split(text).All(AuthorNames.IsPerson)).Distinct().ToList();
            // Many names are those of other stories or of the staff
            if (people.Count <= MostPeople)
                yield return (people, false);
        }

        yield return (AnyByline(lines, others), false);
    }

    /// One walk for all selectors: each by itself would walk the whole page
    private static List<IElement> Candidates(IHtmlDocument page)
    {
        const int MaxCandidates = 400;
        return [.. PageElements.InOrder(page).Where(element => element.Attributes.Length > 0 && (Contains(element.ClassName) || Contains(element.Id) || Contains(element.GetAttribute("rel")) || Contains(element.GetAttribute("itemprop"))
            || element.LocalName is "a" && Contains(element.GetAttribute("href")) || element.LocalName is "address") || element.LocalName is "byline").Take(MaxCandidates)];
    }

    private static bool Contains(string? names) => names is not null && names.AsSpan().ContainsAny(Hints);

    private static IEnumerable<string> Texts(List<IElement> elements, ISelector selector, OtherStories others) =>
        elements.Where(element => selector.Match(element, null)).Take(MostBylines).Where(element => !others.Hold(element)).Take(MaxElements)
            .Select(element => element.GetAttribute("content") ?? Line(element))
            .Where(text => text.Length is > 1 and < Longest);

    /// What stands on a line of its own is no part of the name over it
    private static string Line(IElement element) =>
        HtmlText.Squeeze(string.Join(' ', element.Descendants().Where(node => node is IText || node is IElement { LocalName: "br" }).Take(20).Select(node => node is IText text ? text.Data : ",")));

    /// The first line under the headline that is nothing but a byline, with or without the day
    private static List<string> UnderHeading(IReadOnlyList<PageLine> lines, OtherStories others)
    {
        const int LinesUnder = 40;
        return [.. lines.Where(line => line.AfterHeading).Take(LinesUnder).Select(line => (line.Node, Names: AuthorNames.BesideDate(line.Text) ?? (AuthorNames.IsByline(line.Text) ? line.Text : AuthorNames.InLine(line.Text))))
            .Where(line => line.Names is not null && !others.HoldLine(line.Node)).Select(line => line.Names!).Take(1)];
    }

    /// "Author: Ann Scribe" or "Posted by Ann Scribe", wherever it stands, in one line or two
    private static List<string> Labelled(IReadOnlyList<PageLine> lines, OtherStories others)
    {
        for (var index = 0; index < lines.Count; index++)
        {
            var text = lines[index].Text;
            if (index + 1 < lines.Count && AuthorNames.IsBareLabel(text) && AuthorNames.Split(lines[index + 1].Text).Any(AuthorNames.IsPerson))
                text = $"{text.TrimEnd(' ', ':')}: {lines[index + 1].Text}";
            if (text.Length < Longest && AuthorNames.IsLabelledByline(text) && !others.HoldLine(lines[index].Node))
                return [text];
        }

        return [];
    }

    /// The same in other languages
    private static List<string> Worded(IReadOnlyList<PageLine> lines, OtherStories others)
    {
        for (var index = 0; index < lines.Count; index++)
        {
            if (BylineWords.Names(lines[index].Text) is { } names && !others.HoldLine(lines[index].Node))
                return [names];
            if (index + 1 < lines.Count && BylineWords.IsBareLabel(lines[index].Text) && BylineWords.ArePeople(lines[index + 1].Text))
                return [lines[index + 1].Text];
        }

        return [];
    }

    /// A line of a byline alone, anywhere: believed where the page has only one
    private static List<string> AnyByline(IReadOnlyList<PageLine> lines, OtherStories others)
    {
        var bylines = lines.Where(line => line.Text.Length < Longest && AuthorNames.IsByline(line.Text)).Take(MostBylines).Where(line => !others.HoldLine(line.Node)).Select(line => line.Text).Distinct().Take(2).ToList();
        return bylines.Count == 1 ? bylines : [];
    }
}
