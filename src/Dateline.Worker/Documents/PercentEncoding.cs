using System.Globalization;
using System.Text;

namespace Dateline.Worker.Documents;

/// <summary>Percent-encoding in the one form of RFC 3986, 6.2.2: unreserved characters bare, upper-case digits, everything else encoded.</summary>
internal static class PercentEncoding
{
    private const string Bare = "-._~!$&'()*+,;=:@/?#";

    public static void Append(StringBuilder target, ReadOnlySpan<char> text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (character == '%' && index + 2 < text.Length
                && byte.TryParse(text.Slice(index + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                AppendByte(target, code);
                index += 2;
            }
            else if (char.IsAsciiLetterOrDigit(character) || Bare.Contains(character))
            {
                target.Append(character);
            }
            else
            {
                index += AppendEncoded(target, text[index..]) - 1;
            }
        }
    }

    private static void AppendByte(StringBuilder target, byte code)
    {
        if (char.IsAsciiLetterOrDigit((char)code) || (char)code is '-' or '.' or '_' or '~')
            target.Append((char)code);
        else
            target.Append('%').Append(code.ToString("X2", CultureInfo.InvariantCulture));
    }

    private static int AppendEncoded(StringBuilder target, ReadOnlySpan<char> text)
    {
        Rune.DecodeFromUtf16(text, out var rune, out var length);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var code in bytes[..rune.EncodeToUtf8(bytes)])
            target.Append('%').Append(code.ToString("X2", CultureInfo.InvariantCulture));
        return length;
    }
}
