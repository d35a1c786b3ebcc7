using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>The day that a page writes out: under its headline, after a word such as "published", or in a line of little else.</summary>
internal static partial class WrittenPageDates
{
    private const int Longest = 140;
    private const int Shortest = 6;
    private const int MaxLines = 1500;
    private const int LinesUnderHeading = 40;

    public static DateTimeOffset? Find(IHtmlDocument page)
    {
        if (page.Body is not { } body)
            return null;
        var heading = page.QuerySelector("h1") ?? page.QuerySelector("h2");
        var lines = BodyLines.Read(body, heading).Where(line => line.Text.Length >= Shortest && line.Text.AsSpan().IndexOfAnyInRange('0', '9') >= 0).Take(MaxLines).ToList();
        var under = lines.Where(line => line.AfterHeading).Take(LinesUnderHeading);
        return First(under.Where(line => IsLabelled(line.Text)).Concat(under).Concat(lines.Where(line => IsLabelled(line.Text))).Concat(lines.Where(line => line.Text.Length < 50)));
    }

    /// <summary>The first date inside a text.</summary>
    public static DateTimeOffset? In(string text) => text.Length is < Shortest or > Longest ? null
        : Day().Matches(text).Select(day => PageDates.Parse(Ordinal().Replace(day.Value, "$1"))).FirstOrDefault(date => date is not null);

    private static DateTimeOffset? First(IEnumerable<(string Text, bool AfterHeading)> lines) =>
        lines.Select(line => In(line.Text)).FirstOrDefault(date => date is not null);

    private static bool IsLabelled(string text) => Label().IsMatch(text);

    [GeneratedRegex("""
        \b\d{1,2}[./]\ ?\d{1,2}[./]\ ?(?:19|20)\d\d\b | \b(?:19|20)\d\d-\d\d-\d\d\b | \b(?:19|20)\d\d/\d\d/\d\d\b
        | \b\d{1,2}(?:\.|st|nd|rd|th|er|\u00BA)?\ (?:de\ |of\ )?\p{L}{3,10}\.?,?\ (?:de\ |del\ )?(?:19|20)\d\d\b
        | \b\p{L}{3,10}\.?\ \d{1,2}(?:st|nd|rd|th)?,?\ (?:19|20)\d\d\b
        | (?:19|20)\d\d\u5E74\d{1,2}\u6708\d{1,2}\u65E5
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex(@"(?<=\b\d{1,2})(?:st|nd|rd|th|er|\u00BA)(\b|\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"\b(?:published|posted|created|date|written|ver\u00F6ffentlicht|publiziert|erstellt|erschienen|datum|vom|eingestellt|publi\u00E9|post\u00E9|publicado|pubblicato|geplaatst|opublikowano)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
