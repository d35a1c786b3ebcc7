using System.Text.Unicode;

namespace Dateline.Worker.Feeds.Parsing;

/// <content>The names of elements and attributes. They are too short for a vector search to pay.</content>
internal sealed partial class ForgivingXml
{
    /// What ends a name; no byte of UTF-8 has that value
    private const byte Ending = 0xFF;

    /// For each byte of a name its lower case
    private static readonly byte[] NameBytes = LowerCase();

    private readonly char[] name = new char[64];
    private int nameLength;

    /// <summary>The local name in lower case, after a start tag.</summary>
    public ReadOnlySpan<char> Name => name.AsSpan(0, nameLength);

    /// Takes an element's local name and gives the name's end, and where the colon stands after the prefix, or -1
    private int ReadName(int start, out int colon)
    {
        colon = -1;
        var document = text.AsSpan(0, end);
        var (local, at, length, foreign) = (name, start, 0, 0);
        for (; at < document.Length && NameBytes[document[at]] is not Ending and var lower; at++)
        {
            if (lower == ':' && colon < 0)
            {
                (colon, length) = (at, 0);
                continue;
            }

            foreign |= lower;
            if (length < local.Length)
                local[length++] = (char)lower;
        }

        nameLength = length;
        if (foreign >= 0x80)
            TakeForeignName(document[Math.Max(start, colon + 1)..at]);
        return at;
    }

    private void TakeForeignName(ReadOnlySpan<byte> local)
    {
        Utf8.ToUtf16(local, name, out _, out nameLength);
        for (var index = 0; index < nameLength; index++)
            name[index] = char.ToLowerInvariant(name[index]);
    }

    private int EndOfName(int at)
    {
        var document = text.AsSpan(0, end);
        while (at < document.Length && NameBytes[document[at]] != Ending)
            at++;
        return at;
    }

    private static byte[] LowerCase()
    {
        var lower = new byte[256];
        for (var code = 0; code < lower.Length; code++)
            lower[code] = (byte)(code < 0x80 ? char.ToLowerInvariant((char)code) : code);
        foreach (var character in " >=/\t\r\n<\"'"u8)
            lower[character] = Ending;
        return lower;
    }
}
