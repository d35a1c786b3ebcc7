using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Stories;

/// <summary>A text as the set of its runs of three words, each a hash. Where a script does not part words, a character is a word. Pure.</summary>
internal static class Shingles
{
    private const int Words = 3;

    /// <summary>The news is in the head, and a copy that was cut keeps it.</summary>
    private const int MostWords = 2_000;

    /// <summary>Different hashes, in the order of the text; empty when there are fewer than three words.</summary>
    public static IReadOnlyCollection<ulong> Of(string text)
    {
        var words = WordsOf(text);
        var shingles = new HashSet<ulong>(words.Count);
        for (var at = 0; at + Words <= words.Count; at++)
            shingles.Add(XxHash3.HashToUInt64(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(words).Slice(at, Words))));
        return shingles;
    }

    private static List<ulong> WordsOf(string text)
    {
        var words = new List<ulong>(256);
        var plain = text.ToLowerInvariant();
        var start = -1;
        for (var at = 0; at <= plain.Length && words.Count < MostWords; at++)
        {
            var isLetter = at < plain.Length && IsLetter(plain[at]);
            var standsAlone = isLetter && IsWithoutSpaces(plain[at]);
            if (start >= 0 && (!isLetter || standsAlone))
            {
                words.Add(Hash(plain.AsSpan(start, at - start)));
                start = -1;
            }

            if (standsAlone)
                words.Add(Hash(plain.AsSpan(at, 1)));
            else if (isLetter && start < 0)
                start = at;
        }

        return words;
    }

    private static ulong Hash(ReadOnlySpan<char> word) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(word));

    private static bool IsLetter(char c) =>
        char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Han beyond the basic plane too, by the first half of its pairs.</summary>
    private static bool IsWithoutSpaces(char c) => UnspacedScripts.Contains(c) || c is >= '\uD840' and <= '\uD8FF';
}
