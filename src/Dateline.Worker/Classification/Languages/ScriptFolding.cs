namespace Dateline.Worker.Classification.Languages;

/// <summary>
/// What writers of Hebrew, Arabic, Persian and Hindi write or leave out as they please, brought to one spelling: points and vowel signs, the lengthening stroke, the seats of
/// hamza, dotless and Persian letters, Hindi's dot below and its two signs of a nasal.
/// </summary>
internal static class ScriptFolding
{
    /// <summary>Characters before this one are never folded.</summary>
    public const char First = '\u0591';

    /// <summary>What a sign becomes that is left out.</summary>
    public const char Nothing = '\0';

    /// <summary>The character that stands for it, or <see cref="Nothing"/>.</summary>
    public static char Fold(char c) => c switch
    {
        <= '\u05BD' or '\u05BF' or '\u05C1' or '\u05C2' or '\u05C4' or '\u05C5' or '\u05C7' => Nothing,
        >= '\u064B' and <= '\u065F' or '\u0640' or '\u0670' => Nothing,
        '\u0622' or '\u0623' or '\u0625' => '\u0627',
        '\u0649' or '\u06CC' => '\u064A',
        '\u06A9' => '\u0643',
        '\u093C' => Nothing,
        '\u0901' => '\u0902',
        >= '\u0958' and <= '\u095F' => WithoutDot[c - '\u0958'],
        _ => c,
    };

    private const string WithoutDot = "\u0915\u0916\u0917\u091C\u0921\u0922\u092B\u092F";
}
