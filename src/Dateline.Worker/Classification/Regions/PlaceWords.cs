using System.Buffers;
using System.Globalization;

namespace Dateline.Worker.Classification.Regions;

/// <summary>
/// A text's words for the gazetteer: where they stand, folded, and how they are capitalised. Letters with dots between them are one
/// word (U.S., D.C.). Reused from text to text; not for two threads at once.
/// </summary>
internal sealed class PlaceWords
{
    /// <summary>Signs behind which a sentence begins.</summary>
    public static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?:\n\"“");

    /// <summary>Letters from which on a text without a capital is written so, and is not only short.</summary>
    private const int FewestLetters = 15;

    private Word[] words = new Word[512];
    private char[] folded = new char[4096];
    private char[] text = new char[2048];
    private int length;
    private int used;

    public int Count { get; private set; }

    /// <summary>Whether the text is written without capitals, as some sites write their headlines: then any word may be a name.</summary>
    public bool IsLowerCase { get; private set; }

    /// <summary>The text that was read.</summary>
    public ReadOnlySpan<char> Text => text.AsSpan(0, length);

    public Word this[int index] => words[index];

    public void Read(ReadOnlySpan<char> read)
    {
        (length, Count, used) = (read.Length, 0, 0);
        if (text.Length < length)
            text = new char[length];
        if (folded.Length < length + 1)
            folded = new char[length + 1];
        read.CopyTo(text);
        IsLowerCase = IsWithoutCapitals(read);
        for (var i = 0; i < length;)
            i = IsLetter(text[i]) ? ReadWord(i) : i + 1;
    }

    /// <summary>The folded words from one to before another, parted by a space.</summary>
    public ReadOnlySpan<char> Folded(int from, int to) => folded.AsSpan(words[from].Folded, words[to - 1].FoldedEnd - words[from].Folded);

    /// <summary>The text between a word and the one before it; empty for the first.</summary>
    public ReadOnlySpan<char> Before(int index) =>
        index == 0 || index >= Count ? default : Text[words[index - 1].End..words[index].Start];

    /// <summary>Whether nothing but a space (or hyphen or apostrophe) stands between a word and the one before it.</summary>
    public bool IsJoined(int index)
    {
        var gap = Before(index);
        return gap.Length == 1 && gap[0] is ' ' or '-' or '\'' or '’' or '\u00A0' || gap.SequenceEqual(". ") && words[index - 1].Length <= 2;
    }

    /// <summary>Whether a sentence or the text begins at a word.</summary>
    public bool IsSentenceStart(int index) => index == 0 || Before(index).ContainsAny(SentenceEnds);

    private static bool IsWithoutCapitals(ReadOnlySpan<char> text)
    {
        var lower = 0;
        foreach (var c in text)
        {
            if (char.IsUpper(c))
                return false;
            lower += char.IsLower(c) ? 1 : 0;
        }

        return lower >= FewestLetters;
    }

    private int ReadWord(int start)
    {
        var end = start;
        var letters = 0;
        var upper = 0;
        if (used > 0)
            folded[used++] = ' ';
        var from = used;
        for (; end < length; end++)
        {
            var c = text[end];
            if (IsLetter(c))
            {
                letters++;
                upper += char.IsUpper(c) ? 1 : 0;
                folded[used++] = Folding.Fold(c);
            }
            else if (!IsMark(c) && !IsAcronymDot(start, end))
            {
                break;
            }
        }

        if (Count == words.Length)
            Array.Resize(ref words, Count * 2);
        var acronym = IsLowerCase && (end - start > letters || folded.AsSpan(from, used - from) is "uk" or "usa" or "uae");
        words[Count++] = new Word(start, end, from, used, char.IsUpper(text[start]) || IsLowerCase, upper == letters || acronym);
        return end;
    }

    /// <summary>A dot in U.S. or D.C.: after a single capital, and a capital or the word's own dot before it.</summary>
    private bool IsAcronymDot(int start, int at)
    {
        if (text[at] != '.' || !IsCapital(text[at - 1]))
            return false;
        if (at - start >= 2)
            return text[at - 2] == '.';
        return at - start == 1 && at + 2 < length && IsCapital(text[at + 1]) && text[at + 2] == '.';
    }

    private bool IsCapital(char c) => char.IsUpper(c) || IsLowerCase && char.IsLower(c);

    private static bool IsLetter(char c) => c < 128 ? char.IsAsciiLetter(c) : char.IsLetter(c);

    private static bool IsMark(char c) => c >= 0x300 && char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    /// <summary>A word of the text; <paramref name="AllCapitals"/> is true for a single capital too.</summary>
    internal readonly record struct Word(int Start, int End, int Folded, int FoldedEnd, bool Capital, bool AllCapitals)
    {
        public int Length => End - Start;
    }
}
