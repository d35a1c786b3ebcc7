using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Dateline.Worker.Classification.Regions;

/// <summary>A whole file in memory, read as <see cref="BinaryWriter"/> wrote it.</summary>
/// <remarks>What ends too soon throws <see cref="EndOfStreamException"/> or <see cref="ArgumentException"/>, what is no length <see cref="FormatException"/>.</remarks>
internal sealed class PackedBytes
{
    private readonly byte[] bytes;
    private readonly char[] letters = new char[short.MaxValue];
    private int at;

    public PackedBytes(Stream stream)
    {
        using var all = new MemoryStream();
        stream.CopyTo(all, 1 << 16);
        bytes = all.ToArray();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte ReadByte() => at < bytes.Length ? bytes[at++] : throw new EndOfStreamException();

    public int ReadInt32()
    {
        var value = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
        at += sizeof(int);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Read7BitEncodedInt()
    {
        var (value, shift) = (0, 0);
        while (true)
        {
            var next = ReadByte();
            value |= (next & 127) << shift;
            if (next < 128)
                return value >= 0 ? value : throw new FormatException("A length is none.");
            shift += 7;
            if (shift > 28)
                throw new FormatException("A length is too long.");
        }
    }

    /// <summary>A string that begins with what is handed in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string ReadString(ReadOnlySpan<char> beginning = default)
    {
        var length = Read7BitEncodedInt();
        if (beginning.Length + length > letters.Length)
            throw new FormatException("A name is too long.");
        beginning.CopyTo(letters);
        var written = Encoding.UTF8.GetChars(bytes.AsSpan(at, length), letters.AsSpan(beginning.Length));
        at += length;
        return new string(letters, 0, beginning.Length + written);
    }
}
