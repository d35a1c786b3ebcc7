using System.Globalization;
using System.Text;
using Dateline.Worker.Classification.Regions;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Classification.Watches;

/// <summary>
/// A text's words as rules compare them: lower case, without diacritics, one behind the other in one buffer that is used again. A word is a run of
/// letters and digits; where a script does not part words (Chinese, Japanese, Thai) each character is one, and a term of several is a phrase of them.
/// </summary>
internal sealed class WatchWords
{
    /// <summary>Of one text; what comes later is not looked at.</summary>
    private const int Most = 20_000;

    private char[] letters = new char[4_096];
    private int[] ends = new int[1_024];
    private int used;

    public int Count { get; private set; }

    public ReadOnlySpan<char> this[int word] => letters.AsSpan((word == 0 ? 0 : ends[word - 1])..ends[word]);

    /// <summary>The words of a term, wildcards in them.</summary>
    public static List<string> Pattern(string term)
    {
        var words = new WatchWords();
        words.Read(term, keepsWildcards: true);
        return [.. Enumerable.Range(0, words.Count).Select(word => words[word].ToString())];
    }

    public void Read(string text) => Read(text, keepsWildcards: false);

    private void Read(string text, bool keepsWildcards)
    {
        (Count, used) = (0, 0);
        var composed = Composed(text);
        if (letters.Length < composed.Length)
            letters = new char[composed.Length];
        foreach (var c in composed)
        {
            var isPart = IsPart(c) || (keepsWildcards && c is '*' or '?');
            var isWhole = UnspacedScripts.Contains(c);
            if (!isPart || isWhole)
                EndWord();
            if (Count == Most)
                return;
            if (isPart)
                letters[used++] = Folding.Fold(c);
            if (isWhole)
                EndWord();
        }

        EndWord();
    }

    private void EndWord()
    {
        if (used == (Count == 0 ? 0 : ends[Count - 1]))
            return;
        if (Count == ends.Length)
            Array.Resize(ref ends, ends.Length * 2);
        ends[Count++] = used;
    }

    /// <summary>Letters and their marks in one character where there is one; text that is no valid Unicode as it is.</summary>
    private static string Composed(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static bool IsPart(char c) => c < 128
        ? char.IsAsciiLetterOrDigit(c)
        : char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
