namespace Dateline.Worker.Classification.Languages;

/// <summary>Languages that their script gives away: no model is needed for Korean, Japanese, Greek, Hebrew, Thai and some more.</summary>
internal static class Scripts
{
    /// <summary>The language of the script that most letters are in; null when the script has several (Latin, Cyrillic, Arabic).</summary>
    public static string? Language(ReadOnlySpan<char> text)
    {
        var (han, kana, hangul, greek, hebrew, thai, devanagari, other) = (0, 0, 0, 0, 0, 0, 0, 0);
        foreach (var c in text)
        {
            if (c < 0x370)
                other += char.IsLetter(c) ? 1 : 0;
            else if (c is >= '\u0370' and < '\u0400' or >= '\u1F00' and < '\u2000')
                greek++;
            else if (c is >= '\u0590' and < '\u0600')
                hebrew++;
            else if (c is >= '\u0900' and < '\u0980')
                devanagari++;
            else if (c is >= '\u0E00' and < '\u0E80')
                thai++;
            else if (c is >= '\u3040' and < '\u3100')
                kana++;
            else if (c is >= '\u4E00' and < '\uA000')
                han++;
            else if (c is >= '\uAC00' and < '\uD7B0')
                hangul++;
            else
                other += char.IsLetter(c) ? 1 : 0;
        }

        // a Han or Hangul character says about as much as three letters
        var letters = other + greek + hebrew + thai + devanagari + (3 * (kana + han + hangul));
        string? Most(int count, string language) => 2 * count > letters ? language : null;
        return letters == 0 ? null
            : 3 * kana > letters / 12 && Most(3 * (kana + han), "ja") is { } japanese ? japanese
            : Most(3 * hangul, "ko") ?? Most(3 * han, "zh") ?? Most(greek, "el") ?? Most(hebrew, "he") ?? Most(thai, "th") ?? Most(devanagari, "hi");
    }
}
