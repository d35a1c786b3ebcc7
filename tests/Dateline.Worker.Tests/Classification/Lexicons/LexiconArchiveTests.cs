using Dateline.Worker.Classification.Lexicons;
using Dateline.Worker.Classification.Regions;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Tests.Classification.Lexicons;

public class LexiconArchiveTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        var archive = LexiconArchive.Read(new MemoryStream(Written()));

        Assert.Equal(["fr"], archive.Languages);
        Assert.Equal(ThemeModel.None.Weights, archive.Themes.Weights);
        Assert.Equal(ThemeModel.None.Biases, archive.Themes.Biases);
        var found = new List<LexiconTerm>();
        archive.Find("fr")!.Terms.Topics.Match("Les inondations à Lyon", found.Add);
        Assert.Equal([new LexiconTerm(2, "inondation*", 3)], found);
        Assert.Null(archive.Find("de"));
    }

    [Fact]
    public void Read_CutShortAnywhere_SaysSo()
    {
        var bytes = Written();

        // what themes say is most of it: numbers that are alike
        foreach (var length in Enumerable.Range(0, 30).Concat(Enumerable.Range(bytes.Length - 200, 200)))
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
        LexiconArchive.Write(stream, ThemeModel.None, new Dictionary<string, (List<LexiconTerm>, List<RegionForm>)>
        {
            ["fr"] = ([new LexiconTerm(2, "inondation*", 3)], [new RegionForm("DE", "Allemagne", "name")]),
        });
        return stream.ToArray();
    }
}
