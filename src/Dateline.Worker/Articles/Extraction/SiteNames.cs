using System.Text.RegularExpressions;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>What a site calls itself, in its data and in its address, and titles without it.</summary>
internal sealed partial class SiteNames(string? stated, Uri? url)
{
    private static readonly string[] Separators = [" | ", " || ", " \u2013 ", " \u2014 ", " - ", " \u00BB ", " \u00AB ", " \u00B7 ", " \u2022 ", " :: ", " > ", " / ", "\uFF5C", "|", "-", "_", " "];

    /// How Chinese sites' names end: net, paper, agency, news, online, channel
    private static readonly string[] SiteEndings = ["\u7F51", "\u7DB2", "\u62A5", "\u5831", "\u793E", "\u65B0\u95FB", "\u65B0\u805E", "\u5728\u7EBF", "\u9891\u9053"];

    private readonly string hostLetters = url is { IsAbsoluteUri: true }
        ? url.IdnHost.ToLowerInvariant().Replace("www.", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal) : "";

    /// <summary>Whether the text is the site's name, or a word that stands for its first page.</summary>
    public bool Is(string text) =>
        text.ToLowerInvariant() is "home" or "homepage" or "startseite" or "index" or "news" or "aktuelles" or "blog" or "welcome" or "willkommen"
        || stated is not null && TitleWords.Same(text, stated) || IsHost(text);

    /// <summary>The title without the site's name; what a heading of the page has too is no name.</summary>
    public string Without(string title, IReadOnlyList<PageHeading> headings)
    {
        for (var cuts = 0; cuts < 3; cuts++)
        {
            if (headings.Any(heading => TitleWords.Within(title, heading.Text)) || (Cut(title, sure: true) ?? Cut(title, sure: false)) is not { } shorter)
                break;
            title = shorter;
        }

        return title;
    }

    private string? Cut(string title, bool sure)
    {
        foreach (var separator in Separators)
        {
            // Bare signs stand inside words too; they part a name only where the name is known
            var (last, first) = (title.LastIndexOf(separator, StringComparison.Ordinal), title.IndexOf(separator, StringComparison.Ordinal));
            if (last <= 0)
                continue;
            var (before, after) = (title[..last].Trim(), title[(last + separator.Length)..].Trim());
            var bare = (separator.Trim().Length == separator.Length || separator == " ") && !PartsIdeographs(separator, before, after);
            if (before.Length > 0 && (sure ? Is(after) || !bare && (HoldsHost(after) || Domain().IsMatch(after)) : !bare && before.Length > after.Length && LooksLikeSite(after, separator)))
                return before;
            var (opening, rest) = (title[..first].Trim(), title[(first + separator.Length)..].Trim());
            if (sure && separator != " " && rest.Length > 0 && (Is(opening) || !bare && HoldsHost(opening)))
                return rest;
        }

        return null;
    }

    /// Where words are written without spaces, so are the signs between a title and the site's name
    private static bool PartsIdeographs(string separator, string before, string after) =>
        separator is "\uFF5C" || before.Length > 0 && UnspacedScripts.Contains(before[^1]) && (separator is "_" || separator is "-" && SiteEndings.Any(ending => after.EndsWith(ending, StringComparison.Ordinal)));

    private bool IsHost(string text)
    {
        const int ShortestName = 3;
        var letters = Letters(text);
        return letters.Length >= ShortestName && hostLetters.Length > 0 && (letters == hostLetters.Replace(".", "", StringComparison.Ordinal) || hostLetters.Split('.').Any(label => label == letters && label.Length > 3));
    }

    /// <summary>Whether the text has the name in the address; the words around it are the rest of the site's name.</summary>
    public bool HoldsHost(string text)
    {
        const int ShortestLabel = 6;
        const int MostWords = 5;
        return text.AsSpan().Count(' ') < MostWords && Letters(text) is var letters && hostLetters.Split('.').Any(label => label.Length >= ShortestLabel && letters.Contains(label, StringComparison.Ordinal));
    }

    private static string Letters(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsLetterOrDigit));

    /// A few words that open like a name and do not end like a sentence
    private static bool LooksLikeSite(string text, string separator) =>
        text.Length > 0 && !char.IsLower(text[0]) && !char.IsDigit(text[0]) && text[^1] is not ('?' or '!' or '\u2026' or '"') && text.Split(' ').Length <= (separator == " | " ? 6 : 4);

    /// A site's address in place of its name
    [GeneratedRegex(@"^(?:[a-z\d-]+\.)+(?:com|org|net|news|info|tv|com?\.[a-z]{2})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Domain();
}
