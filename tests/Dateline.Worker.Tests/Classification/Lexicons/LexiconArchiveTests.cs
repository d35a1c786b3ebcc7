using Dateline.Worker.Classification.Lexicons;
using Dateline.Worker.Classification.Regions;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Tests.Classification.Lexicons;

public class LexiconArchiveTests
{
    private static readonly ThemeModel Themes = new(
        [.. Enumerable.Range(0, ThemeModel.FeatureCount * TopicCatalog.Count).Select(at => at / 7f)], [.. Enumerable.Range(0, TopicCatalog.Count).Select(topic => -topic / 3f)]);

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        var archive = LexiconArchive.Read(new MemoryStream(Written()));

        Assert.Equal(["fr"], archive.Languages);
        Assert.Equal(Themes.Weights, archive.Themes.Weights);
        Assert.Equal(Themes.Biases, archive.Themes.Biases);
        var found = new List<LexiconTerm>();
        archive.Find("fr")!.Terms.Topics.Match("Les inondations à Lyon", found.Add);
        Assert.Equal([new LexiconTerm(2, "inondation*", 3)], found);
        Assert.Null(archive.Find("de"));
    }

    [Fact]
    public void Read_CutShortAnywhere_SaysSo()
    {
        var bytes = Written();

        // most of it are what themes say, numbers one like the other
        foreach (var length in Enumerable.Range(0, bytes.Length).Where(length => length < 30 || length % 97 == 0 || length > bytes.Length - 300))
            Assert.Throws<InvalidDataException>(() => LexiconArchive.Read(new MemoryStream(bytes[..length])));
    }

    [Fact]
    public void Read_SomethingElse_SaysSo() =>
        Assert.Throws<InvalidDataException>(() => LexiconArchive.Read(new MemoryStream("no lexicon at all"u8.ToArray())));

    [Fact]
    public void BuiltIn_Has25Languages()
    {
        Assert.Equal(25, BuiltIn.Lexicons.Languages.Count);
        Assert.All(BuiltIn.Lexicons.Languages, language => Assert.NotNull(BuiltIn.Lexicons.Find(language)));
    }

    private static byte[] Written()
    {
        var stream = new MemoryStream();
        LexiconArchive.Write(stream, Themes, new Dictionary<string, (List<LexiconTerm>, List<RegionForm>)>
        {
            ["fr"] = ([new LexiconTerm(2, "inondation*", 3)], [new RegionForm("DE", "Allemagne", "name")]),
        });
        return stream.ToArray();
    }
}
