using System.Text.RegularExpressions;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>Names out of a byline: its opening word, dates, addresses and roles left out, several names parted.</summary>
internal static partial class AuthorNames
{
    private const int LongestLine = 140;

    private static readonly string[] Parting = [" | ", " \u00B7 ", " \u2022 ", " \u2013 ", " \u2014 ", " - ", " / "];

    public static IEnumerable<string> Split(string byline)
    {
        var text = HtmlText.Plain(byline);
        if (text.StartsWith("http", StringComparison.OrdinalIgnoreCase) || text.StartsWith('@'))
            yield break;
        text = Opening().Replace(text.TrimStart(' ', '-', '\u2013', '\u2014', '|', '/', '\u00B7', '\u2022', '(', '\u00A9'), "");
        text = Handle().Replace(Tail().Replace(text, ""), "");
        foreach (var part in Between().Split(BylineTails.Parted(text)))
        {
            var name = BylineTails.Without(Place().Replace(part.Trim(), "")).Trim(' ', ',', ';', '.', ':', '|', '-', '\u2013', '(', ')', '/', '*', '"');
            // "Jr." and an initial at the end
            if (part.TrimEnd() is [.., 'J' or 'S' or 'j' or 's', 'r', '.'] or [.., ' ', >= 'A' and <= 'Z', '.'])
                name += '.';
            if (name.Length > 1 && IsName(name))
                yield return Once(name);
        }
    }

    /// A picture's text and the link beside it give the same name twice
    private static string Once(string name)
    {
        var half = name.Length / 2;
        return name.Length % 2 == 1 && name[half] == ' ' && name.AsSpan(0, half).SequenceEqual(name.AsSpan(half + 1)) ? name[..half] : name;
    }

    /// <summary>One to three words of letters and digits, as accounts are called.</summary>
    public static bool IsAccount(string name) => Account().IsMatch(name);

    /// <summary>A byline without the word that opens it.</summary>
    public static string WithoutOpening(string byline) => Opening().Replace(byline, "");

    /// <summary>Two to five words that open with a capital, as the names of people do, or a name in a script without capitals; a site's name, an account or a role is none.</summary>
    public static bool IsPerson(string name) => (Person().IsMatch(name) || PersonWithoutCapitals().IsMatch(name)) && !Organisation().IsMatch(name) && !BylineTails.IsPaper(name);

    /// <summary>Whether a label announces the author, such as "Written by".</summary>
    public static bool IsLabel(string text) => Label().IsMatch(text);

    /// <summary>Whether a text opens with a word for the author and names follow.</summary>
    public static bool IsLabelledByline(string text) => LabelledNames().IsMatch(text);

    /// <summary>Whether the whole text is a word such as "by" and names in capitals.</summary>
    public static bool IsByline(string text) => NamesAfterBy().IsMatch(text);

    /// <summary>Whether a line is nothing but such a word, and the name comes on the next.</summary>
    public static bool IsBareLabel(string text) => BareLabel().IsMatch(text);

    /// <summary>The name in a line of a day and a name, such as "11.12.2019 - Ann Scribe", or null.</summary>
    public static string? BesideDate(string text) => DateAndName().Match(text) is { Success: true } match ? match.Groups["name"].Value : null;

    /// <summary>The names behind "by" in a line with other things: "Travel | By Ann Scribe | 11 December 2019", "Posted on December 11, 2019 by Ann Scribe".</summary>
    public static string? InLine(string text) => text.Length > LongestLine ? null
        : DateAndBy().Match(text) is { Success: true } match ? match.Groups["name"].Value : Array.Find(text.TrimStart('|', '\u00B7', '\u2022', '-', ' ').Split(Parting, StringSplitOptions.TrimEntries), IsByline);

    /// <summary>Names that tell of no one in particular, and yet are what a page gives.</summary>
    public static bool IsStaff(string text) => Staff().IsMatch(text.Trim());

