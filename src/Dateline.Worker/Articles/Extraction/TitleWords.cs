using System.Text;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>Titles compared by their letters and digits: quotes, dashes and spaces are spelt in many ways.</summary>
internal static class TitleWords
{
    public static bool Same(string one, string other) => Letters(one).Equals(Letters(other), StringComparison.Ordinal);

    public static bool Within(string part, string whole) => Letters(part) is { Length: > 0 } letters && Letters(whole).Contains(letters, StringComparison.Ordinal);

    public static bool Opens(string whole, string part) => Letters(whole).StartsWith(Letters(part), StringComparison.Ordinal);

    public static int Count(string title) => Words(title).Count;

    /// <summary>The share of words that both have, of the words of the shorter one.</summary>
    public static double Likeness(string one, string other)
    {
        var (left, right) = (Words(one), Words(other));
        return left.Count == 0 || right.Count == 0 ? 0 : left.Count(right.Contains) / (double)Math.Min(left.Count, right.Count);
    }

    /// <summary>Whether both have a word that is long enough to tell what they are about.</summary>
    public static bool ShareLongWord(string one, string other)
    {
        const int Shortest = 5;
        return Words(one).Where(word => word.Length >= Shortest).Any(Words(other).Contains);
    }

    private static HashSet<string> Words(string title) =>
        [.. title.ToLowerInvariant().Split([' ', '-', '\u2013', ':', ',', '.', '!', '?', '"', '\u201E', '\u201C', '\u201D'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2)];

    private static string Letters(string title)
    {
        var letters = new StringBuilder(title.Length);
        foreach (var character in title)
        {
            if (char.IsLetterOrDigit(character))
                letters.Append(char.ToLowerInvariant(character));
        }

        return letters.ToString();
    }
}
