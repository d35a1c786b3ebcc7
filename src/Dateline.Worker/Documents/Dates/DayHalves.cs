namespace Dateline.Worker.Documents.Dates;

/// <summary>The words for the half of the day that a clock of twelve hours needs.</summary>
internal static class DayHalves
{
    private const int Noon = 12;

    /// <summary>0 before noon, 12 after it, null for another word.</summary>
    /// <param name="word">Without full stops at its end.</param>
    /// <param name="rest">What follows it: Spanish has a space in <c>p. m.</c></param>
    /// <param name="followsClock">Whether a clock stands right before: single letters mean something else elsewhere.</param>
    public static int? Find(ReadOnlySpan<char> word, ReadOnlySpan<char> rest, bool followsClock) => word switch
    {
        "\uC624\uC804" or "\u5348\u524D" or "\u4E0A\u5348" => 0,
        "\uC624\uD6C4" or "\u5348\u5F8C" or "\u4E0B\u5348" => Noon,
        "\u03C0\u03BC" or "\u03C0.\u03BC" or "\u0635\u0628\u0627\u062D\u0627" or "\u0635\u0628\u0627\u062D\u064B\u0627" => 0,
        "\u03BC\u03BC" or "\u03BC.\u03BC" or "\u0645\u0633\u0627\u0621" or "\u0645\u0633\u0627\u0621\u064B" => Noon,
        "\u0635" when followsClock => 0,
        "\u0645" when followsClock => Noon,
        ['a' or 'A'] or ['p' or 'P'] => followsClock && IsMeridiem(rest.TrimStart()) ? Half(word[0]) : null,
        ['a' or 'A' or 'p' or 'P', 'm' or 'M'] or ['a' or 'A' or 'p' or 'P', '.', 'm' or 'M'] => Half(word[0]),
        _ => null,
    };

    private static int Half(char letter) => letter is 'a' or 'A' ? 0 : Noon;

    private static bool IsMeridiem(ReadOnlySpan<char> text) => text is ['m' or 'M', ..] && (text.Length == 1 || !char.IsLetter(text[1]));
}
