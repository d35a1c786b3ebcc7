using Dateline.Worker.Classification.Lexicons;
using Dateline.Worker.Classification.Topics;
using Dateline.Worker.Classification.Training;

namespace Dateline.Worker.Tests.Classification.Training;

public sealed class TeachingTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        Write(new Teaching(Judgement("A title", "A text", [1, 255]), Vector("harbour", [-3, 127]), 2));
        var read = Teaching.Read(path, topics: 2);

        Assert.Equal([1, 255], read.JudgementOf("A title", "A text")!);
        Assert.Null(read.JudgementOf("A title", "Another text"));
        Assert.Equal<sbyte>([-3, 127], read.VectorOf("harbour")!);
        Assert.Null(read.VectorOf("port"));
    }

    [Fact]
    public void Read_CutOtherOrMissingFile_NamesIt()
    {
        Write(new Teaching(Judgement("A title", "A text", [1, 255]), Vector("harbour", [-3, 127]), 2));
        Assert.Contains(path, Assert.Throws<CorpusException>(() => Teaching.Read(path, topics: 17)).Message, StringComparison.Ordinal);
        var whole = File.ReadAllBytes(path);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.Contains(path, Assert.Throws<CorpusException>(() => Teaching.Read(path, topics: 2)).Message, StringComparison.Ordinal);
        }

        Assert.Contains("deploy/teacher", Assert.Throws<CorpusException>(() => Teaching.Read(path + ".none", topics: 2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_RowOfHalfAShare_IsTwoRowsOfHalfTheWeight()
    {
        var rows = new SparseRows();
        for (var row = 0; row < 3; row++)
        {
            rows.Add(row == 1 ? 1 : 0, 1);
            rows.EndRow();
        }

        var regression = new LogisticRegression(rows, 2, cost: 4);
        var shared = regression.Fit([new Example(0, .25, 2), new Example(1, 1, 1), new Example(2, 0, 1)]);
        var parted = regression.Fit([new Example(0, 1, .5), new Example(0, 0, 1.5), new Example(1, 1, 1), new Example(2, 0, 1)]);

        Assert.Equal(parted[0], shared[0], 9);
        Assert.True(shared[0] < 0 && shared[1] > 0);
    }

    [Fact]
    public void Train_WordOfJudgedTextsAlone_SpeaksForTheirTopic()
    {
        var labelled = Enumerable.Range(0, 60).Select(i => new TrainingText(
            "", i % 2 == 0 ? $"the match ended in a draw {i}" : $"the bank raised its rates {i}", TrainingText.AllKnown([i % 2 == 0 ? "sport" : "economy"]), 1, 0)).ToArray();
        var unlabelled = Enumerable.Range(0, 60).Select(i => ("", i % 2 == 0 ? $"a zorber in the quoits {i}" : $"a tontine with usance {i}")).ToArray();
        var judged = unlabelled.ToDictionary(text => Teaching.Key(text.Item1, text.Item2), text => Shares(text.Item2.StartsWith("a z", StringComparison.Ordinal) ? "sport" : "economy"));
        var options = new TrainingOptions { Dimensions = 0 };
        var english = new LanguageTerms("en", []);

        var taught = new TopicTrainer(TopicCatalog.Labels, english, options, _ => { }, new Teaching(judged, new Dictionary<string, sbyte[]>(), 0)).Train(labelled, [], unlabelled);
        var untaught = new TopicTrainer(TopicCatalog.Labels, english, options, _ => { }).Train(labelled, [], unlabelled);

        var (sport, economy) = (TopicCatalog.IndexOf("sport"), TopicCatalog.IndexOf("economy"));
        Assert.True(taught.Weight(taught.WordId("zorber"), sport) > .5f && taught.Weight(taught.WordId("zorber"), economy) < 0);
        Assert.True(taught.Weight(taught.WordId("tontine"), economy) > .5f);
        Assert.Equal(0, untaught.Weight(untaught.WordId("zorber"), sport));
    }

    private void Write(Teaching teaching)
    {
        using var file = File.Create(path);
        teaching.Write(file);
    }

    private static Dictionary<ulong, byte[]> Judgement(string title, string text, byte[] shares) => new() { [Teaching.Key(title, text)] = shares };

    private static Dictionary<string, sbyte[]> Vector(string word, sbyte[] vector) => new() { [word] = vector };

    private static byte[] Shares(string topic)
    {
        var shares = new byte[TopicCatalog.Count];
        shares[TopicCatalog.IndexOf(topic)] = 250;
        return shares;
    }
}
