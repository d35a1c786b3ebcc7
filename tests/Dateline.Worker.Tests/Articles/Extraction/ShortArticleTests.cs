namespace Dateline.Worker.Tests.Articles.Extraction;

/// <summary>Articles of two sentences on pages that hold more of other things: the headline tells which is the article.</summary>
public class ShortArticleTests
{
    private const string Notice = "<p>The coast road has reopened in both directions after a lorry that carried straw caught fire on it on Wednesday night.</p><p>No one was hurt. Drivers are asked to allow extra time.</p>";

    private const string NoticeText = "The coast road has reopened in both directions after a lorry that carried straw caught fire on it on Wednesday night.\n\nNo one was hurt. Drivers are asked to allow extra time.";

    private static readonly string Items = string.Concat(Enumerable.Range(1, 6).Select(number =>
        $"<div class='item'><h4><a href='/{number}'>Another story of the day, number {number}</a></h4><p>What it tells in a line of number {number} that is as long as a paragraph is, and then ends.</p></div>"));

    private static readonly string Replies = string.Concat(Enumerable.Range(1, 6).Select(number =>
        $"<div class='reply'><p>I have been saying this for {number} years, and nobody at the town hall has ever listened to any of us.</p></div>"));

    [Theory]
    [InlineData("<article><h1>Road reopens</h1>{0}</article><aside class='sidebar'>{1}</aside>")]
    [InlineData("<article><h1>Road reopens</h1>{0}</article><div class='grid'>{1}</div>")]
    [InlineData("<div class='story'><header><h1>Road reopens</h1></header><div itemprop='articleBody'>{0}</div></div><div class='grid'>{1}</div>")]
    [InlineData("<article><h1>Road reopens</h1>{0}<section id='comments'>{2}</section></article>")]
    [InlineData("<article><h1>Road reopens</h1>{0}<section id='discussion'>{2}</section></article>")]
    [InlineData("<article><h1>Road reopens</h1>{0}</article><div class='disqus-thread'>{2}</div>")]
    [InlineData("<article><h1>Road reopens</h1>{0}</article><div class='viafoura'>{2}</div>")]
    [InlineData("<article><h1>Road reopens</h1>{0}</article><div class='discussion'><div class='posts'>{2}</div></div>")]
    [InlineData("<article><h1>Road reopens</h1>{0}</article><section class='responses'>{2}</section>")]
    public void Extract_NoticeUnderItsHeadline_IsTheArticle(string markup) =>
        Assert.Equal(NoticeText, Page.Extract($"<html><head><title>Road reopens</title></head><body><main>{string.Format(null, markup, Notice, Items, Replies)}</main></body></html>").Text);

    [Theory]
    [InlineData("<footer><div><h4>About Us</h4>{0}</div></footer>")]
    [InlineData("<div class='site-footer'>{0}</div>")]
    public void Extract_ParagraphsShorterThanAnyOfTheFooter_AreTheArticle(string footer)
    {
        var lines = Enumerable.Range(1, 9).Select(number => $"Lorry {number} burnt out.").ToArray();
        var about = string.Format(null, footer, "<p>The Harbour Post has told of all that moves the coast for a hundred years and is read by many who live there.</p>");
        Assert.Equal(string.Join("\n\n", lines), Page.Extract(
            $"<html><head><title>Road reopens</title></head><body><main><article><h1>Road reopens</h1><div class='entry-content'>{string.Concat(lines.Select(line => $"<p>{line}</p>"))}</div></article></main>{about}</body></html>").Text);
    }

    [Fact]
    public void Extract_BoxAfterAShortArticle_IsNoPartOfIt() => Assert.Equal(NoticeText, Page.Extract(
        $"<html><head><title>Road reopens</title></head><body><h1>Road reopens</h1><div itemprop='articleBody'>{Notice}</div><div class='about'><p>The Harbour Post has told of all that moves the coast for a hundred years and is read by many who live there.</p></div></body></html>").Text);

    [Fact]
    public void Extract_ArticleInABoxNamedForWhatItIsNot_IsStillFound() => Assert.Equal(Page.Text, Page.Extract(
        $"<html><head><title>Ferry aground</title></head><body><main><h1>Ferry aground</h1><p>What is known of the ferry that is on the bank, and what is not known of it yet.</p><div class='promo'>{Page.Paragraphs}</div></main></body></html>").Text[^Page.Text.Length..]);
}
