namespace Dateline.Worker.Classification.Topics;

/// <summary>
/// Which lengths the words of a list have that begin with the same two letters: tells of most words without a look-up that they are not in it, and
/// never of one that is. Lengths are bits; the last stands for all that are longer.
/// </summary>
internal sealed class BeginningTable
{
    private const int Size = 1 << 12, Longest = 63;

    private readonly ulong[] lengths = new ulong[Size];
    private bool hasLetters;

    public void Add(string word)
    {
        if (word.Length > 1)
            lengths[Place(word)] |= 1UL << Math.Min(word.Length, Longest);
        else
            hasLetters = true;
    }

    /// <summary>Whether the word may be in the list.</summary>
    public bool Has(ReadOnlySpan<char> word) => Has(Lengths(word), word.Length);

    public static bool Has(ulong lengths, int length) => (lengths >> Math.Min(length, Longest) & 1) != 0;

    /// <summary>The lengths of the listed words that the word may begin with.</summary>
    public ulong Lengths(ReadOnlySpan<char> word) => (word.Length > 1 ? lengths[Place(word)] : 0) | (hasLetters ? 2UL : 0);

    private static int Place(ReadOnlySpan<char> word) => ((word[0] * 61) + word[1]) & (Size - 1);
}
