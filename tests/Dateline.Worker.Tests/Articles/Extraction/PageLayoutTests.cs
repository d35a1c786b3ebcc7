namespace Dateline.Worker.Tests.Articles.Extraction;

/// <summary>The shapes that pages give to an article and to what stands beside it.</summary>
public class PageLayoutTests
{
    private const string More = "<p>The tide was expected at nine in the evening, and two tugs had been ordered from the next harbour along the coast to pull.</p>";

    private const string MoreText = "The tide was expected at nine in the evening, and two tugs had been ordered from the next harbour along the coast to pull.";

    private static readonly string Long = Page.Paragraphs + More + More.Replace("nine", "ten");

    [Theory]
    [InlineData("<section><h2>More on this story</h2><ul>{0}</ul></section>", "<li><a href='/{0}' aria-label='x'></a><h3>Another story of the day, number {0}</h3><p>What it tells in a line that is as long as a paragraph is.</p></li>")]
    [InlineData("<div class='grid'><h2>In other news</h2>{0}</div>", "<div class='card'><h3>Another story of the day, number {0}</h3><p>What it tells in a line that is as long as a paragraph is.</p><a class='stretched-link' href='/{0}'></a></div>")]
    [InlineData("<div class='grid'><p>Others read</p>{0}</div>", "<div class='card'><h3><a href='/{0}'>Another story of the day, number {0}</a></h3><p>What it tells in a line that is as long as a paragraph is.</p></div>")]
    public void Extract_CardsOfOtherStories_AreNoText(string row, string card) => Assert.DoesNotContain("Another story", Page.Extract(
        $"<html><body><main><h1>Ferry aground</h1>{Long}{string.Format(null, row, string.Concat(Enumerable.Range(1, 4).Select(number => string.Format(null, card, number))))}</main></body></html>").Text, StringComparison.Ordinal);

    [Fact]
    public void Extract_ListOfThingsWithLinksOnTheirPictures_Stays() => Assert.Contains("Compass number 2", Page.Extract(
        $"<html><body><main><h1>Ferry aground</h1>{Long}<div>{string.Concat(Enumerable.Range(1, 4).Select(number => $"<div><h3>Compass number {number}</h3><a href='/{number}'><img src='/c.jpg'></a><p>It kept its course in the storm of the year {number}, and needs no battery.</p></div>"))}</div></main></body></html>").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("<p>Short and dry.</p><h2>What you need</h2><ul><li>Two anchors</li><li>One rope</li></ul><p>Wait for the tide.</p>", "Short and dry.\n\nWhat you need\n\nTwo anchors\n\nOne rope\n\nWait for the tide.")]
    [InlineData("<p>You need this:</p><ul><li>Two anchors</li><li>One rope</li></ul>", "You need this:\n\nTwo anchors\n\nOne rope")]
    public void Extract_PartsBeforeTheFirstLongParagraph_Stay(string before, string text) => Assert.Equal($"{text}\n\n{Page.Text}", Page.WithBody(before).Text);

    [Theory]
    [InlineData("<main><h1>Ferry aground</h1>{0}</main><div class='row'>{1}</div>")]
    [InlineData("<story-text>{0}</story-text><div class='row'>{1}</div>")]
    public void Extract_TextThatNoParagraphHolds_IsFound(string markup) => Assert.StartsWith("The harbour was closed", Page.Extract(
        $"<html><body>{string.Format(null, markup, Page.Text.Replace("\n\n", "<br><br>") + "<br><br>" + Page.Text.Replace("Tuesday", "Friday").Replace("\n\n", "<br><br>"), $"<p>{MoreText}</p>")}</body></html>").Text, StringComparison.Ordinal);

    [Fact]
    public void Extract_BoxOfFactsBetweenTwoHalves_Stays()
    {
        var text = Page.Extract($"<html><body><div id='page'><div class='text'>{Page.Paragraphs}</div><div class='facts'><p>The ferry is ninety metres long and was built in 1988.</p></div><div class='text'>{More}{More.Replace("nine", "ten")}</div></div></body></html>").Text;

        Assert.Contains("built in 1988.\n\nThe tide", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Extract_LineAcrossThePage_PartsTwoParagraphs() =>
        Assert.EndsWith("along the coast to pull.\n\nThe ferry is to be sold.", Page.WithBody("", $"<div>{MoreText}<hr>The ferry is to be sold.</div>").Text, StringComparison.Ordinal);

    [Fact]
    public void Extract_QuestionsThatOpenTheirAnswers_AreText()
    {
        var text = Page.WithBody("", "<h3><button>Who pays for the ferry?</button></h3><div aria-hidden='true'><p>The owner does, the port said.</p></div>" + More).Text;

        Assert.Contains("Who pays for the ferry?\n\nThe owner does, the port said.\n\nThe tide", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Extract_NextArticlesOfThePage_AreNoText()
    {
        var next = string.Concat(Enumerable.Range(1, 2).Select(number => $"<article><h1>Another ferry, number {number}</h1>{Long.Replace("harbour", $"canal {number}")}</article>"));

        Assert.DoesNotContain("canal", Page.Extract($"<html><head><title>Ferry aground</title></head><body><main><article><h1>Ferry aground</h1>{Long}</article>{next}</main></body></html>").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Extract_NextStoryInFull_IsNoText() => Assert.DoesNotContain("canal", Page.Extract(
        $"<html><head><title>Ferry aground</title></head><body><main><article><h1>Ferry aground</h1>{Long}</article><section class='up-next'><h2>Another ferry</h2>{Long.Replace("harbour", "canal")}</section></main></body></html>").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("subscriber")]
    [InlineData("subscriber-preview")]
    [InlineData("subscriber-only")]
    [InlineData("paywalled")]
    public void Extract_OpeningNamedForItsReaders_IsText(string name) => Assert.Equal(
        $"{MoreText}\n\n{Page.Text}", Page.Extract($"<html><body><article><h1>Ferry aground</h1><div id='article-body'><div class='{name}'>{More}</div>{Page.Paragraphs}</div></article></body></html>").Text);

    [Theory]
    [InlineData("<div class='x1'>Two tugs had been ordered from the next harbour</div>")]
    [InlineData("<blockquote>\u201CTwo tugs had been ordered from the next harbour.\u201D</blockquote>")]
    [InlineData("<aside class='x1'><p>two tugs had been ordered from the next harbour</p></aside>")]
    public void Extract_SentenceShownOnceMoreInABox_IsNoText(string quote) => Assert.Equal($"{Page.Text}\n\n{MoreText}", Page.WithBody("", quote + More).Text);

    [Fact]
    public void Extract_ShortParagraphThatALongerOneRepeats_Stays() =>
        Assert.Contains("\n\nTwo tugs had been ordered.\n\n", Page.WithBody("", "<p>Two tugs had been ordered.</p>" + More).Text, StringComparison.Ordinal);
}
