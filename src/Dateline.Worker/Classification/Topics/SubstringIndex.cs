namespace Dateline.Worker.Classification.Topics;

/// <summary>Terms found anywhere in a text, the longest first, for scripts that do not part words.</summary>
internal sealed class SubstringIndex<T>
{
    private readonly Dictionary<string, T[]> terms;
    private readonly BeginningTable beginnings = new();
    private readonly int longest;

    public SubstringIndex(IEnumerable<(string Term, T Value)> entries)
    {
        terms = entries.GroupBy(entry => entry.Term.TrimEnd('*'), StringComparer.Ordinal)
            .Where(group => group.Key.Length > 0)
            .ToDictionary(group => group.Key, group => group.Select(entry => entry.Value).ToArray(), StringComparer.Ordinal);
        longest = terms.Keys.Select(term => term.Length).DefaultIfEmpty().Max();
        foreach (var term in terms.Keys)
            beginnings.Add(term);
    }

    /// <summary>A term was found: its value, where it begins and how long it is.</summary>
    public delegate void Found(T value, int start, int length);

    public void Match(ReadOnlySpan<char> text, Found found)
    {
        var lookup = terms.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < text.Length; i++)
        {
            var lengths = beginnings.Lengths(text[i..]);
            for (var length = lengths == 0 ? 0 : Math.Min(longest, text.Length - i); length > 0; length--)
            {
                if (!BeginningTable.Has(lengths, length) || SplitsKatakana(text, i, length) || !lookup.TryGetValue(text.Slice(i, length), out var values))
                    continue;
                foreach (var value in values)
                    found(value, i, length);
                i += length - 1;
                break;
            }
        }
    }

    /// <summary>A katakana word is whole or it is another word: インド is not in マインド.</summary>
    private static bool SplitsKatakana(ReadOnlySpan<char> text, int start, int length)
    {
        var end = start + length;
        return (start > 0 && IsKatakana(text[start]) && IsKatakana(text[start - 1]))
            || (end < text.Length && IsKatakana(text[end - 1]) && IsKatakana(text[end]));
    }

    private static bool IsKatakana(char c) => c is >= 'ァ' and <= 'ヺ' or 'ー';
}
