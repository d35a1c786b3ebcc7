using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Dateline.Worker.Classification.Regions;

/// <summary>
/// What is written for a language beside its lexicon of country forms: more forms, and the words that are a place's name to the gazetteer and nothing to the
/// language ("auch" is a town in France). A line has a code, a form and a kind, parted by tabs; the code is <c>--</c> where the form names no country.
/// </summary>
internal sealed record LanguageForms(IReadOnlyList<RegionForm> Forms, FrozenSet<string> Words)
{
    private const string Folder = "regions/";

    private static readonly LanguageForms None = new([], []);

    private static readonly FrozenSet<string> Names = typeof(LanguageForms).Assembly.GetManifestResourceNames().ToFrozenSet(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, Lazy<LanguageForms>> Open = new(StringComparer.Ordinal);

    /// <summary>The languages that have any.</summary>
    public static IEnumerable<string> Languages => Names.Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name => name[Folder.Length..^".tsv".Length]);

    public static LanguageForms Of(string language) => !Names.Contains(NameOf(language)) ? None
        : Open.GetOrAdd(language, static tongue => new Lazy<LanguageForms>(() => BuiltInData.Read(NameOf(tongue), Lines))).Value;

    private static string NameOf(string language) => $"{Folder}{language}.tsv";

    private static LanguageForms Lines(Stream stream)
    {
        using var reader = new StreamReader(stream);
        var (forms, words) = (new List<RegionForm>(), new List<string>());
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split('\t');
            if (parts is [_, var word, "word"])
                words.Add(Folding.Key(word));
            else
                forms.Add(new RegionForm(parts[0], parts[1], parts[2]));
        }

        return new LanguageForms(forms, words.ToFrozenSet(StringComparer.Ordinal));
    }
}
