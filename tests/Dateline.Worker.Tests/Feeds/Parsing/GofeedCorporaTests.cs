using System.Globalization;
using System.Text.Json;
using Dateline.Worker.Feeds.Parsing;
using Dateline.Worker.Tests.Support;
using Xunit.Abstractions;

namespace Dateline.Worker.Tests.Feeds.Parsing;

/// <summary>gofeed's own tests: documents, and beside each the model that gofeed makes of it.</summary>
public class GofeedCorporaTests(ITestOutputHelper output)
{
    [CorporaFact]
    public void Parse_GofeedPairs_HoldsTheFloor()
    {
        var (holding, placed, elsewhere) = (0, 0, 0);
        foreach (var (document, expected) in Pairs())
        {
            var parsed = FeedParser.Parse(File.ReadAllBytes(document), null, null);
            foreach (var (path, value) in Leaves(expected, ""))
            {
                if (GofeedModel.Field(parsed, path) is not var (text, isTime))
                {
                    elsewhere++;
                    continue;
                }

                placed++;
                if (Same(text, value, isTime))
                    holding++;
                else
                    output.WriteLine($"  {Path.GetFileName(document)} {path}: {value} got {text}");
            }
        }

        var share = holding / (double)placed;
        output.WriteLine($"gofeed: {holding} of {placed} hold ({share:0.0000}); {elsewhere} more are of fields that a parsed feed does not have");
        Assert.True(share >= 0.97, $"{share}");
    }

    /// A document that is JSON itself has its model in a file of the same name with "_expected"
    private static IEnumerable<(string Document, JsonElement Expected)> Pairs()
    {
        foreach (var document in Directory.GetFiles(Corpora.PathOf("feeds", "gofeed"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var beside = document.EndsWith(".json", StringComparison.Ordinal)
                ? document.Replace(".json", "_expected.json", StringComparison.Ordinal)
                : Path.ChangeExtension(document, ".json");
            if (File.Exists(beside))
                yield return (document, JsonDocument.Parse(File.ReadAllText(beside)).RootElement);
        }
    }

    private static IEnumerable<(string Path, string Value)> Leaves(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(part => Leaves(part.Value, path.Length == 0 ? part.Name : $"{path}.{part.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((part, index) => Leaves(part, $"{path}[{index}]")),
        JsonValueKind.Null => [],
        _ => [(path, element.ToString())],
    };

    private static bool Same(string? text, string expected, bool isTime)
    {
        if (!isTime)
            return FeedparserModel.Fold(text) == FeedparserModel.Fold(expected);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var own)
            && own == DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }
}
