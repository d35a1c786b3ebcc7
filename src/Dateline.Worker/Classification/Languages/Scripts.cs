namespace Dateline.Worker.Classification.Languages;

/// <summary>Languages that their script gives away: no model is needed for Korean, Japanese, Greek, Hebrew, Thai and some more.</summary>
internal static class Scripts
{
    /// <summary>Languages whose news is not in Latin letters; Serbian's is in both.</summary>
    private static readonly HashSet<string> NotLatin = [.. "am ar be bg bn el fa gu he hi hy ja ka kk kn ko ky mk ml mn mr my ne pa ps ru si ta te th tg uk ur yi zh".Split(' ')];

    /// <summary>Whether a text's letters, Latin for the most part or not, are those of a language.</summary>
    public static bool CanWrite(string language, ReadOnlySpan<char> text)
    {
        var (latin, letters) = (0, 0);
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
                continue;
            letters++;
            latin += c is < '\u0250' or >= '\u1E00' and < '\u1F00' ? 1 : 0;
        }

        return language == "sr" || NotLatin.Contains(language) != (2 * latin >= letters);
    }

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
