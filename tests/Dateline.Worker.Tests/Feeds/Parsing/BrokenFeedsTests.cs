using Dateline.Worker.Feeds.Parsing;

namespace Dateline.Worker.Tests.Feeds.Parsing;

public class BrokenFeedsTests
{
    private const string Good = "<item><title>Good</title><link>http://example.com/good</link></item>";

    [Theory]
    [InlineData("<title>caf&eacute;&shy;</title>", "caf\u00E9\u00AD", "undeclared_entity")]
    [InlineData("<title>R&D at AT&T</title>", "R&D at AT&T", "bare_ampersand")]
    [InlineData("<title>a &madeup; b</title>", "a &madeup; b", "unknown_entity")]
    [InlineData("<title>con\u0001trol\u001F</title>", "control", "control_character")]
    [InlineData("<title>nul &#0; l</title>", "nul l", "bad_character_reference")]
    [InlineData("<title>1 < 2</title>", "1 < 2", "bare_bracket")]
    [InlineData("<title>open<link>http://example.com/x</link>", "open", "unclosed_element")]
    [InlineData("<title>stray</b></title>", "stray", "unmatched_end_tag")]
    [InlineData("<Title>case</title>", "case", "unmatched_case")]
    [InlineData("<title x=1>attribute</title>", "attribute", "bad_attribute")]
    [InlineData("<title>prefix</title><no:such>x</no:such>", "prefix", "undeclared_prefix")]
    public void Parse_OneBrokenItem_IsRepairedAndCostsNoOther(string item, string title, string problem)
    {
        var parsed = FeedText.Rss($"{Good}<item>{item}</item>{Good}");

        Assert.Equal(["Good", title, "Good"], parsed.Entries.Select(entry => entry.Title));
        Assert.Contains(problem, parsed.Problems.Select(found => found.Code));
        Assert.False(parsed.WellFormed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<title/>")]
    [InlineData("<pubDate>never</pubDate>")]
    [InlineData("<link>http://[bad</link><guid>\u0000</guid>")]
    [InlineData("<enclosure url=\"::\" length=\"-5\" type=\"\"/>")]
    [InlineData("<media:group><media:group><media:content/></media:group></media:group>")]
    public void Parse_BadItemAmongGoodOnes_CostsNoOther(string item) =>
        Assert.Equal(["Good", "Good"], FeedText.Rss($"{Good}<item>{item}</item>{Good}").Entries.Where((_, index) => index != 1).Select(entry => entry.Title));

    [Theory]
    [InlineData("<item><title>Unclosed")]
    [InlineData("<item><title>Unclosed</title>")]
    [InlineData("<item><title>Unclosed</title><descr")]
    [InlineData("<item><title>Unclosed</title><description><![CDATA[text")]
    [InlineData("<item><title>Unclosed</title><!-- comment")]
    public void Parse_TruncatedDocument_KeepsTheItemsBefore(string end)
    {
        var parsed = FeedText.Parse($"<rss version=\"2.0\"><channel><title>t</title>{Good}{end}");

        Assert.Equal(["Good", "Unclosed"], parsed.Entries.Select(entry => entry.Title));
        Assert.False(parsed.WellFormed);
    }

    [Fact]
    public void Parse_ItemLeftOpen_EndsWhereTheNextBegins() => Assert.Equal(
        ["A", "B", "C"], FeedText.Rss("<item><title>A</title><item><title>B</title></item><item><title>C</title>").Entries.Select(entry => entry.Title));

    [Fact]
    public void Parse_ModuleElementLeftOpen_DoesNotSwallowTheItems() => Assert.Equal(
        ["A", "B"], FeedText.Rss("<itunes:category text='x'><item><title>A</title></item><item><title>B</title></item>").Entries.Select(entry => entry.Title));

    [Theory]
    [InlineData("\uFEFF\n\n")]
    [InlineData("Warning: something in /index.php on line 1\n")]
    [InlineData("\r\n\r\n  ")]
    [InlineData("<!-- cached -->")]
    public void Parse_JunkBeforeTheDocument_IsPassedOver(string junk)
    {
        var parsed = FeedText.Parse($"{junk}<?xml version=\"1.0\"?><rss version=\"2.0\"><channel>{Good}</channel></rss><!-- after -->");

        Assert.Equal((FeedFormat.Rss20, 1), (parsed.Format, parsed.Entries.Count));
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><head><title>404</title></head><body><p>Not found</p></body></html>", "html_document")]
    [InlineData("<html><body><item><title>no</title></item></body></html>", "html_document")]
    [InlineData("Not found", "not_a_feed")]
    [InlineData("<opml version=\"1.0\"><body/></opml>", "not_a_feed")]
    [InlineData("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description/></rdf:RDF></x:xmpmeta>", "not_a_feed")]
    [InlineData("", "empty")]
    [InlineData(" \n\0 ", "empty")]
    public void Parse_NoFeed_SaysSo(string document, string problem)
    {
        var parsed = FeedText.Parse(document);

        Assert.Equal((FeedFormat.Unknown, 0), (parsed.Format, parsed.Entries.Count));
        Assert.Contains(problem, parsed.Problems.Select(found => found.Code));
    }

    [Fact]
    public void Parse_FeedInsideAPage_IsFound() => Assert.Equal(
        "Good", Assert.Single(FeedText.Parse($"<html><body><rss version=\"2.0\"><channel>{Good}</channel></rss></body></html>").Entries).Title);

    [Fact]
    public void Parse_DeclaredEntities_AreKnownAndExternalOnesNotRead()
    {
        var parsed = FeedText.Parse($"""
            <!DOCTYPE rss [<!ENTITY paper "The Paper"><!ENTITY secret SYSTEM "file:///etc/passwd">]>
            <rss version="2.0"><channel><title>&paper;&secret;</title></channel></rss>
            """);

        Assert.Equal("The Paper", parsed.Feed.Title);
        Assert.Contains("external_entity", parsed.Problems.Select(problem => problem.Code));
    }

    [Theory]
    [InlineData("<rss><channel><item><title>Z\u00C3\u00BCrich</title></item><item><title>B\u00E9zier</title></item></channel></rss>")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"title\":\"Z\u00C3\u00BCrich\"},{\"title\":\"B\u00E9zier\"}]}")]
    public void Parse_TextEncodedTwice_IsMendedAndTold(string document)
    {
        var parsed = FeedText.Parse(document);

        Assert.Equal(["Z\u00FCrich", "B\u00E9zier"], parsed.Entries.Select(entry => entry.Title));
        Assert.Contains("doubled_encoding", parsed.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Parse_WellFormedDocument_HasNoProblems()
    {
        var parsed = FeedText.Parse($"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel>{Good}</channel></rss>");

        Assert.True(parsed.WellFormed);
        Assert.Empty(parsed.Problems);
    }
}
