using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Dateline.Worker.Documents.Encodings;

/// <summary>
/// Text in an encoding of one byte a character that agrees with ASCII: what is ASCII is taken over by the block, the rest by a table. The code
/// pages of .NET read byte for byte.
/// </summary>
internal static class SingleByteText
{
    private static readonly ConcurrentDictionary<string, char[]?> Tables = new(StringComparer.Ordinal);

    /// <summary>Reads all bytes; false, with nothing read, when the encoding is of another kind.</summary>
    /// <param name="encoding">Any encoding.</param>
    /// <param name="bytes">What is to be read.</param>
    /// <param name="characters">Room for as many characters as there are bytes.</param>
    public static bool TryRead(Encoding encoding, ReadOnlySpan<byte> bytes, Span<char> characters)
    {
        if (!encoding.IsSingleByte || Tables.GetOrAdd(encoding.WebName, static (_, encoding) => TableOf(encoding), encoding) is not { } table)
            return false;
        var at = 0;
        for (; at + Vector128<byte>.Count <= bytes.Length; at += Vector128<byte>.Count)
        {
            var block = Vector128.Create(bytes[at..]);
            if (block.ExtractMostSignificantBits() == 0)
                Widen(block, characters[at..]);
            else
                LookUp(bytes.Slice(at, Vector128<byte>.Count), characters[at..], table);
        }

        LookUp(bytes[at..], characters[at..], table);
        return true;
    }

    private static void Widen(Vector128<byte> block, Span<char> characters)
    {
        var wide = MemoryMarshal.Cast<char, ushort>(characters);
        var (lower, upper) = Vector128.Widen(block);
        lower.CopyTo(wide);
        upper.CopyTo(wide[Vector128<ushort>.Count..]);
    }

    private static void LookUp(ReadOnlySpan<byte> bytes, Span<char> characters, char[] table)
    {
        for (var at = 0; at < bytes.Length; at++)
            characters[at] = table[bytes[at]];
    }

    private static char[]? TableOf(Encoding encoding)
    {
        var all = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        var table = encoding.GetChars(all);
        return table.Length == all.Length && table.AsSpan(0, 0x80).SequenceEqual(Encoding.ASCII.GetChars(all, 0, 0x80)) ? table : null;
    }
}
