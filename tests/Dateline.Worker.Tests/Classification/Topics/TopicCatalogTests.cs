using System.Text.Json;
using Dateline.Worker.Classification.Topics;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Classification.Topics;

public class TopicCatalogTests
{
    [Fact]
    public void Slugs_AreTheSeventeenOfTheContract() => Assert.Equal(
        "arts crime disaster economy education environment health human-interest labour lifestyle politics religion science society sport conflict weather".Split(' '),
        Enumerable.Range(0, TopicCatalog.Count).Select(TopicCatalog.Slug));

    [CorporaFact]
    public void Codes_AreThoseOfIptc()
    {
        using var labels = JsonDocument.Parse(File.ReadAllText(Corpora.PathOf("topics", "labels_iptc.json")));
        var expected = labels.RootElement.EnumerateObject().ToDictionary(label => label.Name, label => $"medtop:{label.Value.GetString()!.Replace("medtop:", "", StringComparison.Ordinal)}");

        Assert.Equal(expected, Enumerable.Range(0, TopicCatalog.Count).Select(topic => TopicCatalog.Tag(topic, 1, [])).ToDictionary(topic => topic.Slug, topic => topic.Id));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Sport")]
    [InlineData("politic")]
    public void IndexOf_NoSlug_IsNone(string? slug) => Assert.Equal(-1, TopicCatalog.IndexOf(slug));
}
