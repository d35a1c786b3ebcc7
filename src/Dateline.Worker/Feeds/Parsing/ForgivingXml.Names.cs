using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Unicode;

namespace Dateline.Worker.Feeds.Parsing;

/// <content>The names of elements and attributes. Nearly all of them are ASCII and end within one vector.</content>
internal sealed partial class ForgivingXml
{
    /// What ends a name; no byte of UTF-8 has that value
    private const byte Ending = 0xFF;

    /// For each byte of a name its lower case
    private static readonly byte[] NameBytes = LowerCase();

    // What ends a name, by the halves of its byte: those of 0x, 2x and 3x
    private static readonly Vector128<byte> EndingsByLow = Vector128.Create((byte)2, 0, 2, 0, 0, 0, 0, 2, 0, 1, 1, 0, 4, 1 | 4, 4, 2);
    private static readonly Vector128<byte> EndingsByHigh = Vector128.Create((byte)1, 0, 2, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private readonly char[] name = new char[64];
    private int nameStart;
    private int nameLength;

    /// <summary>The local name in lower case, after a start tag.</summary>
    public ReadOnlySpan<char> Name => name.AsSpan(nameStart, nameLength);

    /// Takes an element's local name and gives the name's end, and where the colon stands after the prefix, or -1
    private int ReadName(int start, out int colon)
    {
        colon = -1;
        if (start + Vector128<byte>.Count > end)
            return ReadLongName(start, ref colon);
        var bytes = Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(text), (nuint)start);
        var length = BitOperations.TrailingZeroCount(Endings(bytes));
        var within = (1u << length) - 1;
        if (length > Vector128<byte>.Count || (bytes.ExtractMostSignificantBits() & within) != 0)
            return ReadLongName(start, ref colon);

        var capitals = Vector128.LessThanOrEqual(bytes - Vector128.Create((byte)'A'), Vector128.Create((byte)('Z' - 'A')));
        var (lower, upper) = Vector128.Widen(bytes | capitals & Vector128.Create((byte)0x20));
        var characters = MemoryMarshal.Cast<char, ushort>(name.AsSpan());
        lower.CopyTo(characters);
        upper.CopyTo(characters[Vector128<ushort>.Count..]);
        var colons = Vector128.Equals(bytes, Vector128.Create((byte)':')).ExtractMostSignificantBits() & within;
        nameStart = 0;
        if (colons != 0)
        {
            var before = BitOperations.TrailingZeroCount(colons);
            (colon, nameStart) = (start + before, before + 1);
        }

        nameLength = length - nameStart;
        return start + length;
    }

    /// Where names end in these bytes
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Endings(Vector128<byte> bytes) =>
        ~Vector128.Equals(Vector128.ShuffleNative(EndingsByLow, bytes & Vector128.Create((byte)0x0F)) & Vector128.ShuffleNative(EndingsByHigh, bytes >>> 4), default)
            .ExtractMostSignificantBits() & 0xFFFF;

    private int ReadLongName(int start, ref int colon)
    {
        nameStart = 0;
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
        if (at + Vector128<byte>.Count <= end && Endings(Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(text), (nuint)at)) is not 0 and var endings)
            return at + BitOperations.TrailingZeroCount(endings);
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
