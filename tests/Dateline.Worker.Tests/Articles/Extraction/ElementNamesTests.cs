namespace Dateline.Worker.Tests.Articles.Extraction;

/// <summary>Names of elements that hold a word for what surrounds an article, and are the article's all the same.</summary>
public class ElementNamesTests
{
    private const string More = "<p>The tide was expected at nine in the evening, and two tugs had been ordered from the next harbour along the coast to pull.</p>";

    [Theory]
    [InlineData("<h2 id='what-the-search-showed'>What the search showed</h2>", "What the search showed")]
    [InlineData("<h3 id='operating-costs'>Operating costs</h3>", "Operating costs")]
    [InlineData("<section id='sharing-the-credit'><h2>Sharing the credit</h2><p>The fishermen say that it was the pilots.</p></section>", "The fishermen say that it was the pilots.")]
    [InlineData("<div class='research-highlights'><p>The bank had moved by a mile, the soundings show.</p></div>", "The bank had moved by a mile, the soundings show.")]
    [InlineData("<div class='demonstrating-impact'><p>It is the third ferry on it since the spring.</p></div>", "It is the third ferry on it since the spring.")]
    [InlineData("<p class='first' id='subscription-introduction'>It is the third ferry that has run aground on it since the spring.</p>", "It is the third ferry that has run aground on it since the spring.")]
    [InlineData("<table class='player-ratings'><tr><th>Pilot</th><th>Mark</th></tr><tr><td>Tiller</td><td>7</td></tr></table>", "Tiller 7")]
    [InlineData("<figure class='wp-block-table'><table><tr><td>Length</td><td>90 metres</td></tr><tr><td>2018</td><td>8.5</td></tr></table></figure>", "Length 90 metres\n\n2018 8.5")]
    [InlineData("<figure><blockquote>It stopped, and then it was quiet.</blockquote></figure>", "It stopped, and then it was quiet.")]
    public void Extract_PartOfTheArticle_Stays(string part, string text) => Assert.Contains($"{text}\n\nThe tide", Page.WithBody("", part + More).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("<section id='related-stories'><h2>Related stories</h2><p>More about harbours that have been closed in other years for other reasons than this.</p></section>")]
    [InlineData("<div class='site-search'><p>Look for harbours that have been closed in other years for other reasons than this.</p></div>")]
    [InlineData("<p class='postmetadata'>This entry was kept under the heading of harbours, and its answers can be had as a feed.</p>")]
    [InlineData("<div class='inline-cta'><p>The Harbour Post comes to the door of every house on the coast before six in the morning.</p></div>")]
    public void Extract_WhatItsNameSays_IsNoText(string part) => Assert.Equal(Page.Text, Page.WithBody("", part).Text);

    [Fact]
    public void Extract_ArticleThatIsOpenToComments_IsTheText() => Assert.Equal(Page.Text, Page.Extract(
        $"<html><body><article class='post hentry comments-open'><h1>Ferry aground</h1>{Page.Paragraphs}</article><div class='about'>{More}{More.Replace("nine", "ten")}{More.Replace("nine", "six")}</div></body></html>").Text);

    [Fact]
    public void Extract_BylineThatCountsComments_NamesTheAuthor() =>
        Assert.Equal(["Ann Scribe"], Page.WithBody("<div class='bylineComments'><p class='byline'>By Ann Scribe</p></div>").Authors);
}
