using Dateline.Worker.Classification.Regions;

namespace Dateline.Worker.Tests.Classification.Regions;

public class NameSetTests
{
    [Fact]
    public void Add_ManyNames_KnowsEachOnceByItsLetters()
    {
        var words = new PlaceWords();
        words.Read(string.Join(' ', Enumerable.Range(0, 400).Select(number => $"Name{(char)('a' + number % 20)}{(char)('a' + number / 20 % 20)}")));
        var names = new NameSet();
        names.Clear(words);
        var added = Enumerable.Range(0, words.Count).Count(at => names.Add(at, at + 1));
        var again = Enumerable.Range(0, words.Count).Count(at => names.Add(at, at + 1));

        Assert.Equal((400, 0), (added, again));
        Assert.True(names.Contains("nameab"));
        Assert.False(names.Contains("namezz"));
        names.Clear(words);
        Assert.False(names.Contains("nameab"));
    }
}
