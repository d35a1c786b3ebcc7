using Dateline.Worker.Classification.Languages;

namespace Dateline.Worker.Classification.Topics;

/// <summary>
/// The words of a text in lower case, digits as 0, one behind the other in a caller's buffer. A word is a run of letters, digits
/// and combining marks; an apostrophe inside belongs to it unless the language joins words with it (l'école).
/// </summary>
internal ref struct WordBuffer(Span<char> letters, Span<int> ends, Span<int> starts = default, int count = 0)
{
    /// <summary>Longer words are cut: nothing in a vocabulary is longer, and noise must not fill the buffer.</summary>
    public const int MaxWordLength = 48;

    private readonly Span<char> letters = letters;
    private readonly Span<int> ends = ends;
    private readonly Span<int> starts = starts;
    private int used = count == 0 ? 0 : ends[count - 1];

    /// <summary>How many words there are; a buffer that is already filled is handed in with theirs.</summary>
    public int Count { get; private set; } = count;

    /// <summary>Where a word begins in the text that was added last, if the caller gave room for it.</summary>
    public readonly int Start(int word) => starts[word];

    public readonly ReadOnlySpan<char> this[int word] => letters[(word == 0 ? 0 : ends[word - 1])..ends[word]];

    /// <summary>Adds a text's words until the text or the buffer ends.</summary>
    public void Add(ReadOnlySpan<char> text, bool splitAtApostrophe)
    {
        var start = used;
        for (var i = 0; i < text.Length && used < letters.Length && Count < ends.Length; i++)
        {
            var c = text[i];
            if (IsWordChar(c))
            {
                if (used == start && !starts.IsEmpty)
                    starts[Count] = i;
                Append(c, start);
            }
            else if (!splitAtApostrophe && used > start && c is '\'' or '’' && i + 1 < text.Length && IsWordChar(text[i + 1]))
                Append('\'', start);
            else
                start = EndWord(start);
        }

        if (Count < ends.Length)
            EndWord(start);
    }

    /// <summary>Letters, digits and the marks that Indic, Arabic and Hebrew words are written with.</summary>
    public static bool IsWordChar(char c) =>
        c < 128
            ? char.IsAsciiLetterOrDigit(c)
            : char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is
                System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private void Append(char c, int start)
    {
        if (c >= ScriptFolding.First && (c = ScriptFolding.Fold(c)) == ScriptFolding.Nothing)
            return;
        if (used - start < MaxWordLength)
            letters[used++] = char.IsDigit(c) ? '0' : char.ToLowerInvariant(c);
    }

    private int EndWord(int start)
    {
        if (used > start)
            ends[Count++] = used;
        return used;
    }
}
