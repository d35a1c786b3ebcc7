using Dateline.Contracts;
using Dateline.Worker.Classification.Training;

namespace Dateline.Worker.Classification.Evaluation;

/// <summary>Region scores of one file.</summary>
internal sealed record RegionReport(string Data, int Texts, TopicCounts Named, TopicCounts Focus, double TopRight, double InFocus);

/// <summary>
/// Scores countries. Rows with <c>countries</c> give the focus set, the main one first; GeoVirus gives every place named, and its main
/// countries are those named most. Texts without a country are left out.
/// </summary>
internal static class RegionEvaluation
{
    /// <param name="classifier">What is scored.</param>
    /// <param name="input">What it is scored on.</param>
    /// <param name="begin">Hears how many texts there are and gives what is called after each.</param>
    public static RegionReport Run(Classifier classifier, EvaluationInput input, Func<int, Action> begin)
    {
        var scores = new RegionScores();
        var geoVirus = input.Path.Contains(".xml", StringComparison.OrdinalIgnoreCase);
        var texts = (geoVirus ? GeoVirus(classifier, input) : Rows(input)).ToArray();
        var scored = begin(texts.Length);
        foreach (var (text, gold, main) in texts)
        {
            var regions = classifier.Classify(text).Regions;
            scores.Add(gold, main, [.. regions.Select(region => region.Code)], [.. regions.Where(region => region.Role == Region.Focus).Select(region => region.Code)]);
            scored();
        }

        return new RegionReport(
            input.WithHome ? $"{input.Path} with the feed's country" : input.Path, scores.Texts, scores.Named, scores.Focus, scores.TopRight, scores.InFocus);
    }

    private static IEnumerable<(ClassifierInput Text, string[] Gold, string[] Main)> Rows(EvaluationInput input)
    {
        var rows = CorpusFiles.Rows(input.Path).Where(row => row.Split != "train" && row.Countries is { Length: > 0 }).ToList();
        foreach (var row in rows)
        {
            var home = input.WithHome ? Home(rows, row) : null;
            yield return (new ClassifierInput(row.Title ?? "", Text: row.Text, Language: row.Language, FeedCountry: home), row.Countries!, row.Countries![..1]);
        }
    }

    /// <summary>The country that most of the site's other articles are about (of the source, where rows name no site); a source of world news has none.</summary>
    private static string? Home(List<CorpusRow> rows, CorpusRow row)
    {
        var site = row.FeedSite ?? row.Source;
        var others = rows.Where(other => !ReferenceEquals(other, row) && site is not null && (other.FeedSite ?? other.Source) == site).ToArray();
        var most = others.GroupBy(other => other.Countries![0]).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault();
        return most?.Count() * 2 > others.Length ? most!.Key : null;
    }

    private static IEnumerable<(ClassifierInput Text, string[] Gold, string[] Main)> GeoVirus(Classifier classifier, EvaluationInput input)
    {
        var cities = Path.Combine(input.Corpora, "regions", "gazetteer", "cities1000.tsv");
        foreach (var (text, countries) in new GeoVirusArticles(cities, classifier.Gazetteer).Read(input.Path))
        {
            if (countries.Length == 0)
                continue;
            var counts = countries.CountBy(country => country).ToArray();
            var most = counts.Max(entry => entry.Value);
            yield return (
                new ClassifierInput("", Text: text), [.. counts.Select(entry => entry.Key)],
                [.. counts.Where(entry => entry.Value == most).Select(entry => entry.Key)]);
        }
    }
}
