using System.Text.Json;
using Dateline.Worker.Documents.Dates;
using Dateline.Worker.Feeds.Parsing;
using Dateline.Worker.Tests.Support;
using Xunit.Abstractions;

namespace Dateline.Worker.Tests.Feeds.Parsing;

public class FeedCorporaTests(ITestOutputHelper output)
{
    [CorporaFact]
    public void Parse_FeedparserCases_HoldsTheFloors()
    {
        var results = FeedparserCase.Read().Select(one => (Case: one, Holds: one.Holds(one.Parse()))).ToList();
        var core = Share("core", [.. results.Where(result => result.Case.Core)]);
        var all = Share("all", results);
        foreach (var (failed, _) in results.Where(result => result.Holds == false))
            output.WriteLine($"  {failed.Case} {failed.Norm} {failed.Op} {failed.Value} got {FeedparserModel.Field(failed.Parse(), failed.Norm)}");

        Assert.True(core >= 0.98, $"core {core}");
        Assert.True(all >= 0.97, $"all {all}");
    }

    [CorporaFact]
    public void Parse_DateCases_HoldsTheFloor()
    {
        var cases = File.ReadLines(Corpora.PathOf("feeds", "feedparser", "date_cases.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(one => one.TryGetProperty("input", out _)).ToList();
        var failed = cases.Where(one => ToSecond(PublicationDates.Parse(one.GetProperty("input").GetString())) != Instant(one.GetProperty("utc"))).ToList();
        output.WriteLine($"{cases.Count - failed.Count} of {cases.Count} dates; not: {string.Join(" | ", failed)}");

        Assert.True(failed.Count <= 1, $"{failed.Count} of {cases.Count}");
    }

    [CorporaFact]
    public void Parse_EveryFileOfTheFeedCorpora_IsReadToItsEnd()
    {
        var files = Directory.GetFiles(Corpora.PathOf("feeds"), "*", SearchOption.AllDirectories);
        var known = files.Count(file => FeedParser.Parse(File.ReadAllBytes(file), null, null).Format != FeedFormat.Unknown);
        output.WriteLine($"{files.Length} files, {known} of a known format");

        Assert.True(known >= 2000, $"{known}");
    }

    [CorporaFact]
    public void Parse_RealDocuments_EachHasEntries()
    {
        var files = Directory.GetFiles(Corpora.PathOf("feeds", "real"));
        var without = files.Where(file => FeedParser.Parse(File.ReadAllBytes(file), null, null).Entries.Count == 0 && HasEntries(File.ReadAllText(file)))
            .Select(Path.GetFileName).ToList();
        output.WriteLine($"{files.Length - without.Count} of {files.Length} documents; not: {string.Join(", ", without)}");

        Assert.Empty(without);
    }

    /// One is a picture and one a podcast before its first episode
    private static bool HasEntries(string document) =>
        new[] { "<item", "<entry", ":item", ":entry", "\"items\"" }.Any(opening => document.Contains(opening, StringComparison.Ordinal));

    private double Share(string name, List<(FeedparserCase Case, bool? Holds)> results)
    {
        var placed = results.Count(result => result.Holds is not null);
        var holding = results.Count(result => result.Holds == true);
        output.WriteLine($"{name}: {holding} of {placed} hold ({holding / (double)placed:0.0000}); {results.Count - placed} of {results.Count} are of fields that a parsed feed does not have");
        return holding / (double)placed;
    }

    /// feedparser drops what is below a second
    private static DateTimeOffset? ToSecond(DateTimeOffset? time) => time?.AddTicks(-(time.Value.Ticks % TimeSpan.TicksPerSecond));

    private static DateTimeOffset? Instant(JsonElement utc) =>
        utc.ValueKind == JsonValueKind.String ? DateTimeOffset.Parse(utc.GetString()!, System.Globalization.CultureInfo.InvariantCulture) : null;
}
