namespace Dateline.Worker.Tests.Articles.Extraction;

/// <summary>Text that belongs to the article though it stands in boxes of its own, and boxes of others that stand beside it.</summary>
public class ArticleTextTests
{
    private const string More = "<p>The tide was expected at nine in the evening, and two tugs had been ordered from the next harbour along the coast to pull.</p>";

    [Theory]
    [InlineData("<div class='text part-1'>{0}</div><div class='ad'>x</div><div class='text part-2'>{1}</div>")]
    [InlineData("<div class='row'><div class='column'>{0}</div></div><div class='row'><div class='column'>{1}</div></div>")]
    [InlineData("<div class='teaser-text'>{0}</div><div class='news-text'>{1}</div>")]
    [InlineData("<div class='layout with-sidebar'>{0}{1}</div>")]
    [InlineData("<form id='page'>{0}{1}</form>")]
    [InlineData("<aside><section>{0}{1}</section></aside>")]
    public void Extract_TextInBoxes_IsWhole(string markup)
    {
        var text = Page.Extract($"<html><body>{string.Format(null, markup, Page.Paragraphs, More + More.Replace("nine", "ten"))}</body></html>").Text;

        Assert.StartsWith(Page.Text, text, StringComparison.Ordinal);
        Assert.Contains("expected at ten", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<b></b>", Page.Text)]
    [InlineData("<p>{{more}}</p>", "")]
    [InlineData("<form></form>", "")]
    [InlineData("{\"html\": ", "")]
    [InlineData("<![CDATA[{}]]>", "")]
    public void Extract_ArticleInATemplate_IsRead(string opening, string text) => Assert.Equal(text, Page.Extract(
        $"<html><body><h1>Ferry aground</h1><div class='post-body'><script type='text/template'>{opening}{Page.Paragraphs}<p>{new string(' ', 300)}</p></script></div></body></html>").Text);

    [Fact]
    public void Extract_LeadBetweenHeadlineAndText_OpensTheText() => Assert.StartsWith(
        "A ferry has run aground off the coast, and nobody knows yet why.\n\nThe harbour",
        Page.Extract($"<html><body><header><h1>Ferry aground</h1><p class='lead'>A ferry has run aground off the coast, and nobody knows yet why.</p></header><div class='article-body'>{Page.Paragraphs}{More}</div></body></html>").Text, StringComparison.Ordinal);

    [Fact]
    public void Extract_ListOfLinksThatTheTextAnnounces_Stays() =>
        Assert.EndsWith("Charts of the harbour", Page.WithBody("", "<p>These charts show the sandbank:</p><ul><li><a href='/1'>Charts of the coast, 1950</a></li><li><a href='/2'>Charts of the harbour</a></li></ul>").Text, StringComparison.Ordinal);

    [Fact]
    public void Extract_ListOfLinksWithAnItemThatSaysSomething_Stays() =>
        Assert.Contains("in place by the morning", Page.WithBody("", "<p>What is to be done next.</p><ul><li>The coast guard has asked for two more tugs, which are to be in place by the morning of the next day.</li>"
            + $"<li><a href='/1'>{new string('x', 90)}</a></li><li><a href='/2'>{new string('y', 90)}</a></li></ul>{More}").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("popup")]
    [InlineData("twitter-mention")]
    [InlineData("author-link")]
    public void Extract_LinkInASentence_StaysWhateverItIsCalled(string name) =>
        Assert.Contains("where the ferry was bound, a spokesman", Page.WithBody("", $"<p>Nobody could say on Tuesday <a class='{name}' href='/1'>where the ferry was bound</a>, a spokesman for the port said.</p>{More}").Text, StringComparison.Ordinal);

    [Fact]
    public void Extract_ListAtTheEnd_Stays() =>
        Assert.EndsWith("One anchor", Page.WithBody("", "<p>What was found on the bank:</p><ul><li>Two boats</li><li>One anchor</li></ul>").Text, StringComparison.Ordinal);

    [Fact]
    public void Extract_HeadingsOfTheFirstLevelInTheText_Stay() =>
        Assert.Contains("\n\nWhat happens next\n\n", Page.WithBody("", $"<h1>What happens next</h1>{More}").Text, StringComparison.Ordinal);

    [Fact]
    public void Extract_RowOfOtherStories_IsNoText()
    {
        var stories = string.Concat(Enumerable.Range(1, 5).Select(number => $"<li><h3><a href='/{number}'>Another story of the day, number {number}</a></h3><p>What it tells in a line that is as long as a paragraph, and ends.</p></li>"));
        var article = Page.Paragraphs + More + More.Replace("nine", "ten");

        Assert.DoesNotContain("Another story", Page.Extract($"<html><body><main><h1>Ferry aground</h1>{article}<ul class='stream'>{stories}</ul></main></body></html>").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>For the latest stories and breaking news updates download our apps.</p>")]
    [InlineData("<p>We want to hear what you think about this article. Submit a letter to the editor.</p>")]
    [InlineData("<p>The Post is not responsible for the opinions of its contributors.</p>")]
    [InlineData("<p>We may earn a commission from links on this page.</p>")]
    public void Extract_WhatTheSiteSaysOfItself_IsNoText(string after) => Assert.Equal(Page.Text, Page.WithBody("", after).Text);
}