    private static bool IsName(string name) =>
        char.IsLetter(name[0]) && !name.Contains('@') && !name.Contains("://", StringComparison.Ordinal) && name.Split(' ').Length <= 6 && !NotNames().IsMatch(name);

    [GeneratedRegex(@"^\s*(?:(?:(?:view |zeige |see )?(?:all|alle) (?:posts?|beitr\u00E4ge|artikel|articles|stories)|posts?|story|words|article|written|posted|published|opinion|analysis|commentary|guest (?:post|essay|column)|report(?:ing|ed)|(?:ein|eine|blog)\s?(?:artikel|beitrag|gastbeitrag|kolumne|interview|kommentar|text|bericht|essay|reportage)|eingestellt|gespeichert|geschrieben|ver\u00F6ffentlicht|erstellt|verfasst|\u00E9crit|publi\u00E9|escrito|scritto)\s+)?(?:by|von|par|por|di|door|af|av|autor(?:in|en|innen)?|author|auteure?|text(?:\s*(?:&|und)\s*fotos?)?|interview|redaktion\s*(?=:)|from)\b\s*:?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    /// Where a correspondent writes from
    [GeneratedRegex(@"(?<=\p{Lu}\S*\s+\p{Lu}\S*)\s+in\s+\p{Lu}[\p{L} .'\u2019-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(@"^[\p{L}\d._-]{2,30}(?: [\p{L}\d._-]{2,30}){0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Account();

    [GeneratedRegex(@"(?:^|\s)@\w+|(?:^|[\s,])[\w.+-]+@[\w-]+\.[\w.-]+|\s*\([^)]*\)?|/(?=[\p{Lu}-]{2,6}$)[\p{Lu}-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Handle();

    [GeneratedRegex(@"^\W*(?:(?:written|posted|published|geschrieben|verfasst|erstellt|gespeichert|eingestellt|escrito|scritto|\u00E9crit|ein (?:artikel|beitrag))\s+(?:by|von|por|da|par)|by|von|par|por|author|autor(?:in|en|innen)?|auteure?(?:\(s\))?|text|redaktion)\s*:?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BareLabel();

    [GeneratedRegex(@"^\W*(?:\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}\.? \p{L}{3,10}\.? \d{4}|\p{L}{3,10}\.? \d{1,2},? \d{4})(?:[\s,|\u2013-]+\d{1,2}:\d\d(?:\s*(?:Uhr|h))?)?\s*(?:[|,/\u2013\u2014\u00B7\u2022-]|\bvon\b|\bby\b)\s*(?:(?:von|by)\s+)?(?<name>\p{Lu}[\p{L}.'\u2019-]+(?:\s\p{Lu}[\p{L}.'\u2019-]*){0,3})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex DateAndName();

    [GeneratedRegex(@"^(?i:posted|published|written|updated)\b(?i: on)?:? [^.!?]{4,40}\b(?:19|20)\d\d\b[^.!?]{0,14} by (?<name>\p{Lu}[\p{L}.'\u2019-]*(?:\s\p{Lu}[\p{L}.'\u2019-]*){0,4})\b", RegexOptions.CultureInvariant)]
    private static partial Regex DateAndBy();

    [GeneratedRegex(@"^(?:(?:die\s+)?(?:\w+-)?redaktion|(?:the\s+)?(?:editorial|news)\s+(?:staff|team|desk|board)|staff\s+(?:writers?|reporters?|reports?))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Staff();

    [GeneratedRegex(@"^(?i:by|von|par|por|di|door|af|av|written by)\s*:?\s+\p{Lu}[\p{L}.'\u2019-]+(?:,?\s(?:and|und|et|y|e|en|och|og|&|de|van|von|di|al|of|for|with|\p{Lu}[\p{L}.'\u2019-]*)){1,8}$", RegexOptions.CultureInvariant)]
    private static partial Regex NamesAfterBy();

    [GeneratedRegex(@"^(?:(?:Dr|Prof)\.\s)*\p{Lu}[\p{L}.'\u2019-]*(?:\s(?:\p{Lu}[\p{L}.'\u2019-]*|de|da|do|dos|di|del|della|der|den|van|von|vom|zu|al|el|la|le|bin|y|e)){1,5}$", RegexOptions.CultureInvariant)]
    private static partial Regex Person();

    /// Chinese and Japanese, Korean, Hebrew, Arabic, and Hindi names
    [GeneratedRegex(@"^(?:[\u4E00-\u9FFF\u3005]{2,4}|[\u4E00-\u9FFF\u3005]{1,3} [\u4E00-\u9FFF\u3005\u3040-\u30FF]{1,4}|[\u30A0-\u30FF]{2,10}(?:[\u30FB\uFF1D ][\u30A0-\u30FF]{2,10}){1,3}|[\uAC00-\uD7A3]{2,4}|[\u0590-\u05FF'\u2019-]{2,}(?: [\u0590-\u05FF'\u2019-]{2,}){1,3}|[\u0600-\u06FF\u200C]{2,}(?: [\u0600-\u06FF\u200C]{2,}){1,4}|[\u0900-\u097F.]{2,}(?: [\u0900-\u097F.]{2,}){1,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex PersonWithoutCapitals();

    [GeneratedRegex(@"\b(?:GmbH|AG|Inc|Ltd|e\.V|Verlag|Redaktion|Online|News|Media|Magazin|Magazine|Zeitung|Times|Team|Staff|Press|Agency|Agentur|Welle|Institut|Stiftung|University|Read|View|All|More|Posts?|Follow|Contact|About|Profile|Datenschutz|Impressum|Facebook|Twitter|Author|Autor|Artikel|Author|Beitr\u00E4ge|Mehr|Alle|Zum|Zur|\u00DCber|Der|Die|Das|The)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Organisation();

    [GeneratedRegex(@"^(?:written by|author|by|verfasst von|geschrieben von|autor|\u00E9crit par|escrito por|scritto da|por|par)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"^[^\p{L}]*(?i:(?:posted|written|published|story|words|article|text|opinion|analysis|commentary|guest (?:post|essay|column)|report(?:ing|ed))\s+by|geschrieben von|verfasst von|erstellt von|eingestellt von|gespeichert von|(?:ein|eine|blog)\s?(?:artikel|beitrag|gastbeitrag|kolumne|interview|kommentar|text|bericht|essay|reportage) von|autor(?:in|en|innen)?\s*:|author\s*:|auteure?(?:\(s\))?\s*:|text(?:\s*(?:&|und)\s*fotos?)?\s*:|redaktion\s*:|interview\s*:|escrito por|scritto da|von:)\s*(?:(?:Dr|Prof)\.\s)*\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex LabelledNames();

    [GeneratedRegex(@"\s*(?:\||\u00B7|\bam \d|\bon (?:\d|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)\.?)[\s,])|[.,]?\s(?:photo(?:graph)?s?|pictures|images|illustrations?|video)\s+by\b|\bvom \d|\d{1,2}[./]\s?\d{1,2}[./]|\d{4}|\bPublished\b|\bUpdated\b|\bver\u00F6ffentlicht\b|\bPublicado\b|\s\u2014|\s\u2022|\s\u2013\s|\bam (?:Mon|Die|Mitt|Don|Frei|Sams|Sonn)).*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\s*(?:[,;\u3001\uFF0C\u060C]|\s/\s|\s&\s|\band\b|\bund\b|\bet\b|\b(?-i:\u0438|\u0456|\u0442\u0430|\u03BA\u03B1\u03B9|ve|dan|och|\u00E9s|\u0219i|v\u00E0|\u0914\u0930)\b)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"^(?:no author|admin|administrator|author|autor|redaktion|editor(?:ial)?|staff|gast(?:autor)?|unknown|anonymous|webmaster|team|home|null|undefined|mehr|more|profile|website|about.*|.*\b(?:correspondent|reporter|writer|columnist|contributor|photographer|producer|editor|editor-in-chief|comments?|kommentare?|min read))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotNames();
}
