using System.Text.Json;
using Dateline.Worker.Documents;
using Dateline.Worker.Tests.Support;
using Xunit.Abstractions;

namespace Dateline.Worker.Tests.Documents;

/// <summary>Pairs of an odd spelling and a normal one, from others' tests: both must be the same page.</summary>
public class CanonicalUrlCorporaTests(ITestOutputHelper output)
{
    [CorporaFact]
    public void Of_CrawlerCommonsPairs_AreTheSamePage()
    {
        var lines = File.ReadAllLines(Corpora.PathOf("robots", "crawler-commons", "src", "test", "resources", "normalizer", "weirdToNormalizedUrls.csv"));
        var pairs = lines.Where(line => line.StartsWith("http", StringComparison.Ordinal) && line.Contains(", ", StringComparison.Ordinal))
            .Select(line => line.Split(", ", 2)).Select(pair => (Odd: pair[0].Trim(), Normal: pair[1].Trim())).ToArray();
        var missed = pairs.Where(pair => Identity(pair.Odd) != Identity(pair.Normal)).ToArray();
        output.WriteLine($"{pairs.Length - missed.Length} of {pairs.Length}");
        foreach (var (odd, normal) in missed)
            output.WriteLine($"{odd} -> {Identity(odd)}, not {Identity(normal)}");
        Assert.True(missed.Length <= pairs.Length / 20, $"{missed.Length} of {pairs.Length} differ");
    }

    [CorporaFact]
    public void Normalise_EveryAddressOfTheCorpora_IsStable()
    {
        var addresses = Directory.GetFiles(Corpora.PathOf("urls"), "*.json", SearchOption.AllDirectories)
            .SelectMany(file => Strings(JsonDocument.Parse(File.ReadAllText(file), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }).RootElement)).Distinct().ToArray();
        Assert.True(addresses.Length > 1_000);
        var unstable = addresses.Where(address => CanonicalUrl.Normalise(CanonicalUrl.Normalise(address)) != CanonicalUrl.Normalise(address)).ToArray();
        foreach (var address in unstable)
            output.WriteLine($"{address} -> {CanonicalUrl.Normalise(address)} -> {CanonicalUrl.Normalise(CanonicalUrl.Normalise(address))}");
        Assert.Empty(unstable);
    }

    private static string Identity(string address) => UrlIdentity.Of(CanonicalUrl.Normalise(address));

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value).Append(property.Name)),
        _ => [],
    };
}
