namespace Dateline.Worker.Tests.Articles.Extraction;

/// <summary>How English news sites build their pages around the text: links that are sentences, boxes beside the body, columns called after what stands next to them.</summary>
public class EnglishLayoutsTests
{
    private const string More = "<p>The tide was expected at nine in the evening, and two tugs had been ordered from the next harbour along the coast to pull.</p>";

    private const string MoreText = "The tide was expected at nine in the evening, and two tugs had been ordered from the next harbour along the coast to pull.";

    [Theory]
    [InlineData("<p><a href='/report'>The coast guard published its report on the sandbank last year.</a></p>", "The coast guard published its report on the sandbank last year.")]
    [InlineData("<p>See <a href='/report'>what the coast guard said of the sandbank in its report.</a></p>", "See what the coast guard said of the sandbank in its report.")]
    [InlineData("<p>Follow these rules shared on Twitter by the coast guard to stay safe.</p>", "Follow these rules shared on Twitter by the coast guard to stay safe.")]
    [InlineData("<p>Read more: <a href='/1'>The last ferry aground</a></p><p><strong>Waiting for the tide</strong></p>", "Waiting for the tide")]
    public void Extract_SentencesThatLookLikePointers_Stay(string part, string text) => Assert.Equal($"{Page.Text}\n\n{text}\n\n{MoreText}", Page.WithBody("", part + More).Text);

    [Theory]
    [InlineData("<p><a href='/1'>The last ferry that ran aground on the same sandbank here</a></p>")]
    [InlineData("<p><a href='/1'>Related: Last year's ferry lay on the sandbank for three days.</a></p>")]
    [InlineData("<p>For more stories from where you live, visit the Harbour Post.</p>")]
    [InlineData("<time>3h ago / 09:53 PM</time>")]
    [InlineData("<div class='contrib-description'>I write about ferries and about those who miss them.</div>")]
    [InlineData("<p>* * *</p>")]
    [InlineData("<p>___</p>")]
    [InlineData("<p>Our journalism needs your support. Please subscribe today to the Harbour Post.</p>")]
    [InlineData("<p>Sorry, but your browser needs JavaScript to use this site.</p>")]
    [InlineData("<p>The Harbour Post is a participant in the Amazon Services LLC Associates Program, a programme of advertising.</p>")]
    public void Extract_LinesBetweenParagraphs_AreNoText(string box) => Assert.Equal($"{Page.Text}\n\n{MoreText}", Page.WithBody("", box + More).Text);

    [Fact]
    public void Extract_HeadingOverTheFirstParagraph_Stays() =>
        Assert.StartsWith("1. The sandbank\n\nThe harbour was closed", Page.WithBody("<h2>1. The sandbank</h2>").Text, StringComparison.Ordinal);

    [Fact]
    public void Extract_HeadlineOnceMoreOverTheFirstParagraph_IsNoText() =>
        Assert.Equal(Page.Text, Page.Extract($"<html><body><h1>Ferry aground off the harbour</h1><article><h2>Ferry aground off harbour</h2>{Page.Paragraphs}</article></body></html>").Text);

    [Fact]
    public void Extract_BoxBehindTheBody_IsNotGrownInto() => Assert.Equal(
        $"{Page.Text}\n\n{MoreText}\n\n{MoreText.Replace("nine", "ten", StringComparison.Ordinal)}",
        Page.Extract($"<html><body><main><h1>Ferry aground</h1><div class='wrap'><div class='article-body'>{Page.Paragraphs}{More}{More.Replace("nine", "ten", StringComparison.Ordinal)}</div><div class='card'><p>A card for travellers: {string.Concat(Enumerable.Repeat("points on all ferries and a bonus of eighty thousand miles. ", 8))}</p></div></div></main></body></html>").Text);

