using Dateline.Worker.Classification.Training;

namespace Dateline.Worker.Tests.Classification.Training;

public class SeenTextsTests
{
    [Theory]
    [InlineData(null, "the regatta crew won the bronze sculls", true)]
    [InlineData(null, "The Regatta Crew Won the Bronze Sculls", true)]
    [InlineData("The regatta crew, won: the bronze sculls!", "Something else that is long enough.", true)]
    [InlineData(null, "The quartet played the sonata on a harp", false)]
    [InlineData(null, "The regatta", false)]
    [InlineData(null, null, false)]
    public void Contains_KnowsATextByItsLetters(string? title, string? text, bool expected)
    {
        var seen = new SeenTexts();
        seen.Add(Row("The regatta crew won the bronze sculls", "It was a fine day on the river for them."));

        Assert.Equal(expected, seen.Contains(Row(title, text)));
    }

    private static CorpusRow Row(string? title, string? text) => new(null, title, text, null, null, null, null, null, null);
}
