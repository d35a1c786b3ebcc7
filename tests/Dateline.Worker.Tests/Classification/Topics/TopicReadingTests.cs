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
    public void Read_WordsSideBySide_AreAPair(string title, string text, int[] expected) => Assert.Equal(expected, Read(title, text).Features.Ids.ToArray());

    /// <summary>The mean of all (two words and a pair of length one) and the lead (one word).</summary>
    [Fact]
    public void Read_LongText_IsTheMeanOfItsLeadAndAllOfIt()
    {
        var later = Read("", "Opera " + string.Join(' ', Enumerable.Repeat("filler", 60)) + " soap opera earthquake").Features;
        var alone = Read("", "Opera, soap opera earthquake").Features;

        Assert.Equal([0, 1, 2], later.Ids.ToArray());
        Assert.Equal((1 + (float)(1.693147 / Math.Sqrt(1 + (1.693147 * 1.693147) + 1))) / 2, later.Values[1], 4);
        Assert.Equal(1 / Math.Sqrt(1 + (1.693147 * 1.693147) + 1) / 2, later.Values[0], 4);
        var earthquake = Themes.OfSubject(SubjectCatalog.IndexOf("earthquake"));
        Assert.Equal(alone.Themes[earthquake] / 2, later.Themes[earthquake], 4);
    }

    /// <summary>A known word's terms are looked up once, an unknown one's each time.</summary>
    [Fact]
    public void Read_KnownWord_SaysAsMuchAsAnUnknownOne()
    {
        var known = Read("Earthquake tsunami strikes", "prime minister", Models.Pair("earthquake", "tsunami", "disaster")).Features.Sums.ToArray();

        Assert.Equal(Read("Earthquake tsunami strikes", "prime minister").Features.Sums.ToArray(), known);
        Assert.True(known.Count(sum => sum > 0) > 2);
    }

    [Fact]
    public void Themes_OfManySubjects_HaveLengthOneTogether()
    {
        var subjects = Read("Earthquake, tsunami and vaccine", "The election, an inflation rate and a football match").Features.Themes[TopicCatalog.Count..].ToArray();

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

    /// <summary>"in washington" says no more than "washington".</summary>
    [Fact]
    public void Tag_PairOfACommonWord_IsNoEvidence() =>
        Assert.Empty(new TopicTagger(Models.Pair("soap", "opera", "arts", idf: 2), BuiltIn.Lexicons).Tag("Soap opera", "", "en").Single(topic => topic.Slug == "arts").Evidence);

    [Fact]
    public void Tag_PairAndItsWords_AreShownOnce()
    {
        var evidence = BuiltIn.Classify("Climate change debate at the White House", "The White House said climate change is a priority.")
            .Topics.Single(topic => topic.Slug == "environment").Evidence;

        Assert.Contains("climate change", evidence);
        Assert.DoesNotContain("climate", evidence);
    }

    private static TopicReading Read(string title, string text, TopicModel? model = null)
    {
        model ??= Model;
        var reading = new TopicReading();
        reading.Read(title, text, model, new KnownWords(model, BuiltIn.Lexicons.English));
        return reading;
    }
}
