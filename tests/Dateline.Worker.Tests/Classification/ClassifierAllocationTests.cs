using Dateline.Worker.Classification;

namespace Dateline.Worker.Tests.Classification;

public class ClassifierAllocationTests
{
    /// <summary>The record of tags, and what else is small and the article's own.</summary>
    private const int Nothing = 300;

    [Theory]
    [InlineData("en", "What he did with the old thing", "He said that it was as he had left it, and that she would have to do with it what they all did.")]
    [InlineData("ru", "Он и она", "Он сказал, что это было так, как он и оставил, и что она не знала об этом, как и все они.")]
    [InlineData("zh", "他们说的", "他们说这个东西就是这样的，我们也不知道为什么会这样，大家都这么说。")]
    public void Classify_NothingToTag_AllocatesNextToNothing(string language, string title, string text)
    {
        var input = new ClassifierInput(title, Text: text, Language: language);
        var tags = BuiltIn.Classifier.Classify(input);
        var before = GC.GetAllocatedBytesForCurrentThread();
        BuiltIn.Classifier.Classify(input);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Nothing + (tags.Topics.Count + tags.Regions.Count) * 400);
        Assert.Equal(language, tags.Language);
    }

    [Fact]
    public void Classify_TextOfTwentyThousandCharacters_AllocatesItsTagsAlone()
    {
        var text = string.Concat(Enumerable.Repeat("Jane Smith met Paul Brown in Paris, and John Miller flew to Berlin. ", 300));
        var input = new ClassifierInput("Ministers meet in Paris", Text: text, Language: "en");
        var tags = BuiltIn.Classifier.Classify(input);
        var before = GC.GetAllocatedBytesForCurrentThread();
        BuiltIn.Classifier.Classify(input);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Nothing + (tags.Topics.Count + tags.Regions.Count) * 400);
        Assert.Equal(["FR", "DE"], tags.Regions.Select(region => region.Code));
    }
}
