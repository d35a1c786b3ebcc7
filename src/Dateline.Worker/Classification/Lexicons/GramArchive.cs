using System.IO.Compression;
using System.Text;
using Dateline.Worker.Classification.Subjects;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Lexicons;

/// <summary>The sentence models of all languages in one file: a signature and a Brotli block a language, opened when a short text in it comes.</summary>
internal sealed class GramArchive
{
    private const string Signature = "dateline-grams-2";

    private readonly Dictionary<string, Lazy<GramModel>> languages = new(StringComparer.Ordinal);

    /// <summary>An archive without any language.</summary>
    public static GramArchive Empty { get; } = new();

    public GramModel? Find(string language) => languages.TryGetValue(language, out var model) ? model.Value : null;

    public static void Write(Stream stream, IReadOnlyDictionary<string, GramModel> models)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Signature);
        writer.Write(models.Count);
        foreach (var (language, model) in models.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            var block = Pack(model);
            writer.Write(language);
            writer.Write(block.Length);
            writer.Write(block);
        }
    }

    /// <exception cref="InvalidDataException">The stream holds no sentence models.</exception>
    public static GramArchive Read(Stream stream)
    {
        try
        {
            using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            if (reader.ReadString() != Signature)
                throw new InvalidDataException("The signature is another one.");
            var archive = new GramArchive();
            for (var count = reader.ReadInt32(); count > 0; count--)
            {
                var (language, length) = (reader.ReadString(), reader.ReadInt32());
                var block = length < 0 ? [] : reader.ReadBytes(length);
                if (block.Length != length)
                    throw new InvalidDataException($"The model of {language} is cut short.");
                archive.languages[language] = new Lazy<GramModel>(() => Unpack(block));
            }

            return archive;
        }
        catch (Exception e) when (e is IOException or FormatException)
        {
            throw new InvalidDataException("These are no sentence models, or they are cut short.", e);
        }
    }

    private static byte[] Pack(GramModel model)
    {
        var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(new BrotliStream(bytes, CompressionLevel.SmallestSize)))
        {
            foreach (var value in model.Scales.Concat(model.ThemeWeights).Concat(model.Biases))
                writer.Write(value);
            writer.Write(model.Idf);
            foreach (var weight in model.Weights)
                writer.Write(weight);
        }

        return bytes.ToArray();
    }

    private static GramModel Unpack(byte[] block)
    {
        using var reader = new BinaryReader(new BrotliStream(new MemoryStream(block), CompressionMode.Decompress));
        float[] Floats(int count) => [.. Enumerable.Range(0, count).Select(_ => reader.ReadSingle())];
        byte[] Bytes(int count)
        {
            var bytes = new byte[count];
            reader.BaseStream.ReadExactly(bytes);
            return bytes;
        }

        var (scales, themes, biases) = (Floats(GramModel.Classes), Floats(Themes.Count * GramModel.Classes), Floats(GramModel.Classes));
        return new GramModel
        {
            Scales = scales, ThemeWeights = themes, Biases = biases, Idf = Bytes(GramReading.Buckets),
            Weights = Array.ConvertAll(Bytes(GramReading.Buckets * GramModel.Classes), value => unchecked((sbyte)value)),
        };
    }
}
