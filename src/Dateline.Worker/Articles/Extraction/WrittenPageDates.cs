using System.Text.RegularExpressions;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>The day that a page writes out: under its headline, after a word such as "published", or in a line of little else.</summary>
internal static partial class WrittenPageDates
{
    private const int Longest = 140;
    private const int Shortest = 6;
    private const int MaxLines = 1500;
    private const int LinesUnderHeading = 40;

    public static DateTimeOffset? Find(IReadOnlyList<PageLine> lines, bool dayFirst)
    {
        var dated = lines.Where(line => line.Text.Length >= Shortest && line.Text.AsSpan().IndexOfAnyInRange('0', '9') >= 0).Take(MaxLines).ToList();
        var under = dated.Where(line => line.AfterHeading).Take(LinesUnderHeading);
        var likeliest = under.Where(line => IsLabelled(line.Text)).Concat(under).Concat(dated.Where(line => IsLabelled(line.Text))).Concat(dated.Where(line => line.Text.Length < 50));
        return likeliest.Select(line => In(line.Text, dayFirst)).FirstOrDefault(date => date is not null);
    }

    /// <summary>The date in one of the few lines that stand under or over the headline, which is the article's own.</summary>
    public static DateTimeOffset? Beside(IReadOnlyList<PageLine> lines, bool dayFirst)
    {
        const int LinesUnder = 14;
        const int LinesOver = 6;
        var over = lines.TakeWhile(line => !line.AfterHeading).Count();
        return over == lines.Count ? null
            : FirstIn(lines.Skip(over).Take(LinesUnder), dayFirst) ?? FirstIn(lines.Take(over).TakeLast(LinesOver).Reverse(), dayFirst);
    }

    private static DateTimeOffset? FirstIn(IEnumerable<PageLine> lines, bool dayFirst)
    {
        const int LongestLine = 80;
        return lines.Select(line => line.Text).Where(line => line.Length <= LongestLine && line.AsSpan().IndexOfAnyInRange('0', '9') >= 0 && !Changed().IsMatch(line)).Select(line => In(line, dayFirst)).FirstOrDefault(date => date is not null);
    }

    /// <summary>The first date inside a text.</summary>
    /// <param name="dayFirst">Whether 3/4/2015 is in April.</param>
    public static DateTimeOffset? In(string text, bool dayFirst = false)
    {
        if (text.Length is < Shortest or > Longest)
            return null;
        var days = Day().Matches(text);
        // "Last updated 8 February. First published 6 February"
        var start = days.Count > 1 && Changed().IsMatch(text[..days[0].Index]) && Label().Match(text, days[0].Index + days[0].Length) is { Success: true } label ? label.Index : 0;
        return days.Where(day => day.Index >= start).Select(day => PageDates.Parse(InOrder(day.Value, dayFirst))).FirstOrDefault(date => date is not null);
    }

    /// In whose zone a day is does not matter here: it is the page's own
    private static string InOrder(string day, bool dayFirst)
    {
        if (YearFirst().Match(day) is { Success: true } numbers)
            return Iso(numbers.Groups[1].Value, numbers.Groups[2].Value, numbers.Groups[3].Value);
        return dayFirst && Slashes().Match(day) is { Success: true } parts ? Iso(FullYear(parts.Groups[3].Value), parts.Groups[2].Value, parts.Groups[1].Value) : Ordinal().Replace(day, "$1");
    }

    private static string FullYear(string year) => year.Length == 2 ? $"20{year}" : year;

    private static string Iso(string year, string month, string day) => $"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}";

    private static bool IsLabelled(string text) => Label().IsMatch(text);

    [GeneratedRegex("""
        \b\d{1,2}/\d{1,2}/\d\d(?=\W*$|,?\ (?:at\ )?\d{1,2}:\d\d) | \b\d{1,2}[./]\ ?\d{1,2}[./]\ ?(?:19|20)\d\d\b | \b\d{1,2}\.\d{1,2}\.\d\d\b(?![.\d:]) | \b(?:19|20)\d\d-\d{1,2}-\d{1,2}\b | \b(?:19|20)\d\d/\d{1,2}/\d{1,2}\b | \b(?:19|20)\d\d\.\ ?\d{1,2}\.\ ?\d{1,2}\b
        | \b\d{1,2}(?:\.|st|nd|rd|th|er|\u00BA)?\ (?:de\ |of\ )?[\p{L}\p{M}]{3,10}\.?,?\ (?:de\ |del\ )?(?:19|20)\d\d\b | \b\d{1,2}\ th\u00E1ng\ \d{1,2},?\ (?:n\u0103m\ )?(?:19|20)\d\d\b
        | \b\p{L}{3,10}\.?\ \d{1,2}(?:st|nd|rd|th)?,?\ (?:19|20)\d\d\b | \b(?:19|20)\d\d\.\ \p{L}{3,10}\.?\ \d{1,2}\b
        | (?:19|20)\d\d\u5E74\ ?\d{1,2}\u6708\ ?\d{1,2}\u65E5 | (?:19|20)\d\d\uB144\ ?\d{1,2}\uC6D4\ ?\d{1,2}\uC77C
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex(@"\b(?:updated|modified|changed|edited|aktualisiert|ge\u00E4ndert|\u00C4nderung|mis \u00E0 jour|actualizado|aggiornato)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Changed();

    [GeneratedRegex(@"^(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})\D?$", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(\d{1,2})/ ?(\d{1,2})/ ?(\d{4}|\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Slashes();

    [GeneratedRegex(@"(?<=\b\d{1,2})(?:st|nd|rd|th|er|\u00BA)(\b|\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"\b(?:published|posted|created|date|written|ver\u00F6ffentlicht|publiziert|erstellt|erschienen|datum|vom|eingestellt|publi\u00E9|post\u00E9|publicado|pubblicato|geplaatst|opublikowano)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
