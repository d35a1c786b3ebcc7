using Dateline.Worker.Classification.Topics;
using Dateline.Worker.Classification.Training;

namespace Dateline.Worker.Tests.Classification.Training;

public sealed class LabelsFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("""{"taxonomy": "risk", "labels": ["sanctions", {"slug": "fraud", "name": "Fraud", "id": "r:2"}]}""", "risk", "risk:sanctions sanctions sanctions|r:2 fraud Fraud")]
    [InlineData("""{"labels": ["sanctions"]}""", "my-labels", "my-labels:sanctions sanctions sanctions")]
    [InlineData("""["sanctions", "fraud"]""", "my-labels", "my-labels:sanctions sanctions sanctions|my-labels:fraud fraud fraud")]
    [InlineData("""{"sanctions": "Sanctions", "fraud": ""}""", "my-labels", "my-labels:sanctions sanctions Sanctions|my-labels:fraud fraud fraud")]
    [InlineData("""{"taxonomy": "risk", "labels": {"sanctions": "Sanctions"}, /* note */ }""", "risk", "risk:sanctions sanctions Sanctions")]
    public void Read_EveryForm_GivesTaxonomyAndLabels(string json, string taxonomy, string expected)
    {
        var set = Read(json);

        Assert.Equal(taxonomy, set.Taxonomy);
        Assert.Equal(expected.Split('|'), set.Labels.Select(label => $"{label.Id} {label.Slug} {label.Name}"));
    }

    [Theory]
    [InlineData("""{"taxonomy": "Risk 1", "labels": ["a"]}""", "\"Risk 1\" is no name of a taxonomy")]
    [InlineData("""{"taxonomy": 7, "labels": ["a"]}""", "\"taxonomy\" is no text: 7")]
    [InlineData("""{"taxonomy": "subject", "labels": ["a"]}""", "\"subject\" is the built-in subjects'")]
    [InlineData("""["Sanctions!"]""", "\"Sanctions!\" is no slug")]
    [InlineData("""["a.b"]""", "\"a.b\" is no slug")]
    [InlineData("""["a", "b", "a"]""", "\"a\" stands there twice")]
    [InlineData("""[]""", "There are 0 labels")]
    [InlineData("""{"labels": 3}""", "neither a list")]
    [InlineData("""[{"name": "x"}]""", "{\"name\": \"x\"} is no label")]
    [InlineData("""[{"slug": ["x"]}]""", "\"slug\" is no text")]
    [InlineData("""["a" """, "my-labels.json")]
    [InlineData("", "my-labels.json")]
    public void Read_Wrong_NamesFileAndFault(string json, string expected)
    {
        var message = Assert.Throws<CorpusException>(() => Read(json)).Message;

        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.Contains("my-labels.json", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoSuchFile_NamesIt() =>
        Assert.Contains("/nowhere/l.json", Assert.Throws<CorpusException>(() => LabelsFile.Read("/nowhere/l.json")).Message, StringComparison.Ordinal);

    private LabelSet Read(string json)
    {
        var path = Path.Combine(folder, "my-labels.json");
        File.WriteAllText(path, json);
        return LabelsFile.Read(path);
    }
}
