using System.Text.RegularExpressions;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>What a page says of its author: a paragraph that opens with the name and tells of a career.</summary>
internal static partial class AuthorBiography
{
    private const int Longest = 900;

    /// <summary>A paragraph on one of those who wrote the article, called by full, first or last name.</summary>
    public static bool Tells(string text, IReadOnlyList<string> authors)
    {
        if (text.Length > Longest)
            return false;
        var opening = Honorific().Replace(About().Replace(text, ""), "");
        return authors.Any(author => OpensWith(opening, author)) && Career().IsMatch(text);
    }

    /// <summary>A paragraph on a writer whom the page does not name elsewhere; only believed where such paragraphs stand, at the end.</summary>
    public static bool TellsOfSomeWriter(string text)
    {
        const int RolesWithin = 80;
        if (text.Length > Longest || text.AsSpan().ContainsAny('"', '\u201C', '\u201D'))
            return false;
        if (TheWriter().IsMatch(text))
            return true;
        if (SomeName().Match(text) is not { Success: true } name)
            return false;
        return Role().IsMatch(text.AsSpan(name.Length, Math.Min(RolesWithin, text.Length - name.Length)));
    }

    /// <summary>A further paragraph after one that tells.</summary>
    public static bool GoesOn(string text) => text.Length <= Longest && Pronoun().IsMatch(text) && Career().IsMatch(text);

    private static bool OpensWith(string text, string author)
    {
        var names = (author = Honorific().Replace(author, "")).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Follows(text, author) || names.Length > 1 && (Follows(text, names[0]) || Follows(text, names[^1]));
    }

    private static bool Follows(string text, string name) =>
        name.Length > 1 && text.StartsWith(name, StringComparison.OrdinalIgnoreCase) && Verb().IsMatch(text[name.Length..]);

    [GeneratedRegex(@"^\s*(?:about (?:the )?author:?|author:|\W)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex About();

    [GeneratedRegex(@"^(?:(?:Dr|Prof|Mr|Mrs|Ms|Rev|Sen|Rep)\.? |Professor |Sir |Dame )+(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Honorific();

    [GeneratedRegex(@"^(?:'s|\u2019s)?(?:,? (?:who|a|an|the)\b|,?\s+(?:is|was|has|had|have|covers|covered|writes|wrote|reports|joined|began|started|works|worked|lives|holds|spent|previously|currently|also|can be|serves|studied|edits|hosts|leads)\b|[,:\u2013-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Verb();

    [GeneratedRegex(@"\b(?:writers?|writes|editors?|edits|reporters?|reports|correspondent|journalis[tm]|columnist|contribut(?:or|es|ing)|producer|author of|freelance|newsroom|covers|covering|graduate[ds]?|degree|career|editorial|worked (?:as|at|for|in|on)|(?:has|have) written|joined|covered|based in|lives in|follow (?:him|her|them))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Career();

    [GeneratedRegex(@"^\W?\p{Lu}[\p{L}.'\u2019-]+ \p{Lu}[\p{L}.'\u2019-]+(?: \p{Lu}[\p{L}.'\u2019-]+)?,? (?:is|was|has been|has worked as) (?:a|an|the)\b", RegexOptions.CultureInvariant)]
    private static partial Regex SomeName();

    [GeneratedRegex(@"^\W?The (?:writer|author)(?: is (?:an?|the)|s are) ", RegexOptions.CultureInvariant)]
    private static partial Regex TheWriter();

    [GeneratedRegex(@"\b(?:writer|editor|reporter|correspondent|journalist|columnist|blogger|contributor|professor|lecturer|fellow|(?:[Cc]o-)?[Ff]ounder|[Ff]ounding|consultant|strategist|economist|novelist|[Dd]irector of|[Cc]hair of|[Pp]resident of|author of)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Role();

    [GeneratedRegex(@"^(?:s?he|they|his|her|their|prior to|before|previously|in addition|follow)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pronoun();
}
