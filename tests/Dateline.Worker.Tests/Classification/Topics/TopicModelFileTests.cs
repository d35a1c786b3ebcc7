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
        Assert.Equal(model.LexiconWeights, read.LexiconWeights);
        Assert.Equal(model.Biases, read.Biases);
        Assert.Equal(model.Calibration, read.Calibration);
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
}
