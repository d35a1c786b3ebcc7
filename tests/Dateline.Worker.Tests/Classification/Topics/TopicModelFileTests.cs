using System.IO.Compression;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Tests.Classification.Topics;

public class TopicModelFileTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        var model = Models.Tiny("flood", "disaster");

        var read = TopicModelFile.Read(new MemoryStream(Written(model)));

        Assert.Equal(model.Words, read.Words);
        Assert.Equal(model.Idf, read.Idf);
        Assert.Equal(model.Weights, read.Weights);
        Assert.Equal(model.Scales, read.Scales);
        Assert.Equal(model.ThemeWeights, read.ThemeWeights);
        Assert.Equal(model.Biases, read.Biases);
        Assert.Equal(model.Calibration, read.Calibration);
    }

    [Fact]
    public void Read_ModelWithPairs_KnowsThem()
    {
        var read = TopicModelFile.Read(new MemoryStream(Written(Models.Pair("soap", "opera", "arts"))));

        Assert.Equal([(0, 1)], read.Pairs);
        Assert.Equal(2, read.PairId(0, 1));
        Assert.Equal(-1, read.PairId(1, 0));
        Assert.Equal("soap opera", read.Text(2));
    }

    [Fact]
    public void Read_PairOfNoWord_SaysSo()
    {
        var model = Models.Pair("soap", "opera", "arts");
        var broken = new TopicModel
        {
            Words = model.Words, Pairs = [(0, 2)], Idf = model.Idf, Weights = model.Weights, Scales = model.Scales, ThemeWeights = model.ThemeWeights, Biases = model.Biases,
            Calibration = model.Calibration,
        };

        Assert.Throws<InvalidDataException>(() => TopicModelFile.Read(new MemoryStream(Written(broken))));
    }

    [Fact]
    public void Write_SameModel_GivesTheSameBytes() => Assert.Equal(Written(Models.Tiny("flood", "disaster")), Written(Models.Tiny("flood", "disaster")));

    [Fact]
    public void Read_CutShortAnywhere_SaysSo()
    {
        var bytes = Written(Models.Tiny("flood", "disaster"));

        for (var length = 0; length < bytes.Length - 4; length++)
            Assert.Throws<InvalidDataException>(() => TopicModelFile.Read(new MemoryStream(bytes[..length])));
    }

    [Fact]
    public void Read_AnyByteChanged_GivesAModelOrSaysThatItIsNone()
    {
        var bytes = Written(Models.Tiny("flood", "disaster"));

        for (var at = 0; at < bytes.Length; at++)
        {
            var broken = (byte[])bytes.Clone();
            broken[at] ^= 0x55;
            var error = Record.Exception(() => TopicModelFile.Read(new MemoryStream(broken)));
            Assert.True(error is null or InvalidDataException, $"At {at}: {error}");
        }
    }

    [Fact]
    public void Read_ModelOfOld_KnowsTheTopicsTermsAlone()
    {
        var model = Models.Tiny("flood", "disaster");
        var themes = Enumerable.Range(0, TopicCatalog.Count * TopicCatalog.Count).Select(at => at % 7 == 0 ? .01f : 0).ToArray();

        var read = TopicModelFile.Read(new MemoryStream(WrittenOld(model, themes)));

        Assert.Equal(themes, read.ThemeWeights);
        Assert.Equal(model.Weights, read.Weights);
        Assert.Equal("disaster", new TopicTagger(read, BuiltIn.Lexicons).Tag("Flood", "", "en")[0].Slug);
    }

    [Fact]
    public void Load_NoSuchFile_NamesIt() =>
        Assert.Contains("/nowhere/x.model", Assert.Throws<InvalidDataException>(() => TopicModelFile.Load("/nowhere/x.model")).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_Folder_NamesIt() =>
        Assert.Contains(Path.GetTempPath(), Assert.Throws<InvalidDataException>(() => TopicModelFile.Load(Path.GetTempPath())).Message, StringComparison.Ordinal);

    private static byte[] Written(TopicModel model)
    {
        var stream = new MemoryStream();
        TopicModelFile.Write(model, stream);
        return stream.ToArray();
    }

    private static byte[] WrittenOld(TopicModel model, float[] themes)
    {
        var stream = new MemoryStream();
        using (var writer = new BinaryWriter(new DeflateStream(stream, CompressionLevel.Fastest)))
        {
            writer.Write("dateline-topics-1");
            writer.Write(model.Words.Length);
            writer.Write(model.Words[0]);
            writer.Write((Half)model.Idf[0]);
            foreach (var value in new[] { model.Scales, themes, model.Biases, model.Calibration }.SelectMany(part => part))
                writer.Write(value);
            foreach (var weight in model.Weights)
                writer.Write(weight);
        }

        return stream.ToArray();
    }
}
