using System.Globalization;
using System.IO.Compression;
using System.Text;
using Dateline.Worker.Classification.Regions;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Lexicons;

/// <summary>
/// The lexicons of all languages in one file: a signature, what themes say of topics, and a Brotli block a language that is
/// only opened when a text in it comes. Safe for many threads.
/// </summary>
internal sealed class LexiconArchive
{
    private const string Signature = "dateline-lexicons-2";

    private readonly Dictionary<string, Lazy<LanguageLexicon>> languages = new(StringComparer.Ordinal);

    private LexiconArchive(ThemeModel themes) => Themes = themes;

    public ThemeModel Themes { get; }

    public IReadOnlyCollection<string> Languages => languages.Keys;

    /// <summary>The English terms, which trained models read with.</summary>
    /// <exception cref="InvalidDataException">There are none.</exception>
    public LanguageTerms English => Find("en")?.Terms ?? throw new InvalidDataException("The lexicons have no English, which the topic model reads with.");

    /// <summary>A language's lexicon; null when there is none.</summary>
    public LanguageLexicon? Find(string language) => languages.TryGetValue(language, out var lexicon) ? lexicon.Value : null;

    public static void Write(Stream stream, ThemeModel themes, IReadOnlyDictionary<string, (List<LexiconTerm> Topics, List<RegionForm> Regions)> languages)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Signature);
        writer.Write(themes.Weights.Length);
        foreach (var value in themes.Weights.Concat(themes.Biases))
            writer.Write(value);
        writer.Write(languages.Count);
        foreach (var (language, lines) in languages.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            var block = Pack(lines.Topics, lines.Regions);
            writer.Write(language);
            writer.Write(block.Length);
            writer.Write(block);
        }
    }

    /// <exception cref="InvalidDataException">The stream holds no lexicons.</exception>
    public static LexiconArchive Read(Stream stream)
    {
        try
        {
            using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            return Read(reader);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or FormatException)
        {
            throw new InvalidDataException("These are no lexicons, or they are cut short.", e);
        }
    }

    private static LexiconArchive Read(BinaryReader reader)
    {
        if (reader.ReadString() != Signature)
            throw new InvalidDataException("The signature is another one.");
        if (reader.ReadInt32() != ThemeModel.FeatureCount * TopicCatalog.Count)
            throw new InvalidDataException("The themes are others: dateline train lexicons.");
        var archive = new LexiconArchive(new ThemeModel(Floats(reader, ThemeModel.FeatureCount * TopicCatalog.Count), Floats(reader, TopicCatalog.Count)));
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var language = reader.ReadString();
            var length = reader.ReadInt32();
            var block = length < 0 ? [] : reader.ReadBytes(length);
            if (block.Length != length)
                throw new InvalidDataException($"The lexicon of {language} is cut short.");
            archive.languages[language] = new Lazy<LanguageLexicon>(() => Unpack(language, block));
        }

        return archive;
    }

    private static float[] Floats(BinaryReader reader, int count)
    {
        var values = new float[count];
        foreach (ref var value in values.AsSpan())
            value = reader.ReadSingle();
        return values;
    }

    private static byte[] Pack(List<LexiconTerm> topics, List<RegionForm> regions)
    {
        var bytes = new MemoryStream();
        using (var packed = new BrotliStream(bytes, CompressionLevel.SmallestSize))
        using (var writer = new StreamWriter(packed))
        {
            foreach (var term in topics)
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{term.Topic}\t{term.Term}\t{term.Weight}\n"));
            writer.Write('\n');
            foreach (var form in regions)
                writer.Write($"{form.Code}\t{form.Form}\t{form.Kind}\n");
        }

        return bytes.ToArray();
    }

    private static LanguageLexicon Unpack(string language, byte[] block)
    {
        using var reader = new StreamReader(new BrotliStream(new MemoryStream(block), CompressionMode.Decompress));
        var terms = new List<LexiconTerm>();
        for (var line = reader.ReadLine(); !string.IsNullOrEmpty(line); line = reader.ReadLine())
        {
            var parts = line.Split('\t');
            terms.Add(new LexiconTerm(int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], int.Parse(parts[2], CultureInfo.InvariantCulture)));
        }

        var forms = new List<RegionForm>();
        for (var line = reader.ReadLine(); line is not null; line = reader.ReadLine())
        {
            var parts = line.Split('\t');
            forms.Add(new RegionForm(parts[0], parts[1], parts[2]));
        }

        return new LanguageLexicon(new LanguageTerms(language, terms), new RegionFormReader(language, [.. forms, .. LanguageForms.Of(language).Forms]));
    }
}
