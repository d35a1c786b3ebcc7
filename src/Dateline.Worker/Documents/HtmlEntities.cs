using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace Dateline.Worker.Documents;

/// <summary>Named and numeric character references.</summary>
internal static class HtmlEntities
{
    /// The longest name HTML knows is CounterClockwiseContourIntegral;
    private const int LongestName = 32;

    // Windows-1252 at 0x80 to 0x9F, which pages write as numbers: &#150; is meant as an en dash (HTML, numeric character references)
    private const string HighControls =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
        "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>The text of a name without its ampersand and semicolon, or null.</summary>
    public static string? Named(ReadOnlySpan<char> name) => name switch
    {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ when name.Length is 0 or > LongestName => null,
        _ => HtmlEntityProvider.Resolver.GetSymbol(string.Concat(name, ";")),
    };

    /// <summary>The text of <c>#123</c> or <c>#x1F</c>, or null when it is no character.</summary>
    public static string? Numeric(ReadOnlySpan<char> reference) => Character(reference)?.ToString();

    /// <summary>As <see cref="Numeric"/>, without making a string of it.</summary>
    public static Rune? Character(ReadOnlySpan<char> reference)
    {
        if (Code(reference) is not { } code)
            return null;
        if (code is >= 0x80 and <= 0x9F)
            return new Rune(HighControls[code - 0x80]);
        if (code is < 0x20 and not (9 or 10 or 13) or 0xFFFE or 0xFFFF || !Rune.IsValid(code))
            return null;
        return new Rune(code);
    }

    /// <summary>The character of two references, one after the other, to the halves of a pair of UTF-16, as some programs write emoji; null where it is none.</summary>
    /// <param name="first">The first reference's name.</param>
    /// <param name="behind">What stands behind its semicolon.</param>
    /// <param name="length">How much of that the second one is.</param>
    public static Rune? Pair(ReadOnlySpan<char> first, ReadOnlySpan<char> behind, out int length)
    {
        const int Longest = 10;
        length = 0;
        if (Code(first) is not (>= 0xD800 and <= 0xDBFF and var high) || behind is not ['&', ..] || behind[..Math.Min(behind.Length, Longest)].IndexOf(';') is not (> 2 and var end))
            return null;
        length = end + 1;
        return Code(behind[1..end]) is >= 0xDC00 and <= 0xDFFF and var low ? new Rune((char)high, (char)low) : null;
    }

    private static int? Code(ReadOnlySpan<char> reference)
    {
        if (reference.Length < 2 || reference[0] != '#')
            return null;
        var hexadecimal = reference[1] is 'x' or 'X';
        var style = hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return int.TryParse(reference[(hexadecimal ? 2 : 1)..], style, CultureInfo.InvariantCulture, out var code) ? code : null;
    }

    /// <summary>Replaces each reference once; what is none stays as it is.</summary>
    public static string Decode(string text)
    {
        var at = text.IndexOf('&', StringComparison.Ordinal);
        if (at < 0)
            return text;

        var decoded = new StringBuilder(text.Length).Append(text, 0, at);
        while (at < text.Length)
        {
            var rest = text.AsSpan(at);
            if (Reference(rest) is { } found)
            {
                decoded.Append(found.Text);
                at += found.Length;
            }
            else
            {
                decoded.Append('&');
                at++;
            }

            var next = text.IndexOf('&', at);
            next = next < 0 ? text.Length : next;
            decoded.Append(text, at, next - at);
            at = next;
        }

        return decoded.ToString();
    }

    private static (string Text, int Length)? Reference(ReadOnlySpan<char> rest)
    {
        var end = rest[..Math.Min(rest.Length, LongestName + 2)].IndexOf(';');
        if (end < 2)
            return null;
        var name = rest[1..end];
        if (name[0] == '#' && Pair(name, rest[(end + 1)..], out var second) is { } pair)
            return (pair.ToString(), end + 1 + second);
        return (name[0] == '#' ? Numeric(name) : Named(name)) is { } text ? (text, end + 1) : null;
    }
}
