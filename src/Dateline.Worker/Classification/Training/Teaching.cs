using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Dateline.Worker.Classification.Training;

/// <summary>
/// What a sentence model of 22 million weights knows and the shipped model is to learn: how likely each topic is for texts that have no
/// full labels, and a vector for each word. Made by <c>deploy/teacher</c>.
/// </summary>
internal sealed class Teaching(IReadOnlyDictionary<ulong, byte[]> judgements, IReadOnlyDictionary<string, sbyte[]> vectors, int dimensions)
{
    private const uint Magic = 0x31_74_6c_64;

    /// <summary>Of each word's vector.</summary>
    public int Dimensions => dimensions;

    /// <summary>For each topic a probability in 255ths; null for a text that was not judged.</summary>
    public byte[]? JudgementOf(string title, string text) => judgements.GetValueOrDefault(Key(title, text));

    /// <summary>In 127ths of its largest value; null for a word that has none.</summary>
    public sbyte[]? VectorOf(string word) => vectors.GetValueOrDefault(word);

    /// <summary>What a text is known by.</summary>
    public static ulong Key(string title, string text) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes($"{title}\n{text}".AsSpan()));

    /// <exception cref="CorpusException">The file is missing or none of these.</exception>
    public static Teaching Read(string path, int topics)
    {
        try
        {
            using var reader = new BinaryReader(File.OpenRead(path));
            if (reader.ReadUInt32() != Magic || reader.ReadInt32() is var width && width != topics)
                throw new CorpusException($"{path} holds no judgements of {topics} topics.");
            var judgements = new Dictionary<ulong, byte[]>();
            for (var left = reader.ReadInt32(); left > 0; left--)
                judgements[reader.ReadUInt64()] = Bytes(reader, topics);
            var dimensions = reader.ReadInt32();
            var vectors = new Dictionary<string, sbyte[]>(StringComparer.Ordinal);
            for (var left = reader.ReadInt32(); left > 0; left--)
                vectors[reader.ReadString()] = MemoryMarshal.Cast<byte, sbyte>(Bytes(reader, dimensions)).ToArray();
            return new Teaching(judgements, vectors, dimensions);
        }
        catch (EndOfStreamException)
        {
            throw new CorpusException($"{path} ends in its middle.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CorpusException($"There is no {path}: dotnet run -c Release --project deploy/teacher makes it.");
        }
    }

    private static byte[] Bytes(BinaryReader reader, int count)
    {
        var bytes = new byte[count];
        reader.BaseStream.ReadExactly(bytes);
        return bytes;
    }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        writer.Write(Magic);
        writer.Write(judgements.Values.FirstOrDefault()?.Length ?? 0);
        writer.Write(judgements.Count);
        foreach (var (key, shares) in judgements.OrderBy(entry => entry.Key))
        {
            writer.Write(key);
            writer.Write(shares);
        }

        writer.Write(dimensions);
        writer.Write(vectors.Count);
        foreach (var (word, vector) in vectors.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            writer.Write(word);
            writer.Write(MemoryMarshal.AsBytes(vector.AsSpan()));
        }
    }
}
