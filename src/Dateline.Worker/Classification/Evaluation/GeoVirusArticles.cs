using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using Dateline.Worker.Classification.Regions;
using Dateline.Worker.Classification.Training;

namespace Dateline.Worker.Classification.Evaluation;

/// <summary>
/// GeoVirus: Wikinews articles whose places have coordinates. A coordinate's country is that of the nearest known place, of one of the
/// same name within a degree and a half if there is one; a country's own name stands for itself, and what is larger than one is left out.
/// </summary>
internal sealed class GeoVirusArticles
{
    private readonly Gazetteer gazetteer;

    private readonly ILookup<(int Lat, int Lon), (string Name, string Country, double Lat, double Lon)> cells;

    /// <exception cref="CorpusException">The list of places is missing.</exception>
    public GeoVirusArticles(string citiesPath, Gazetteer gazetteer)
    {
        this.gazetteer = gazetteer;
        cells = CorpusFiles.Lines(citiesPath)
            .Select(line => line.Split('\t')).Where(parts => parts.Length >= 9)
            .Select(parts => (Name: parts[1], Country: parts[3], Lat: Degrees(parts[7]), Lon: Degrees(parts[8])))
            .ToLookup(place => ((int)Math.Floor(place.Lat / 2), (int)Math.Floor(place.Lon / 2)));
    }

    /// <summary>Each article's text with its places' countries, one entry a place.</summary>
    public IEnumerable<(string Text, string[] Countries)> Read(string path)
    {
        using var file = File.OpenRead(path);
        using var stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        var document = XDocument.Load(stream);
        foreach (var article in document.Descendants("article"))
        {
            yield return (
                (string?)article.Element("text") ?? "",
                [.. article.Descendants("location").Select(CountryOf).Where(country => country.Length > 0)]);
        }
    }

    private string CountryOf(XElement location)
    {
        var name = (string?)location.Element("name") ?? "";
        foreach (var sense in gazetteer.Find(Folding.Key(name)))
        {
            if (sense.Kind == PlaceKind.Block)
                return "";
            if (sense.Kind == PlaceKind.Country && name != "Georgia")
                return gazetteer.Countries[sense.Country].Code;
        }

        var (lat, lon) = (Degrees((string?)location.Element("lat")), Degrees((string?)location.Element("lon")));
        var near = Near(lat, lon).OrderBy(place => Math.Pow(place.Lat - lat, 2) + Math.Pow((place.Lon - lon) * Math.Cos(lat * Math.PI / 180), 2)).ToArray();
        var same = near.FirstOrDefault(place => place.Name == name && Math.Abs(place.Lat - lat) < 1.5 && Math.Abs(place.Lon - lon) < 1.5);
        return same.Country ?? near.FirstOrDefault().Country ?? "";
    }

    private (string Name, string Country, double Lat, double Lon)[] Near(double lat, double lon)
    {
        var (row, column) = ((int)Math.Floor(lat / 2), (int)Math.Floor(lon / 2));
        for (var reach = 1; reach <= 8; reach *= 2)
        {
            var found = Enumerable.Range(row - reach, (2 * reach) + 1).SelectMany(r => Enumerable.Range(column - reach, (2 * reach) + 1).SelectMany(c => cells[(r, c)])).ToArray();
            if (found.Length > 0)
                return found;
        }

        return [];
    }

    private static double Degrees(string? text) => double.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
