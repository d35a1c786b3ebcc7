using System.Buffers;
using System.Text;

namespace Dateline.Worker.Documents;

/// <summary>The encoding that an XML declaration names.</summary>
internal static class XmlDeclaration
{
    private static readonly SearchValues<char> EndOfBareValue = SearchValues.Create(" \t\r\n\"'");

    public static string? EncodingOf(ReadOnlySpan<byte> document)
    {
        var head = document[..Math.Min(document.Length, TextEncodings.HeadLength)];
        var start = head.IndexOf("<?xml"u8);
        var end = start < 0 ? -1 : head[start..].IndexOf("?>"u8);
        return end < 0 ? null : EncodingOf(Encoding.Latin1.GetString(head.Slice(start, end + 2)));
    }

    public static string? EncodingOf(string head)
    {
        var start = head.IndexOf("<?xml", StringComparison.Ordinal);
        var end = start < 0 ? -1 : head.IndexOf("?>", start, StringComparison.Ordinal);
        var name = end < 0 ? -1 : head.IndexOf("encoding", start, end - start, StringComparison.Ordinal);
        var equals = name < 0 ? -1 : head.IndexOf('=', name, end - name);
        if (equals < 0)
            return null;

        var value = head.AsSpan(equals + 1, end - equals - 1).TrimStart();
        if (value is not ['"' or '\'', ..])
        {
            // Without quotes it ends at a space
            var length = value.IndexOfAny(EndOfBareValue);
            return value.IsEmpty || length == 0 ? null : (length < 0 ? value : value[..length]).ToString();
        }

        var close = value[1..].IndexOf(value[0]);
        return close <= 0 ? null : value.Slice(1, close).ToString();
    }
}
