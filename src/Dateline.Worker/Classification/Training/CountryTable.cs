using System.Text;
using Dateline.Worker.Classification.Regions;

namespace Dateline.Worker.Classification.Training;

/// <summary>Countries of ISO 3166-1 (and Kosovo) with their UN M49 sub-region and continent.</summary>
internal sealed class CountryTable
{
    /// <summary>What M49 does not list by itself.</summary>
    private static readonly Dictionary<string, (string Subregion, string Continent)> Unlisted = new(StringComparer.Ordinal)
    {
        ["TW"] = ("eastern-asia", "asia"),
        ["XK"] = ("southern-europe", "europe"),
    };

    public CountryTable(string folder, IReadOnlyList<RegionForm> lexicon)
    {
        var areas = Rows(Path.Combine(folder, "un-m49.tsv")).Where(row => row.Length >= 5)
            .ToDictionary(row => row[0], row => (Level: row[1], Name: row[2], Parent: row[3]), StringComparer.Ordinal);
        var byAlpha3 = Rows(Path.Combine(folder, "un-m49.tsv")).Where(row => row.Length >= 5 && row[4].Length == 3)
            .ToDictionary(row => row[4], row => row[3], StringComparer.Ordinal);
        var names = lexicon.Where(form => form.Kind == "name").GroupBy(form => form.Code).ToDictionary(group => group.Key, group => group.First().Form, StringComparer.Ordinal);

        Countries = [.. Rows(Path.Combine(folder, "iso3166-1.tsv")).Where(row => row.Length >= 4 && row[0].Length == 2)
            .Select(row => (Code: row[0], Name: row[3], Parent: byAlpha3.GetValueOrDefault(row[1], "")))
            .Append((Code: "XK", Name: "Kosovo", Parent: "")).DistinctBy(row => row.Code).OrderBy(row => row.Code, StringComparer.Ordinal)
            .Select(row => Country(row.Code, names.GetValueOrDefault(row.Code, row.Name), row.Parent, areas))];
    }

    public IReadOnlyList<Country> Countries { get; }

    private static Country Country(string code, string name, string parent, Dictionary<string, (string Level, string Name, string Parent)> areas)
    {
        if (Unlisted.TryGetValue(code, out var unlisted))
            return new Country(code, name, unlisted.Subregion, unlisted.Continent);
        if (!areas.TryGetValue(parent, out var area) || area.Parent.Length == 0)
            return new Country(code, name, "", "");
        var continent = area;
        while (continent.Level != "1" && areas.TryGetValue(continent.Parent, out var wider))
            continent = wider;
        return new Country(code, name, Slug(area.Name), Slug(continent.Name));
    }

    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.ToLowerInvariant())
            slug.Append(char.IsAsciiLetter(c) ? c : '-');
        return slug.ToString();
    }

    private static IEnumerable<string[]> Rows(string path) => CorpusFiles.Lines(path).Select(line => line.TrimEnd('\r').Split('\t'));
}
