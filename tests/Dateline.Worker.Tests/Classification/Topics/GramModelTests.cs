using Dateline.Worker.Classification.Lexicons;
using Dateline.Worker.Classification.Subjects;
using Dateline.Worker.Classification.Topics;
using Dateline.Worker.Classification.Training;

namespace Dateline.Worker.Tests.Classification.Topics;

public class GramModelTests
{
    private static readonly string[] Sentences = ["Die Ruderer gewannen die Regatta", "Das Quartett spielte die Sonate", "Ein Ort am Fluss"];

    [Theory]
    [InlineData(0, 1)]
    [InlineData(250, 1)]
    [InlineData(475, .5)]
    [InlineData(700, 0)]
    [InlineData(9_000, 0)]
    public void Share_FallsWithLength(int length, double expected) => Assert.Equal(expected, GramModel.Share(length), 6);

    [Theory]
    [InlineData("de", "Rudern am See", "rudern,am,see")]
    [InlineData("zh", "赛艇队", "赛艇,艇队,队")]
    public void Units_AreWordsOrPairsOfLetters(string language, string text, string expected) =>
        Assert.Equal(expected.Split(','), new GramReading(language, text, "").Units);

    [Fact]
    public void Mix_WordsNeverSeen_AreKnownByTheirParts()
    {
        var probabilities = Mixed(Trained(), "Regatten und Rudern", []);

        Assert.Equal("sport", TopicCatalog.Slug(Array.IndexOf(probabilities, probabilities.Max())));
    }

    [Fact]
    public void Mix_AnotherTopicOfTheLexicon_SpeaksAgainst() =>
        Assert.True(Mixed(Trained(), "Regatta", ["crime"]).Max(p => p is < 1 ? p : 0) < Mixed(Trained(), "Regatta", []).Max());

    [Fact]
    public void Read_WhatWasWritten_SaysTheSame()
    {
        var stream = new MemoryStream();
        GramArchive.Write(stream, new Dictionary<string, GramModel> { ["de"] = Trained() });

        var read = GramArchive.Read(new MemoryStream(stream.ToArray()));

        Assert.Equal(Mixed(Trained(), "Regatta", []), Mixed(read.Find("de")!, "Regatta", []));
        Assert.Null(read.Find("fr"));
        Assert.Throws<InvalidDataException>(() => GramArchive.Read(new MemoryStream(stream.ToArray()[..40])));
        Assert.Throws<InvalidDataException>(() => GramArchive.Read(new MemoryStream([1, 2, 3])));
    }

    private static double[] Mixed(GramModel model, string text, string[] certain)
    {
        var probabilities = new double[TopicCatalog.Count];
        foreach (var slug in certain)
            probabilities[TopicCatalog.IndexOf(slug)] = 1;
        model.Mix(new GramReading("de", "", text), [], new float[Themes.Count], 1, probabilities);
        return probabilities;
    }

    [Theory]
    [InlineData("pt", "es")]
    [InlineData("uk", "ru")]
    public void Fit_SentencesOfRelatives_CountForLessThanItsOwn(string language, string relative)
    {
        var alone = Sport(language, Row(relative, "sport"), Row(language, null));
        var own = Sport(language, Row(language, "sport"), Row(language, null));
        var stranger = Sport(language, Row("zh", "sport"), Row(language, null));

        Assert.True(own > alone && alone > stranger, $"{own}, {alone}, {stranger}");
    }

    private static double Sport(string language, params CorpusRow[] rows)
    {
        var lexicons = rows.Select(row => row.Language!).Distinct().ToDictionary(known => known, known => new LanguageTerms(known, []));
        return Mixed(new GramTrainer(language, lexicons).Fit(rows), "regatta", [])[TopicCatalog.IndexOf("sport")];
    }

    private static CorpusRow Row(string language, string? label) => new(null, null, label is null ? "marinero" : "regatta", label, null, null, null, language, null);

    private static GramModel Trained() => new GramTrainer("de", new Dictionary<string, LanguageTerms> { ["de"] = new("de", []) }).Fit(
        [.. new[] { "sport", "arts", null }.Zip(Sentences, (label, text) => new CorpusRow(null, null, text, label, null, null, null, "de", null))]);
}
