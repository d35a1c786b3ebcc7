using Dateline.Worker.Classification.Subjects;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Tests.Classification.Topics;

public class TopicReadingTests
{
    private static readonly TopicModel Model = Models.Pair("soap", "opera", "arts");

    [Theory]
    [InlineData("Soap opera", "", new[] { 0, 1, 2 })]
    [InlineData("Opera soap", "", new[] { 0, 1 })]
    [InlineData("Soap for the opera", "", new[] { 0, 1 })]
    [InlineData("Soap", "opera, soap, opera", new[] { 0, 1, 2 })]
    public void Read_WordsSideBySide_AreAPair(string title, string text, int[] expected) => Assert.Equal(expected, Read(title, text).Whole.Ids.ToArray());

    [Fact]
    public void Read_LongText_WhatComesLater_StandsInTheWholeAlone()
    {
        var reading = Read("", "Opera " + string.Join(' ', Enumerable.Repeat("filler", 60)) + " soap opera earthquake");

        Assert.Equal([1], reading.Lead.Ids.ToArray());
        Assert.Equal([0, 1, 2], reading.Whole.Ids.ToArray());
        var earthquake = Themes.OfSubject(SubjectCatalog.IndexOf("earthquake"));
        Assert.True(reading.Whole.Themes[earthquake] > 0);
        Assert.Equal(0, reading.Lead.Themes[earthquake]);
    }

    [Fact]
    public void Themes_OfManySubjects_HaveLengthOneTogether()
    {
        var subjects = Read("Earthquake, tsunami and vaccine", "The election, an inflation rate and a football match").Whole.Themes[TopicCatalog.Count..].ToArray();

        Assert.True(subjects.Count(value => value > 0) > 3);
        Assert.Equal(1, subjects.Sum(value => value * value), 4);
    }

    [Fact]
    public void Tag_PairAlone_TellsTheTopic()
    {
        var tagger = new TopicTagger(Model, BuiltIn.Lexicons);

        Assert.Contains("soap opera", tagger.Tag("Soap opera", "", "en").Single(topic => topic.Slug == "arts").Evidence);
        Assert.DoesNotContain(tagger.Tag("Opera of soap", "", "en"), topic => topic.Evidence.Count > 0);
    }

    private static TopicReading Read(string title, string text)
    {
        var reading = new TopicReading();
        reading.Read(title, text, Model, BuiltIn.Lexicons.English);
        return reading;
    }
}
