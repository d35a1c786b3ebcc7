using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>
/// What sites write around their articles in the languages of the news, from <c>page-words.txt</c>. Case, accents and the marks of Arabic
/// and Hindi make no difference.
/// </summary>
internal static class PageWords
{
    private const int Longest = 300;
    private const int LongestLabel = 80;

    private static readonly FrozenDictionary<string, string[]> Kinds = Load();

    private static readonly FrozenDictionary<char, string[]> Pointers = ByFirst("pointer");

    private static readonly FrozenDictionary<char, string[]> Labels = ByFirst("label");

    private static readonly FrozenDictionary<char, string[]> Offers = ByFirst("offer");

    private static readonly SearchValues<string> Notices = SearchValues.Create(Kinds["notice"], StringComparison.Ordinal);

    /// <summary>The phrases of a kind, as <see cref="Fold"/> gives them.</summary>
    public static IReadOnlyList<string> Phrases(string kind) => Kinds[kind];

    /// <summary>A line that asks to subscribe or to follow, or tells of rights.</summary>
    public static bool IsOffer(string text)
    {
        if (text.Length > Longest)
            return false;
        var line = Fold(text);
        return Opening(Offers, Bare(line)).Length > 0 || line.AsSpan().ContainsAny(Notices);
    }

    /// <summary>A line that leads to another story and says to which.</summary>
    public static bool IsPointer(string text)
    {
        if (text.Length > Longest)
            return false;
        var line = Bare(Fold(text));
        return line[Opening(Pointers, line).Length..] is var rest && rest.Length < line.Length && IsMarked(rest) && HasLetter(rest);
    }

    /// <summary>The label of what is not the article's text, or a line that leads to another story.</summary>
    public static bool IsLabel(string text)
    {
        if (text.Length > Longest)
            return false;
        var line = Bare(Fold(text));
        var rest = line[Opening(Pointers, line).Length..];
        if (rest.Length < line.Length && (IsMarked(rest) || !HasLetter(rest)))
            return true;
        return text.Length <= LongestLabel && line[Opening(Labels, line).Length..] is var behind && behind.Length < line.Length && !HasLetter(behind);
    }

    /// <summary>A text in lower case and without accents.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
            return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length);
        foreach (var c in Decomposed(text))
        {
            if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(c switch { '\u0131' => 'i', '\u0142' => 'l', '\u03C2' => '\u03C3', _ => char.ToLowerInvariant(c) });
        }

        return folded.ToString();
    }

    /// A page that is cut between the halves of a character is no valid Unicode
    private static string Decomposed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    /// The longest phrase that the line opens with and that ends with a word
    private static string Opening(FrozenDictionary<char, string[]> phrases, string line) =>
        line.Length > 0 && phrases.TryGetValue(line[0], out var candidates)
            && Array.Find(candidates, phrase => line.StartsWith(phrase, StringComparison.Ordinal) && (line.Length == phrase.Length || !IsWord(line[phrase.Length]))) is { } found ? found : "";

    /// Scripts that part no words have no end of a word to look for
    private static bool IsWord(char c) => char.IsLetterOrDigit(c) && c is < '\u3040' or > '\u9FFF';

    private static bool IsMarked(string rest) => rest.AsSpan().TrimStart() is [':' or '|' or '>' or '\u00BB' or '\u2013' or '\u2014' or '\u2192' or '\uFF1A' or '\u25B6' or '\u25BA' or '\u201C' or '"', ..];

    private static string Bare(string line)
    {
        var start = 0;
        while (start < line.Length && !char.IsLetterOrDigit(line[start]))
            start++;
        return line[start..];
    }

    private static bool HasLetter(string text) => text.Any(char.IsLetter);

    private static FrozenDictionary<char, string[]> ByFirst(string kind) =>
        Kinds[kind].GroupBy(phrase => phrase[0]).ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Length).ToArray());

    private static FrozenDictionary<string, string[]> Load()
    {
        using var stream = typeof(PageWords).Assembly.GetManifestResourceStream("page-words.txt") ?? throw new InvalidOperationException("The build left out its resource page-words.txt.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))
            .SelectMany(row => row[2].Split(';'), (row, phrase) => (Kind: row[0], Phrase: Fold(phrase.Trim())))
            .GroupBy(row => row.Kind, row => row.Phrase).ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal);
    }
}
