using System.IO.Compression;
using System.Text;
using Dateline.Worker.Classification.Subjects;

namespace Dateline.Worker.Classification.Topics;

/// <summary>The file of a topic model: a signature, for labels of a user's own these and the languages, then the parts in turn, all of it deflated.</summary>
internal static class TopicModelFile
{
    private const string Signature = "dateline-topics-2", LabelsSignature = "dateline-labels-2";

    /// <summary>Models of old, which read topics' terms alone.</summary>
    private const string OldSignature = "dateline-topics-1", OldLabelsSignature = "dateline-labels-1";

    /// <summary>More words are a broken file, not a model.</summary>
    private const int MostWords = 1_000_000;

    /// <summary>More labels than any taxonomy of news has.</summary>
    public const int MostLabels = 1_000;

    public static void Write(TopicModel model, Stream stream)
    {
        using var packed = new DeflateStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(packed, Encoding.UTF8);
        writer.Write(model.Labels.IsBuiltIn ? Signature : LabelsSignature);
        if (!model.Labels.IsBuiltIn)
            WriteLabels(writer, model);
        writer.Write(model.Words.Length);
        foreach (var word in model.Words)
            writer.Write(word);
        writer.Write(model.Pairs.Length);
        foreach (var (left, right) in model.Pairs)
        {
            writer.Write(left);
            writer.Write(right);
        }

        foreach (var idf in model.Idf)
            writer.Write((Half)idf);
        foreach (var part in new[] { model.Scales, model.ThemeWeights, model.Biases, model.Calibration })
        {
            foreach (var value in part)
                writer.Write(value);
        }

        foreach (var weight in model.Weights)
            writer.Write(weight);
    }

    /// <exception cref="InvalidDataException">The file cannot be read or holds no topic model; the message names it.</exception>
    public static TopicModel Load(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return Read(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException or NotSupportedException)
        {
            throw new InvalidDataException($"Cannot use {path} as a topic model: {e.Message}", e);
        }
    }

    /// <exception cref="InvalidDataException">The stream holds no topic model.</exception>
    public static TopicModel Read(Stream stream)
    {
        try
        {
            using var unpacked = new DeflateStream(stream, CompressionMode.Decompress, leaveOpen: true);
            using var reader = new BinaryReader(unpacked, Encoding.UTF8);
            return Read(reader);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or FormatException)
        {
            throw new InvalidDataException("This is no topic model, or it is cut short.", e);
        }
    }

    private static void WriteLabels(BinaryWriter writer, TopicModel model)
    {
        writer.Write(model.Labels.Taxonomy);
        writer.Write(string.Join(' ', model.Languages));
        writer.Write(model.Labels.Count);
        foreach (var (id, slug, name) in model.Labels.Labels)
        {
            writer.Write(id);
            writer.Write(slug);
            writer.Write(name);
        }
    }

    private static (LabelSet Labels, string[] Languages) ReadLabels(BinaryReader reader)
    {
        var (taxonomy, languages, count) = (reader.ReadString(), reader.ReadString(), reader.ReadInt32());
        if (count is < 1 or > MostLabels || !LabelSet.IsSlug(taxonomy))
            throw new InvalidDataException("The labels are none.");
        var labels = new Label[count];
        for (var i = 0; i < count; i++)
        {
            labels[i] = new Label(reader.ReadString(), reader.ReadString(), reader.ReadString());
            if (!LabelSet.IsSlug(labels[i].Slug))
                throw new InvalidDataException("A label is none.");
        }

        return (new LabelSet(taxonomy, labels), languages.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static TopicModel Read(BinaryReader reader)
    {
        var signature = reader.ReadString();
        var (set, languages) = signature switch
        {
            Signature or OldSignature => (TopicCatalog.Labels, []),
            LabelsSignature or OldLabelsSignature => ReadLabels(reader),
            _ => throw new InvalidDataException("The signature is another one."),
        };
        var topics = set.Count;
        var count = reader.ReadInt32();
        if (count is < 0 or > MostWords)
            throw new InvalidDataException("The number of words is none.");
        var words = new string[count];
        for (var i = 0; i < words.Length; i++)
            words[i] = reader.ReadString();
        var isOld = signature is OldSignature or OldLabelsSignature;
        var pairs = isOld ? [] : ReadPairs(reader, count);
        var idf = new float[words.Length + pairs.Length];
        for (var i = 0; i < idf.Length; i++)
            idf[i] = (float)reader.ReadHalf();
        var scales = Floats(reader, topics);
        var themes = Floats(reader, topics * (isOld ? TopicCatalog.Count : Themes.Count));
        var biases = Floats(reader, topics);
        var calibration = Floats(reader, topics * (topics + 1));
        var bytes = new byte[idf.Length * topics];
        reader.BaseStream.ReadExactly(bytes);
        return new TopicModel
        {
            Labels = set, Languages = languages, Words = words, Pairs = pairs, Idf = idf, Scales = scales, ThemeWeights = themes, Biases = biases, Calibration = calibration,
            Weights = Array.ConvertAll(bytes, value => unchecked((sbyte)value)),
        };
    }

    private static (int First, int Second)[] ReadPairs(BinaryReader reader, int words)
    {
        var count = reader.ReadInt32();
        if (count is < 0 or > MostWords)
            throw new InvalidDataException("The number of pairs is none.");
        var pairs = new (int First, int Second)[count];
        foreach (ref var pair in pairs.AsSpan())
        {
            pair = (reader.ReadInt32(), reader.ReadInt32());
            if ((uint)pair.First >= (uint)words || (uint)pair.Second >= (uint)words)
                throw new InvalidDataException("A pair is of no words.");
        }

        return pairs;
    }

    private static float[] Floats(BinaryReader reader, int count)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++)
            values[i] = reader.ReadSingle();
        return values.All(float.IsFinite) ? values : throw new InvalidDataException("A weight is no number.");
    }
}
