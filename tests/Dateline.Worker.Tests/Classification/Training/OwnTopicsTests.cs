using System.Text.Json;
using Dateline.Worker.Classification.Topics;
using Dateline.Worker.Classification.Training;

namespace Dateline.Worker.Tests.Classification.Training;

public sealed class OwnTopicsTests : IDisposable
{
    private static readonly (string Topic, string[] Sentences)[] Stories =
    [
        ("sport", ["The regatta crew won the bronze sculls", "Our sculls crew lost the regatta by a length", "The crew trained for the regatta all winter", "Bronze for the sculls at the regatta"]),
        ("arts", ["The quartet played the sonata on a harp", "A harp sonata opened the quartet's evening", "The sonata for harp pleased the quartet", "Encore for the quartet and its harp"]),
        ("weather", ["Drizzle and fog until noon, then sleet", "Fog at dawn, sleet and drizzle by dusk", "Sleet follows the fog on Thursday", "Drizzle, more drizzle and a little fog"]),
    ];

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("sport", "Bronze for the regatta crew")]
    [InlineData("arts", "A sonata for harp and quartet")]
    [InlineData("weather", "Fog and drizzle, sleet later")]
    public void OwnTopics_TinySet_TagsWhatItLearned(string topic, string text)
    {
        var tagger = new TopicTagger(TopicModelFile.Read(new MemoryStream(Train(Write("own.jsonl", Rows()), threads: 2))), BuiltIn.Lexicons);

        Assert.Equal(topic, tagger.Tag(text, "", "en")[0].Slug);
    }

    [Fact]
    public void OwnTopics_OneThreadOrTwo_GiveTheSameBytes()
    {
        var file = Write("own.jsonl", Rows());

        Assert.Equal(Train(file, threads: 1), Train(file, threads: 2));
    }

    [Fact]
    public void OwnTopics_RowsOfTheDevelopmentSplit_DoNotTrain()
    {
        string[] held = [.. Rows().Select(row => row.Replace("\"text\"", "\"split\":\"dev\",\"text\"", StringComparison.Ordinal))];

        Assert.Contains("no row", Fails([.. held]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"text": "a", "topics": ["sprot"]}""", "'sprot' is no topic")]
    [InlineData("""{"text": "a"}""", "there are no topics")]
    [InlineData("""{"topics": ["sport"]}""", "neither title nor text")]
    [InlineData("""{"text": """, "own.jsonl")]
    [InlineData("null", "own.jsonl")]
    [InlineData("""{"text": "a", "topics": "sport"}""", "own.jsonl")]
    public void OwnTopics_WrongRow_NamesFileAndRow(string row, string expected)
    {
        var message = Fails(Rows()[0], row);

        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.Contains("row 2", message, StringComparison.Ordinal);
    }

    [Fact]
    public void OwnTopics_NoSuchFile_NamesIt() =>
        Assert.Contains("/nowhere.jsonl", Assert.Throws<CorpusException>(() => OwnTexts.Read(["/nowhere.jsonl"], TopicCatalog.Labels)).Message, StringComparison.Ordinal);

    private string Fails(params string[] rows) => Assert.Throws<CorpusException>(() => OwnTexts.Read([Write("own.jsonl", rows)], TopicCatalog.Labels)).Message;

    private static string[] Rows() =>
    [
        .. Enumerable.Range(0, 6).SelectMany(_ => Enumerable.Range(0, 4)).SelectMany(at => Stories.Select(story =>
            JsonSerializer.Serialize(new { text = story.Sentences[at], topics = new[] { story.Topic } }))),
    ];

    private string Write(string name, string[] rows)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllLines(path, rows);
        return path;
    }

    private static byte[] Train(string file, int threads)
    {
        var stream = new MemoryStream();
        TrainTargets.OwnTopics([file], null, new TrainingOptions { Threads = threads }, _ => { })(stream);
        return stream.ToArray();
    }
}
