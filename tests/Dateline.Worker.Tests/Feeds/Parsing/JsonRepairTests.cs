using Dateline.Worker.Feeds.Parsing;

namespace Dateline.Worker.Tests.Feeds.Parsing;

public class JsonRepairTests
{
    private const string Head = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",\"items\":[";

    [Theory]
    [InlineData("{\"id\":\"1\",\"title\":\"two\nlines\"},{\"id\":\"2\"}]}", "two lines")]
    [InlineData("{\"id\":\"1\",\"title\":\"C:\\queue\"},{\"id\":\"2\"}]}", "C:\\queue")]
    [InlineData("{\"id\":\"1\",\"title\":\"He said \"yes\" twice\"},{\"id\":\"2\"}]}", "He said \"yes\" twice")]
    [InlineData("{\"id\":\"1\",\"title\":\"cut \\u12 off\"},{\"id\":\"2\"}]}", "cut \\u12 off")]
    public void Parse_TextThatIsNotEscaped_IsReadAsMeant(string items, string title)
    {
        var parsed = FeedText.Parse(Head + items);

        Assert.Equal(["1", "2"], parsed.Entries.Select(entry => entry.Id));
        Assert.Equal(("T", title), (parsed.Feed.Title, parsed.Entries[0].Title));
        Assert.Contains("bad_json", parsed.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Parse_ItemsThatAreNoJson_CostNoOther()
    {
        var parsed = FeedText.Parse(Head + "{\"id\":\"1\"},{\"id\":oops},{\"id\":\"3\"}]}");

        Assert.Equal(["1", null, "3"], parsed.Entries.Select(entry => entry.Id));
    }

    [Fact]
    public void Parse_ItemsOfWhichNoneIsJson_AreGivenUp() =>
        Assert.InRange(FeedText.Parse(Head + "{\"id\":\"1\"}," + string.Concat(Enumerable.Repeat("{\"id\":oops},", 3_000)) + "]}").Entries.Count, 2, 2_000);

    [Theory]
    [InlineData("{\"id\":\"1\",\"title\":\"A\",\"content_te", 1)]
    [InlineData("{\"id\":\"1\",\"title\":\"A\"},{\"id\":\"2\",\"title", 2)]
    [InlineData("", 0)]
    public void Parse_DocumentThatWasCut_KeepsWhatWasWhole(string items, int count)
    {
        var parsed = FeedText.Parse(Head + items);

        Assert.Equal((FeedFormat.Json11, "T", count), (parsed.Format, parsed.Feed.Title, parsed.Entries.Count));
        Assert.False(parsed.WellFormed);
    }

    [Theory]
    [InlineData("{\"id\":\"1\",}]}")]
    [InlineData("{\"id\":\"1\"} /* the end */]}")]
    public void Parse_CommasAndComments_AreTold(string items)
    {
        var parsed = FeedText.Parse(Head + items);

        Assert.Equal("1", Assert.Single(parsed.Entries).Id);
        Assert.Contains("bad_json", parsed.Problems.Select(problem => problem.Code));
    }

    [Theory]
    [InlineData("{\"foo\":1}")]
    [InlineData("[1,2]")]
    public void Parse_JsonThatIsNoFeed_SaysSo(string document)
    {
        var parsed = FeedText.Parse(document);

        Assert.Equal(FeedFormat.Unknown, parsed.Format);
        Assert.Contains("not_a_feed", parsed.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Parse_RelativeAddressWithoutABase_IsMeantAgainstTheHomePage() => Assert.Equal(
        "https://e.example/blog/a",
        Assert.Single(FeedText.Parse("{\"version\":\"https://jsonfeed.org/version/1\",\"home_page_url\":\"https://e.example/blog/\",\"items\":[{\"id\":\"1\",\"url\":\"a\"}]}").Entries).Link);
}
