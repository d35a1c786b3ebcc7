using System.Globalization;
using Dateline.Worker.Classification.Regions;

namespace Dateline.Worker.Classification.Training;

/// <summary>
/// Builds the gazetteer from GeoNames (CC BY 4.0), ISO 3166 and UN M49 tables and the project's own lexicon of country forms. Nothing
/// from the share-alike list of countries beside them goes in, nor the names learned from Wikipedia (they gave .002 of focus F1).
/// </summary>
internal sealed class GazetteerCompiler(string corpora, string lexicons, Action<string> report)
{
    private const float CountryWeight = 9, AdjectiveWeight = 8, NameWeight = 8, ListedCity = 5.5f;

    /// <summary>A capital by its size: cities of that name elsewhere must not win by size alone.</summary>
    private const float LargeCapital = 8f, Capital = 7f, SmallestCapital = 5f;

    /// <summary>Subdivisions of large countries are known abroad; those of others need their country named.</summary>
    private const float KnownArea = 7, OtherArea = 4.5f;

    private static readonly HashSet<string> LargeCountries =
        [.. "US CA AU IN CN BR MX DE ES IT RU NG PK UA ZA TR AR ID GB FR JP".Split(' ')];

    private static readonly HashSet<string> GenericAreas = [.. """
        Central Northern Southern Eastern Western North South East West Capital National Coast Center Centre Upper Lower Rivers Plateau Delta
        Union Independence Santiago Liberia Colon Concepcion Victoria Florida Cordoba Madison Cross Manchester Kingston Gulf Falcon
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), "South East", "North East", "North West", "South West"];

    /// <summary>Always written with a capital, and hardly ever the town of that name when it stands alone.</summary>
    private static readonly string[] OtherThings = ["atlantic", "batman", "goya", "grad", "jupiter", "mercury", "pluto", "venus", "saturn"];

    /// <summary>Parties of so many countries that the name says nothing.</summary>
    private static readonly string[] Unspecific = ["Democratic Party", "Workers' Party"];

    /// <summary>Of two countries' peoples the one that is hardly ever meant when the other half of the name is missing.</summary>
    private static readonly (string Code, string Form)[] Unlikely = [("KP", "Korean"), ("KP", "Koreans"), ("DM", "Dominican"), ("DM", "Dominicans")];

    /// <summary>A town below this size (about 500,000 inhabitants) is less known than an institution of its name.</summary>
    private const float LesserTown = 5.7f;

    /// <summary>Firms better known than the towns of their name.</summary>
    private static readonly string[] Brands = ["Toyota", "Honda", "Cadillac", "Nokia", "Chevrolet", "Fox News", "BBC News", "News", "Samsung", "Disney", "Twitter", "Nestle", "Mercedes", "Hallmark"];

    /// <summary>Names that say where a story plays without a place.</summary>
    private static readonly string[] AmericanInstitutions =
        ["Republicans", "Republican", "Democrats", "Democrat", "House Democrats", "Senate Republicans", "Medicare", "Social Security Administration", "CNN", "NBC", "CBS", "ABC News", "HuffPost", "WWE", "MSNBC"];

    private readonly string folder = Path.Combine(corpora, "regions", "gazetteer");
    private readonly PlaceTable table = new();

    public Gazetteer Compile()
    {
        var lexicon = RegionFiles.Read(Path.Combine(lexicons, "regions", "en.tsv"));
        var countries = new CountryTable(folder, lexicon).Countries;
        table.Number(countries);
        report($"{countries.Count} countries");
        AddForms(lexicon);
        AddSubdivisions();
        AddCities();
        var words = OrdinaryWords.Learn(corpora, table.LoneCityKeys());
        AddAliases();
        AddInstitutions();
        report($"{table.Count} names, {words.Ordinary.Count} ordinary words, {words.Common.Count} of them names too");
        return new Gazetteer(countries, table.Build(), words.Ordinary, words.Common.Concat(Stopped()).Concat(OtherThings));
    }

    private void AddForms(List<RegionForm> forms)
    {
        foreach (var form in forms.Where(form => !form.Form.Any(c => c == ',' || char.IsDigit(c)) && !Unspecific.Contains(form.Form) && !Unlikely.Contains((form.Code, form.Form))))
        {
            var kind = form.PlaceKind;
            var weight = kind switch
            {
                PlaceKind.Country => CountryWeight,
                PlaceKind.Adjective => AdjectiveWeight,
                PlaceKind.Capital => SmallestCapital,
                PlaceKind.City => ListedCity,
                PlaceKind.Area => KnownArea,
                _ => NameWeight,
            };
            table.Add(form.Form, form.Code, kind, weight, kind == PlaceKind.Area ? UsStateNames.Code(form.Form) : "");
        }
    }

    private void AddSubdivisions()
    {
        foreach (var parts in Rows("iso3166-2.tsv").Where(parts => parts.Length >= 3 && parts[1].Length == 2))
        {
            var (code, country) = (parts[0], parts[1]);
            var name = Plain(parts[2]);
            var isOwnCountry = country is "US" && code[3..] is "PR" or "GU" or "AS" or "VI" or "MP" or "UM" || country is "CN" && code[3..] is "TW" or "HK" or "MO";
            if (isOwnCountry || name.Length < 4 || GenericAreas.Contains(name))
                continue;
            var weight = LargeCountries.Contains(country) ? KnownArea : OtherArea;
            table.Add(name, country, PlaceKind.Area, weight, country == "US" ? code[3..] : "");
            if (WithoutSort(name) is { Length: > 3 } shorter && shorter != name && !GenericAreas.Contains(shorter))
                table.Add(shorter, country, PlaceKind.Area, weight);
        }
    }

    private void AddCities()
    {
        foreach (var parts in Rows("cities1000.tsv").Where(parts => parts.Length >= 7 && int.TryParse(parts[6], CultureInfo.InvariantCulture, out _)))
        {
            var (name, country, feature) = (parts[1], parts[3], parts[4]);
            var size = (float)Math.Log10(1.0 + int.Parse(parts[6], CultureInfo.InvariantCulture));
            var weight = size + (feature == "PPLC" ? 1.5f : feature == "PPLA" ? .3f : 0);
            var state = country == "US" && parts[5].Length == 2 ? parts[5] : "";
            AddCity(name, country, weight, state);
            if (feature == "PPLC")
                table.Add(name, country, PlaceKind.Capital, weight > 7 ? LargeCapital : weight > 6.4f ? Capital : Math.Max(weight, SmallestCapital));
        }
    }

    private void AddCity(string name, string country, float weight, string state)
    {
        table.Add(name, country, PlaceKind.City, weight, state);
        if (name.StartsWith("Saint ", StringComparison.Ordinal))
            table.Add("St " + name[6..], country, PlaceKind.City, weight, state);
        if (name.EndsWith(" City", StringComparison.Ordinal))
            table.Add(name[..^5], country, PlaceKind.City, weight - .3f, state);
        if (name.StartsWith("City of ", StringComparison.Ordinal))
            table.Add(name[8..], country, PlaceKind.City, weight, state);
    }

    /// <summary>Blocks and larger regions replace what their key meant before; a country's code adds to it.</summary>
    private void AddAliases()
    {
        foreach (var parts in Rows("region_aliases.tsv").Where(parts => parts.Length >= 2))
        {
            if (parts[1].Length == 2 && parts[1] != "EU")
                table.Add(parts[0], parts[1], PlaceKind.Organisation, NameWeight);
            else
                table.Block(parts[0]);
        }

        foreach (var brand in Brands)
            table.Block(brand);
        foreach (var name in AmericanInstitutions)
            table.Add(name, "US", PlaceKind.Organisation, NameWeight);
        table.Add("BBC", "GB", PlaceKind.Organisation, NameWeight);
    }

    /// <summary>
    /// Parliaments, parties, firms, clubs, prizes and people that say where a story plays; a name that is known already stays what it is, but for small towns
    /// (Broadway, Carrefour), which need their country named.
    /// </summary>
    private void AddInstitutions()
    {
        using var stream = typeof(GazetteerCompiler).Assembly.GetManifestResourceStream("institutions.tsv")
            ?? throw new InvalidOperationException("The build left out its resource institutions.tsv.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split('\t');
            foreach (var name in parts[1].Split("; ").Where(name => table.IsLessThan(name, LesserTown)))
                table.Add(name, parts[0], PlaceKind.Organisation, NameWeight);
        }
    }

    private IEnumerable<string> Stopped()
    {
        using var json = System.Text.Json.JsonDocument.Parse(string.Join('\n', CorpusFiles.Lines(Path.Combine(folder, "ambiguous_words.json"))));
        return [.. json.RootElement.EnumerateObject().SelectMany(list => list.Value.EnumerateArray()).Select(word => word.GetString() ?? "")];
    }

    private IEnumerable<string[]> Rows(string file) =>
        CorpusFiles.Lines(Path.Combine(folder, file)).Select(line => line.TrimEnd('\r').Split('\t'));

    private static string Plain(string name) => name.Split('[', '(', ',')[0].Trim();

    /// <summary>"Hubei Sheng" and "Nairobi Province" are said without the sort of subdivision that they are.</summary>
    private static string WithoutSort(string name)
    {
        string[] sorts = ["Province", "Region", "State", "Oblast", "Oblast'", "oblast'", "Krai", "Kray", "kray", "Governorate", "County", "District", "Department", "Prefecture", "Respublika", "Sheng", "Shi"];
        return string.Join(' ', name.Split(' ').Where(word => !sorts.Contains(word)));
    }
}
