using System.Collections.Frozen;

namespace Dateline.Worker.Classification.Languages;

/// <summary>
/// Small words that are written in one with another: in Arabic and Hebrew "and", "the", "in" before it, in Korean the particles behind it. The
/// words of rules and subjects are found with them too.
/// </summary>
internal static class JoinedWords
{
    /// <summary>Letters that must be left, lest what is cut off was the word's own.</summary>
    private const int Least = 3, LeastSyllables = 2;

    private static readonly FrozenSet<string> Arabic = FrozenSet.ToFrozenSet(["و", "ف", "ب", "ك", "ل", "ال", "وال", "بال", "فال", "كال", "لل", "ولل", "وب", "ول", "وك", "وبال"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Hebrew = FrozenSet.ToFrozenSet(["ו", "ה", "ב", "ל", "מ", "ש", "כ", "וה", "וב", "ול", "ומ", "וש", "שה", "שב", "של", "מה", "כש", "בה"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Korean = FrozenSet.ToFrozenSet(
    [
        "은", "는", "이", "가", "을", "를", "의", "에", "에서", "에게", "에는", "에도", "에선", "에서는", "에서의", "께", "께서", "로", "으로", "로서", "으로서", "로써", "으로써", "로는", "으로는", "와", "과", "와의", "과의", "하고", "도", "만",
        "까지", "부터", "로부터", "으로부터", "에게서", "보다", "처럼", "마다", "조차", "밖에", "이나", "이라고", "라고", "이라는", "라는", "이며", "이고", "이란", "들", "들이", "들은", "들을", "들의", "들에게", "들도",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ArabicLookup = Arabic.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> HebrewLookup = Hebrew.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> KoreanLookup = Korean.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What is written in one before a word of a language; empty where nothing is.</summary>
    public static IReadOnlyCollection<string> Heads(string language) => language switch
    {
        "ar" => Arabic,
        "he" => Hebrew,
        _ => [],
    };

    /// <summary>The next place after <paramref name="start"/> where the word itself may begin, or -1.</summary>
    public static int NextStart(ReadOnlySpan<char> word, int start)
    {
        const int Longest = 4;
        if (word[0] is < '\u05D0' or > '\u064A')
            return -1;
        var heads = word[0] <= '\u05EA' ? HebrewLookup : ArabicLookup;
        for (var at = start + 1; at <= Longest && word.Length - at >= Least; at++)
        {
            if (heads.Contains(word[..at]))
                return at;
        }

        return -1;
    }

    /// <summary>Whether the word itself may end there, a particle behind it.</summary>
    public static bool EndsAt(ReadOnlySpan<char> word, int end) => end >= LeastSyllables && word[end - 1] is >= '\uAC00' and <= '\uD7A3' && KoreanLookup.Contains(word[end..]);
}
