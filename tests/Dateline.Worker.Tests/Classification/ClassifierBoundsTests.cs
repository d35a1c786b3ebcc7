using System.Diagnostics;
using CsCheck;
using Dateline.Worker.Classification;

namespace Dateline.Worker.Tests.Classification;

/// <summary>No text makes it throw or take long.</summary>
public class ClassifierBoundsTests
{
    public static TheoryData<string> OddTexts =>
    [
        "", " ", "\n\n", "\0", "\uFEFF", "\uD83D", "\uDE00\uD83D", "....", "12345", "US", "U.S.", ".U.S.", "A.", "'", "’’’", "-", "Paris,", ", Paris",
        "\u0301\u0301\u0301", "İstanbul İ ı", "\u202EIraq", "日本", "Ⅷ ﬁ ß", new string('A', 5_000), string.Concat(Enumerable.Repeat("\uD83D ", 2_000)),
        string.Concat(Enumerable.Repeat("Georgia ", 3_000)), new string('é', 400) + "\uD83D", string.Concat(Enumerable.Repeat("a.b.", 3_000)),
    ];

    [Theory]
    [MemberData(nameof(OddTexts))]
    public void Classify_OddText_GivesTags(string text)
    {
        Sound(BuiltIn.Classify(text, text));
        Sound(BuiltIn.Classify("", text, "fr", "FR"));
        Sound(BuiltIn.Classify(text, null, text, text));
        Sound(BuiltIn.Classify("x", text, "ja"));
    }

    [Fact]
    public void Classify_NothingAtAll_SaysNothing()
    {
        var tags = BuiltIn.Classifier.Classify(new ClassifierInput(null!));

        Assert.Equal("und", tags.Language);
        Assert.Empty(tags.Topics);
        Assert.Empty(tags.Regions);
    }

    [Fact]
    public void Classify_AnyString_NeverThrows() =>
        Gen.Select(Gen.String, Gen.String, Language, Gen.String[0, 3]).Sample(
            (title, text, language, country) => Sound(BuiltIn.Classify(title, text, language, country)), iter: 2_000);

    [Fact]
    public void Classify_AnyMixOfNamesAndMarks_NeverThrows() =>
        Gen.Select(Pieces, Pieces, Language).Sample((title, text, language) => Sound(BuiltIn.Classify(title, text, language)), iter: 2_000);

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("ja")]
    public void Classify_TenMegabytes_IsBounded(string language)
    {
        var sentence = "The army of Chad, N'Djamena said, left Georgia for Paris, Texas; 東京 フランス. ";
        var text = string.Concat(Enumerable.Repeat(sentence, 10_000_000 / sentence.Length));
        BuiltIn.Classify(text, text, language);

        var watch = Stopwatch.StartNew();
        Sound(BuiltIn.Classify(text, text, language));
        Sound(BuiltIn.Classify("", new string('x', 10_000_000), language));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"It took {watch.Elapsed}.");
    }

    private static readonly Gen<string> Language = OneOf("en", "fr", "de", "zh", "ja", "ar", "ru", "hi", "", "xx", "en-GB", "-");

    private static readonly Gen<string> Pieces = OneOf(
        "Paris", "Georgia", "U.S.", "Lebanon, Pa.", "Jordan", "Michael ", " ", ", ", ". ", "\n", "’s", "-", "New", " York", "Washington Post", "CHAD", "turkey", "\uD83D", "\u0301",
        "東京", "フランス", "Москва", "القاهرة", "l'", "Île-de-France", "1", "(", "\"").Array[0, 40].Select(string.Concat);

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static void Sound(Tags tags)
    {
        Assert.InRange(tags.Language.Length, 2, 3);
        Assert.InRange(tags.Topics.Count, 0, 17);
        Assert.All(tags.Topics, topic => Assert.InRange(topic.Confidence, 0, 1));
        Assert.All(tags.Regions, region => Assert.InRange(region.Confidence, 0, 1));
        Assert.All(tags.Regions, region => Assert.InRange(region.Evidence.Count, 0, 5));
    }
}
