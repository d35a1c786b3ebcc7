using System.Globalization;
using System.Text;

namespace Dateline.Worker.Http.Robots;

/// <summary>Paths in the one spelling in which rule and address are compared (RFC 9309, 2.2.2): octets above ASCII escaped, unreserved ones not.</summary>
internal static class RobotsPath
{
    public static string Normalise(string path)
    {
        if (path.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0 && !path.Contains('%'))
            return path;
        var normal = new StringBuilder(path.Length + 16);
        Span<byte> octets = stackalloc byte[4];
        for (var at = 0; at < path.Length;)
        {
            if (path[at] == '%' && at + 2 < path.Length && byte.TryParse(path.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var escaped))
            {
                Append(normal, escaped, wasEscaped: true);
                at += 3;
                continue;
            }

            Rune.DecodeFromUtf16(path.AsSpan(at), out var rune, out var length);
            foreach (var octet in octets[..rune.EncodeToUtf8(octets)])
                Append(normal, octet, wasEscaped: false);
            at += length;
        }

        return normal.ToString();
    }

    private static void Append(StringBuilder normal, byte octet, bool wasEscaped)
    {
        var isUnreserved = char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~';
        if (isUnreserved || (!wasEscaped && octet is > 0x20 and < 0x7F))
            normal.Append((char)octet);
        else
            normal.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
    }
}