    [Fact]
    public void Extract_OpeningParagraphsWithLinks_BelongToTheBodyThatFollows()
    {
        const string First = "<p><cite>Harbour</cite> It was the ferry that some at the <a href='/1'>port authority</a> must have feared, and on Tuesday it ran aground.</p>";
        var text = Page.Extract($"<html><body><article><h1>Ferry aground</h1><section><div class='sourced'>{First}</div><div class='para'>The sandbank had been known to fishermen for years, as one of them told <a href='/2'>the Harbour Post</a> in the spring of this year.</div><div class='rest'>{string.Concat(Enumerable.Repeat(Page.Paragraphs, 1))}{More}{More.Replace("nine", "ten", StringComparison.Ordinal)}</div></section></article></body></html>").Text;

        Assert.StartsWith("Harbour It was the ferry", text, StringComparison.Ordinal);
        Assert.Contains("told the Harbour Post in the spring", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Extract_ColumnCalledAfterTheSidebar_IsKeptForItsHeadline()
    {
        var others = string.Concat(Enumerable.Range(1, 6).Select(number => $"<p>Number {number} of the other texts on this page, which is not the article and yet has many words of its own to offer to the reader.</p>"));
        Assert.StartsWith(Page.Text, Page.Extract($"<html><head><title>Ferry aground</title></head><body><div class='sidebar_content'><h2>Ferry aground</h2><div>{Page.Paragraphs}</div></div><div class='columns'>{others}</div></body></html>").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Extract_CellOfALayoutTable_IsNotOneLineWithTheMenuBesideIt() => Assert.Equal(
        $"{Page.Text}\n\n{MoreText}",
        Page.Extract($"<html><body><table><tr><td><a href='/1'>Home</a><br><a href='/2'>News</a><br><a href='/3'>Sports</a></td><td>{Page.Text.Replace("\n\n", "<br><br>", StringComparison.Ordinal)}{More}</td></tr></table></body></html>").Text);

    [Fact]
    public void Extract_ColumnOfLinksInALayoutTable_IsNoText()
    {
        var links = string.Concat(Enumerable.Range(1, 12).Select(number => $"<a href='/{number}'>Story number {number} of this week, on other ferries</a><br>"));
        Assert.Equal(
            $"{Page.Text}\n\n{MoreText}",
            Page.Extract($"<html><body><table><tr><td>{Page.Text.Replace("\n\n", "<br><br>", StringComparison.Ordinal)}<br><br>{MoreText}</td><td>{links}</td></tr></table></body></html>").Text);
    }

    [Fact]
    public void Extract_AdvertisementBetweenAColonAndItsList_TakesNoItems() => Assert.Equal(
        $"Four boats came to help:\n\nTwo from the lifeboat station\n\nOne tug\n\n{Page.Text}",
        Page.WithBody("<p>Four boats came to help:</p><div><p>Advertisement</p></div><ul><li>Two from the lifeboat station</li><li>One tug</li></ul>").Text);

    [Fact]
    public void Extract_BiographyOfAnExpertAtTheEnd_IsNoText() =>
        Assert.Equal(Page.Text, Page.WithBody("", "<p>Ann Scribe is a professor of maritime law at the University of the Coast.</p>").Text);

    [Theory]
    [InlineData("<p>Travel | By Ann Scribe | December 11, 2019</p>")]
    [InlineData("<p>| By Ann Scribe | December 11, 2019</p>")]
    [InlineData("<div>Posted on December 11, 2019 by Ann Scribe</div>")]
    public void Authors_BylineAmongOtherThings_IsRead(string line) => Assert.Equal(["Ann Scribe"], Page.WithBody(line).Authors);

    [Fact]
    public void Authors_NoAuthor_IsNoName() => Assert.Empty(Page.WithHead("<meta name='author' content='No Author'>").Authors);

    [Fact]
    public void Language_InXhtml_IsRead() => Assert.Equal("en-GB", Page.Extract($"<html xml:lang='en-GB'><body><article>{Page.Paragraphs}</article></body></html>").Language);
}
