using System.Text;

namespace Dateline.Worker.Documents;

/// <summary>Characters within valid UTF-8. What is ASCII, as nearly all of it is, is never decoded.</summary>
internal static class Utf8Characters
{
    /// <summary>How many bytes the space at the start of the text takes, in whatever script; 0 when something else stands there.</summary>
    public static int SpaceLength(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return 0;
        if (text[0] < 0x80)
            return IsSpace(text[0]) ? 1 : 0;
        Rune.DecodeFromUtf8(text, out var rune, out var length);
        return Rune.IsWhiteSpace(rune) ? length : 0;
    }

    public static bool IsWhiteSpace(ReadOnlySpan<byte> text)
    {
        while (SpaceLength(text) is > 0 and var length)
            text = text[length..];
        return text.IsEmpty;
    }

    /// <summary>Whether the text starts with a letter of the basic plane, where all scripts of names are.</summary>
    public static bool StartsWithLetter(ReadOnlySpan<byte> text)
    {
        Rune.DecodeFromUtf8(text, out var rune, out _);
        return rune.IsBmp && char.IsLetter((char)rune.Value);
    }

    private static bool IsSpace(byte character) => character is (byte)' ' or (>= 9 and <= 13);
}
