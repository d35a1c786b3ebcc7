using System.Text.RegularExpressions;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>Names out of a byline: its opening word, dates, addresses and roles left out, several names parted.</summary>
internal static partial class AuthorNames
{
    public static IEnumerable<string> Split(string byline)
    {
        var text = HtmlText.Plain(byline);
        if (text.StartsWith("http", StringComparison.OrdinalIgnoreCase) || text.StartsWith('@'))
            yield break;
        text = Opening().Replace(text, "");
        text = Tail().Replace(text, "");
        foreach (var part in Between().Split(text))
        {
            var name = part.Trim(' ', ',', ';', '.', ':', '|', '-', '\u2013', '(', ')', '/', '*', '"');
            if (part.TrimEnd() is [.., 'J' or 'S' or 'j' or 's', 'r', '.'])
                name += '.';
            if (name.Length > 1 && IsName(name))
                yield return name;
        }
    }

    /// <summary>A byline without the word that opens it.</summary>
    public static string WithoutOpening(string byline) => Opening().Replace(byline, "");

    /// <summary>Whether the whole text is a word such as "by" and names in capitals.</summary>
    public static bool IsByline(string text) => NamesAfterBy().IsMatch(text);

    private static bool IsName(string name) =>
        char.IsLetter(name[0]) && !name.Contains('@') && !name.Contains("://", StringComparison.Ordinal) && name.Split(' ').Length <= 6 && !NotNames().IsMatch(name);

    [GeneratedRegex(@"^\s*(?:(?:(?:view |zeige |see )?(?:all|alle) (?:posts?|beitr\u00E4ge|artikel|articles|stories)|posts?|written|posted|published|geschrieben|ver\u00F6ffentlicht|erstellt|verfasst|\u00E9crit|publi\u00E9|escrito|scritto)\s+)?(?:by|von|par|por|di|door|af|av|autor(?:in|en)?|author|text|from)\b\s*:?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(?i:by|von|par|por|di|door|af|av|written by)\s*:?\s+\p{Lu}[\p{L}.'\u2019-]+(?:,?\s(?:and|und|et|y|e|en|och|og|&|de|van|von|di|al|\p{Lu}[\p{L}.'\u2019-]*)){1,8}$", RegexOptions.CultureInvariant)]
    private static partial Regex NamesAfterBy();

    [GeneratedRegex(@"\s*(?:\||\u00B7|\bam \d|\bon \d|\bvom \d|\d{1,2}[./]\s?\d{1,2}[./]|\d{4}|\bPublished\b|\bUpdated\b).*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\s*(?:,|;|\s/\s|\s&\s|\band\b|\bund\b|\bet\b)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"^(?:admin|administrator|author|autor|redaktion|editor(?:ial)?|staff|gast(?:autor)?|unknown|anonymous|webmaster|team|home|null|undefined|mehr|more|profile|website|about.*|.*\b(?:correspondent|reporter|editor-in-chief|comments?|kommentare?|min read))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotNames();
}
