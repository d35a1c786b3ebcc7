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
    public void Extract_NoticeUnderItsHeadline_IsTheArticle(string markup) =>
        Assert.Equal(NoticeText, Page.Extract($"<html><head><title>Road reopens</title></head><body><main>{string.Format(null, markup, Notice, Items, Replies)}</main></body></html>").Text);

    [Fact]
    public void Extract_BoxAfterAShortArticle_IsNoPartOfIt() => Assert.Equal(NoticeText, Page.Extract(
        $"<html><head><title>Road reopens</title></head><body><h1>Road reopens</h1><div itemprop='articleBody'>{Notice}</div><div class='about'><p>The Harbour Post has told of all that moves the coast for a hundred years and is read by many who live there.</p></div></body></html>").Text);

    [Fact]
    public void Extract_ArticleInABoxNamedForWhatItIsNot_IsStillFound() => Assert.Equal(Page.Text, Page.Extract(
        $"<html><head><title>Ferry aground</title></head><body><main><h1>Ferry aground</h1><p>What is known of the ferry that is on the bank, and what is not known of it yet.</p><div class='promo'>{Page.Paragraphs}</div></main></body></html>").Text[^Page.Text.Length..]);
}
