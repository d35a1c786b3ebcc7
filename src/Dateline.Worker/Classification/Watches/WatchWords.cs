using System.Text;
using Dateline.Worker.Classification.Regions;

namespace Dateline.Worker.Classification.Watches;

/// <summary>
/// Words as rules compare them: lower case, without diacritics. A word is a run of letters and digits; where a script does not part words
/// (Chinese, Japanese, Thai) each character is one, and a term of several is a phrase of them.
/// </summary>
internal static class WatchWords
{
    /// <summary>Of one text; what comes later is not looked at.</summary>
    public const int Most = 20_000;

    /// <summary>The words of a term, wildcards in them.</summary>
    public static List<string> Pattern(string term)
    {
        var words = new List<string>();
        Read(term, keepsWildcards: true, words.Add);
        return words;
    }

    public static void Read(string text, Action<string> word) => Read(text, keepsWildcards: false, word);

    private static void Read(string text, bool keepsWildcards, Action<string> found)
    {
        var word = new StringBuilder(24);
        var count = 0;
        foreach (var c in Composed(text))
        {
            if (count >= Most)
                return;
            var isPart = char.IsLetterOrDigit(c) || char.IsSurrogate(c) || IsMark(c) || (keepsWildcards && c is '*' or '?');
            var isWhole = isPart && IsWithoutSpaces(c);
            if ((!isPart || isWhole) && word.Length > 0)
                End();
            if (isPart)
                word.Append(Folding.Fold(c));
            if (isWhole)
                End();
        }

        if (word.Length > 0)
            End();

        void End()
        {
            found(word.ToString());
            word.Clear();
            count++;
        }
    }

    /// <summary>Letters and their marks in one character where there is one; text that is no valid Unicode as it is.</summary>
    private static string Composed(string text)
    {
        if (System.Text.Ascii.IsValid(text))
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

    private static bool IsMark(char c) => c > 127 && char.GetUnicodeCategory(c)
        is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static bool IsWithoutSpaces(char c) => c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF')
        or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF');
}
