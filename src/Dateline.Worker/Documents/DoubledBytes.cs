using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Dateline.Worker.Documents;

/// <summary>Where UTF-8 may hold text that was encoded twice: a letter from Â to ô before the characters that its byte would lead, or a control character of Latin-1.</summary>
internal static class DoubledBytes
{
    /// <summary>The first byte of the letters from À to ÿ.</summary>
    public const byte Letter = 0xC3;

    /// <summary>The first byte of the control characters and signs before them.</summary>
    public const byte Sign = 0xC2;

    /// <summary>Set in the second byte of a sign, not of a control character.</summary>
    public const byte GraphicBit = 0x20;

    private const byte FirstGraphic = 0xA0;

    /// <summary>The place of the first in valid UTF-8, or -1.</summary>
    public static int FirstIn(ReadOnlySpan<byte> utf8)
    {
        // The third byte of a letter and its follower
        const int Ahead = 2;
        ref var start = ref MemoryMarshal.GetReference(utf8);
        var at = 0;
        for (; at + Vector256<byte>.Count + Ahead <= utf8.Length; at += Vector256<byte>.Count)
        {
            var (first, second, third) = (Vector256.LoadUnsafe(ref start, (nuint)at), Vector256.LoadUnsafe(ref start, (nuint)at + 1), Vector256.LoadUnsafe(ref start, (nuint)at + 2));
            var letters = Vector256.Equals(first, Vector256.Create(Letter)) & third;
            var controls = Vector256.Equals(first, Vector256.Create(Sign)) & Vector256.Equals(second & Vector256.Create(GraphicBit), Vector256<byte>.Zero);
            for (var found = (letters | controls).ExtractMostSignificantBits(); found != 0; found &= found - 1)
            {
                var candidate = at + BitOperations.TrailingZeroCount(found);
                if (IsDoubled(utf8[candidate..]))
                    return candidate;
            }
        }

        for (; at < utf8.Length; at++)
        {
            if (IsDoubled(utf8[at..]))
                return at;
        }

        return -1;
    }

    private static bool IsDoubled(ReadOnlySpan<byte> utf8) => utf8.Length > 2 && utf8[0] switch
    {
        Sign => utf8[1] < FirstGraphic,
        Letter => utf8[1] is >= 0x82 and <= 0xB4 && LeadsOthers(utf8),
        _ => false,
    };

    private static bool LeadsOthers(ReadOnlySpan<byte> utf8)
    {
        var followers = utf8[1] < FirstGraphic ? 1 : utf8[1] < 0xB0 ? 2 : 3;
        for (utf8 = utf8[2..]; followers > 0; followers--)
        {
            if (Rune.DecodeFromUtf8(utf8, out var rune, out var length) != OperationStatus.Done || !rune.IsBmp
                || DoubledEncoding.ByteOf((char)rune.Value) is not (>= 0x80 and < 0xC0))
                return false;
            utf8 = utf8[length..];
        }

        return true;
    }
}
