using Dateline.Worker.Classification.Training;

namespace Dateline.Worker.Tests.Classification.Training;

public class VocabularyTests
{
    private static readonly (string Title, string Text)[] Texts =
        [("Soap opera", "a soap opera"), ("", "Opera of soap"), ("The soap opera", "")];

    [Fact]
    public void Of_Texts_NumbersPairsBehindTheWords()
    {
        var vocabulary = Vocabulary.Of(Texts, words: 10, minimumRows: 2, pairs: 10, minimumPairRows: 2);

        Assert.Equal(["opera", "soap", "soap opera"], vocabulary.Texts);
        Assert.Equal([1, 0, 2], vocabulary.Ids("Soap Opera", ""));
        Assert.True(vocabulary.Idf[2] > vocabulary.Idf[1]);
    }

    [Fact]
    public void Of_NoPairsWanted_HasNone() => Assert.Empty(Vocabulary.Of(Texts, words: 10, minimumRows: 1).Pairs);

    [Fact]
    public void Of_SingleLetters_MakeNoPairs() =>
        Assert.Equal(["of soap", "opera of", "soap opera", "the soap"], Vocabulary.Of(Texts, words: 10, minimumRows: 1, pairs: 10, minimumPairRows: 1).Texts.Skip(5));

    [Fact]
    public void Of_MoreThanWanted_KeepsTheMostFrequent() => Assert.Equal(["opera", "soap"], Vocabulary.Of(Texts, words: 2, minimumRows: 1).Words);
}
