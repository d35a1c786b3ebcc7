using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace Dateline.Worker.Classification.Regions;

/// <summary>The file of a gazetteer: Brotli over countries, keys in order (each with the length that it shares with the one before) and senses.</summary>
internal static class GazetteerFile
{
    private const string Signature = "dateline-places-1";

    /// <summary>Steps a unit of weight is stored in.</summary>
    private const float WeightSteps = 20;

    /// <summary>More keys are a broken file, not a gazetteer; a country's number is a byte.</summary>
    private const int MostKeys = 10_000_000, MostCountries = byte.MaxValue;

    public static void Write(Gazetteer gazetteer, Stream stream)
    {
        using var packed = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(packed, Encoding.UTF8);
        writer.Write(Signature);
        writer.Write(gazetteer.Countries.Count);
        foreach (var country in gazetteer.Countries)
        {
            foreach (var text in new[] { country.Code, country.Name, country.Subregion, country.Continent })
                writer.Write(text);
        }

        WriteKeys(writer, [.. gazetteer.Senses.Keys]);
        foreach (var (_, senses) in gazetteer.Senses.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            WriteSenses(writer, senses);
        WriteKeys(writer, [.. gazetteer.Ordinary]);
        WriteKeys(writer, [.. gazetteer.Common]);
    }

    /// <exception cref="InvalidDataException">The stream holds no gazetteer.</exception>
    public static Gazetteer Read(Stream stream)
    {
        try
        {
            using var unpacked = new BrotliStream(stream, CompressionMode.Decompress, leaveOpen: true);
            return Read(new PackedBytes(unpacked));
        }
        catch (Exception e) when (e is InvalidDataException or IOException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("This is no gazetteer, or it is cut short.", e);
        }
    }

    // hundreds of thousands of rounds, once: waiting for the runtime to find them hot takes longer than they do
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Gazetteer Read(PackedBytes reader)
    {
        if (reader.ReadString() != Signature)
            throw new InvalidDataException("The signature is another one.");
        var countries = new Country[Count(reader, MostCountries)];
        for (var i = 0; i < countries.Length; i++)
            countries[i] = new Country(reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString());
        var keys = ReadKeys(reader);
        var senses = new Dictionary<string, PlaceSense[]>(keys.Length, StringComparer.Ordinal);
        foreach (var key in keys)
            senses[key] = ReadSenses(reader);
        return new Gazetteer(countries, senses, ReadKeys(reader), ReadKeys(reader));
    }

    private static void WriteKeys(BinaryWriter writer, string[] keys)
    {
        Array.Sort(keys, StringComparer.Ordinal);
        writer.Write(keys.Length);
        var before = "";
        foreach (var key in keys)
        {
            var shared = before.AsSpan().CommonPrefixLength(key);
            writer.Write7BitEncodedInt(shared);
            writer.Write(key[shared..]);
            before = key;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static string[] ReadKeys(PackedBytes reader)
    {
        var keys = new string[Count(reader, MostKeys)];
        var before = "";
        for (var i = 0; i < keys.Length; i++)
            keys[i] = before = reader.ReadString(before.AsSpan(0, reader.Read7BitEncodedInt()));
        return keys;
    }

    private static int Count(PackedBytes reader, int most) =>
        reader.ReadInt32() is >= 0 and var count && count <= most ? count : throw new InvalidDataException("A count is none.");

    private static void WriteSenses(BinaryWriter writer, PlaceSense[] senses)
    {
        writer.Write((byte)senses.Length);
        foreach (var sense in senses)
        {
            writer.Write(sense.Country);
            writer.Write((byte)((int)sense.Kind | (sense.Acronym ? 64 : 0) | (sense.State.Length > 0 ? 128 : 0)));
            writer.Write((byte)Math.Clamp(sense.Weight * WeightSteps, 0, byte.MaxValue));
            if (sense.State.Length > 0)
                writer.Write((ushort)((sense.State[0] << 8) | sense.State[1]));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static PlaceSense[] ReadSenses(PackedBytes reader)
    {
        var senses = new PlaceSense[reader.ReadByte()];
        for (var i = 0; i < senses.Length; i++)
        {
            var country = reader.ReadByte();
            var flags = reader.ReadByte();
            var weight = reader.ReadByte() / WeightSteps;
            var state = (flags & 128) != 0 ? State(reader.ReadByte(), reader.ReadByte()) : "";
            senses[i] = new PlaceSense(country, (PlaceKind)(flags & 63), weight, state, (flags & 64) != 0);
        }

        return senses;
    }

    /// <summary>A state's two letters, the second first in the file; one string for each pair.</summary>
    private static string State(byte second, byte first) =>
        States[((first & 31) << 5) | (second & 31)] ??= new string([(char)first, (char)second]);

    private static readonly string?[] States = new string?[1 << 10];
}
