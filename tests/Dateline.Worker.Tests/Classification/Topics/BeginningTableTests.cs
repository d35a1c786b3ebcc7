using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Tests.Classification.Topics;

public class BeginningTableTests
{
    [Theory]
    [InlineData("war", true)]
    [InlineData("wars", false)]
    [InlineData("wa", false)]
    [InlineData("peace", true)]
    [InlineData("a", true)]
    [InlineData("b", true)] // single letters are not told apart
    public void Has_Word_IsTrueForAllThatWereAdded(string word, bool expected)
    {
        var table = new BeginningTable();
        foreach (var added in new[] { "war", "peace", "a" })
            table.Add(added);

        Assert.Equal(expected, table.Has(word));
    }

    [Fact]
    public void Has_LongerThanThereAreBits_IsStillFound()
    {
        var table = new BeginningTable();
        table.Add(new string('x', 80));

        Assert.True(table.Has(new string('x', 80)));
        Assert.False(table.Has(new string('x', 62)));
    }

    [Fact]
    public void Match_StemsAndPhrases_AreFoundThroughTheTable()
    {
        var trie = new WordTrie<string>();
        foreach (var term in new[] { "war*", "warm", "peace talks", "peace treat*", "g" })
            trie.Add(term, splitAtApostrophe: false, term);
        var words = new WordBuffer(new char[200], new int[100]);
        words.Add("Warlords warm to peace talks, a peace treaty and the G 7", splitAtApostrophe: false);
        var found = new List<string>();
        trie.Match(words, (term, _, _) => found.Add(term));

        Assert.Equal(["war*", "warm", "war*", "peace talks", "peace treat*", "g"], found);
    }
}
