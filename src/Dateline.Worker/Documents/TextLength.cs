namespace Dateline.Worker.Documents;

/// <summary>
/// A text's length in the characters that it would have in Latin letters, so that one bound does for all scripts: translations of the same
/// text have a third of them in Chinese, half in Japanese and Korean.
/// </summary>
internal static class TextLength
{
    private const int Han = 3;
    private const int KanaOrHangul = 2;

    public static int Of(ReadOnlySpan<char> text)
    {
        var first = text.IndexOfAnyInRange('\u3040', '\uD7A3');
        if (first < 0)
            return text.Length;
        var length = first;
        foreach (var c in text[first..])
        {
            length += c switch
            {
                >= '\u3400' and <= '\u9FFF' => Han,
                (>= '\u3040' and <= '\u30FF') or (>= '\uAC00' and <= '\uD7A3') => KanaOrHangul,
                _ => 1,
            };
        }

        return length;
    }
}
