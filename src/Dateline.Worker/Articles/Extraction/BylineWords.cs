using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>
/// Bylines of other languages than those that <see cref="AuthorNames"/> knows by rule: a word such as "Автор", a colon and names; a word such
/// as "Oleh" and names; a Korean name and its title; a Chinese reporter's.
/// </summary>
internal static partial class BylineWords
{
    private const int Longest = 160;
    private const int MostWords = 3;

    private static readonly SearchValues<char> Separators = SearchValues.Create("|\u00B7\u2022(\uFF08\u3010)\uFF09\u3011");

    private static readonly FrozenSet<string> Labels = PageWords.Phrases("author").ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Openings = PageWords.Phrases("by").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The names of people in such a line, or null.</summary>
    public static string? Names(string line) => line.Length > Longest ? null : People(Labelled(line)) ?? People(Worded(line)) ?? People(Titled(line));

    /// <summary>Whether a line is nothing but such a word, and the names come on the next.</summary>
    public static bool IsBareLabel(string line) => line.Length < 30 && PageWords.Fold(line).Trim(' ', ':', '\uFF1A', '\uFF1D') is var label && (Labels.Contains(label) || Openings.Contains(label));

    private static string? People(string? names) => names is not null && ArePeople(names) ? names : null;

    public static bool ArePeople(string names) => AuthorNames.Split(names).ToList() is { Count: > 0 } people && people.TrueForAll(AuthorNames.IsPerson);

    /// The colon may stand in the middle of a line: "09:20 Source: Harbour Post Author: Ann Scribe"
    private static string? Labelled(string line)
    {
        for (var colon = NextColon(line, 0); colon >= 0; colon = NextColon(line, colon + 1))
        {
            if (!EndsWithLabel(line[..colon]))
                continue;
            var names = line[(colon + 1)..].Trim();
            if (names.AsSpan().IndexOfAny(Separators) is > 0 and var end)
                names = names[..end];
            // The label of what comes next
            if (NextColon(names, 0) is > 0 and var next)
                names = names[..Math.Max(names.LastIndexOf(' ', next), 0)];
            return names.Trim();
        }

        return null;
    }

    private static int NextColon(string line, int start) => line.AsSpan(start).IndexOfAny(':', '\uFF1A', '\uFF1D') is >= 0 and var at ? start + at : -1;

    private static bool EndsWithLabel(string before)
    {
        var words = PageWords.Fold(before).Split([' ', '|', '\u00B7', '\u2022', '/', '(', '\uFF08', '\u3010', '\u300C', '\u3000'], StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(MostWords, words.Length); count > 0; count--)
        {
            // Behind the words of a sentence such a word is no label
            if (Labels.Contains(string.Join(' ', words[^count..])) && (count == words.Length || !char.IsLetter(words[^(count + 1)][^1]) || words[^1][0] > '\u2E80'))
                return true;
        }

        return false;
    }

    private static string? Worded(string line)
    {
        const int LongestNames = 80;
        var space = line.Length > LongestNames ? -1 : line.IndexOf(' ', StringComparison.Ordinal);
        for (var words = 1; words <= MostWords && space > 0; words++)
        {
            if (Openings.Contains(PageWords.Fold(line[..space])))
                return line[(space + 1)..];
            space = line.IndexOf(' ', space + 1);
        }

        return null;
    }

    private static string? Titled(string line)
    {
        var match = line.Contains("\uAE30\uC790", StringComparison.Ordinal) || line.Contains("\uD2B9\uD30C\uC6D0", StringComparison.Ordinal) ? Korean().Match(line)
            : line.Contains('\u8005', StringComparison.Ordinal) ? Chinese().Match(line) : Match.Empty;
        return match.Success ? match.Groups["names"].Value : null;
    }

    [GeneratedRegex(@"(?:^|[\s\[=(|])(?<names>[\uAC00-\uD7A3]{2,4})\s?(?:\uC120\uC784|\uC804\uBB38|\uC218\uC2B5|\uAC1D\uC6D0)?\s?(?:\uAE30\uC790|\uD2B9\uD30C\uC6D0)(?=$|[\s\]=)|,])", RegexOptions.CultureInvariant)]
    private static partial Regex Korean();

    /// The reporter of a paper or an agency, set off from what follows
    [GeneratedRegex(@"(?:^|[\s(\uFF08\u3010])(?:[\u4E00-\u9FFF]{2,6})?(?:\u8BB0\u8005|\u8A18\u8005)\s(?<names>[\u4E00-\u9FFF]{2,4}(?:[\s\u3001][\u4E00-\u9FFF]{2,4}){0,3})(?=$|[\s)\uFF09\u3011|])", RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();
}
