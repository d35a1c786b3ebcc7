using System.Buffers.Binary;
using System.IO.Hashing;

namespace Dateline.Worker.Articles.Stories;

/// <summary>
/// A text's signature: the smallest values of its shingles under 128 hash functions, 16 bits of each. The share of equal places estimates
/// the Jaccard similarity of two texts, to .04. Pure; the functions never change, since signatures are stored.
/// </summary>
internal sealed class MinHash
{
    public const int Functions = 128;

    /// <summary>
    /// Twenty bands of three values find similar texts without comparing all: a pair of similarity .5 shares one with a probability of .93, of .6
    /// .99, of .8 1.00, of .1 .02.
    /// </summary>
    public const int Bands = 20;

    private const int BandRows = 3;

    private static readonly (ulong Factor, ulong Shift)[] Family = Functions_();

    private readonly byte[] values;

    private MinHash(byte[] values) => this.values = values;

    /// <summary>256 bytes.</summary>
    public ReadOnlyMemory<byte> Bytes => values;

    /// <summary>Null for a text without shingles.</summary>
    public static MinHash? Of(IReadOnlyCollection<ulong> shingles)
    {
        if (shingles.Count == 0)
            return null;
        Span<ulong> least = stackalloc ulong[Functions];
        least.Fill(ulong.MaxValue);
        foreach (var shingle in shingles)
        {
            for (var i = 0; i < Functions; i++)
            {
                var value = (shingle * Family[i].Factor) + Family[i].Shift;
                if (value < least[i])
                    least[i] = value;
            }
        }

        var values = new byte[Functions * 2];
        for (var i = 0; i < Functions; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(values.AsSpan(i * 2), (ushort)(least[i] >> 16));
        return new MinHash(values);
    }

    /// <exception cref="ArgumentException">These are not 256 bytes.</exception>
    public static MinHash FromBytes(byte[] bytes) =>
        bytes.Length == Functions * 2 ? new MinHash(bytes) : throw new ArgumentException($"A signature has {Functions * 2} bytes, not {bytes.Length}.", nameof(bytes));

    /// <summary>0 to 1.</summary>
    public double Similarity(MinHash other)
    {
        var same = 0;
        for (var i = 0; i < values.Length; i += 2)
            same += values[i] == other.values[i] && values[i + 1] == other.values[i + 1] ? 1 : 0;
        return same / (double)Functions;
    }

    /// <summary>The bands' hashes, their numbers in them.</summary>
    public long[] BandHashes()
    {
        var bands = new long[Bands];
        for (var band = 0; band < Bands; band++)
            bands[band] = unchecked((long)XxHash3.HashToUInt64(values.AsSpan(band * BandRows * 2, BandRows * 2), seed: band));
        return bands;
    }

    /// <summary>Odd factors, so that each function is a permutation.</summary>
    private static (ulong Factor, ulong Shift)[] Functions_() => [.. Enumerable.Range(0, Functions).Select(i =>
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(number, i);
        return (XxHash3.HashToUInt64(number, seed: 1) | 1, XxHash3.HashToUInt64(number, seed: 2));
    })];
}
