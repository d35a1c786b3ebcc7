using System.Globalization;

namespace Dateline.Worker.Tests.Articles.Extraction;

/// <summary>Which of a page's dates is the article's, and which of its days.</summary>
public class PageDatesTests
{
    [Theory]
    [InlineData("<aside><time datetime='2014-01-01'>x</time></aside><h1>Ferry aground</h1><time datetime='2015-11-16'>x</time>")]
    [InlineData("<div class='related'><span class='date'>1.1.2014</span></div><h1>Ferry aground</h1><span class='date'>16.11.2015</span>")]
    [InlineData("<time datetime='2014-01-01'>x</time><time datetime='2015-11-16'>x</time><h1>Ferry aground</h1>")]
    [InlineData("<h1>Ferry aground</h1><p>Dated:</p><span>16.11.2015</span><div>a</div><time datetime='2014-01-01'>x</time>")]
    [InlineData("<div>16.11.2015</div><h1>Ferry aground</h1><footer><time datetime='2014-01-01'>x</time></footer>")]
    [InlineData("<h1>Ferry aground</h1><p>Updated 18 November 2015</p><p>Published 16 November 2015</p>")]
    [InlineData("<h1>Ferry aground</h1><time class='updated' datetime='2015-11-18'></time><time datetime='2015-11-16'></time>")]
    [InlineData("<h1>Ferry aground</h1><div>16.11.15</div>")]
    [InlineData("<h1>Ferry aground</h1><div>11/16/15 2:05 PM</div>")]
    [InlineData("<h1>Ferry aground</h1><span data-date='2015-11-16T14:05:00Z'>Monday</span>")]
    [InlineData("<h1>Ferry aground</h1><p>Last updated on: November 18, 2015. First published on November 16, 2015</p>")]
    public void Extract_SeveralDates_TheOneBesideTheHeadline(string body) =>
        Assert.Equal("2015-11-16", Day(Page.Extract($"<html><body>{body}<article>{Page.Paragraphs}</article></body></html>").Published));

    [Theory]
    [InlineData("en-GB", "2015-04-03")]
    [InlineData("es", "2015-04-03")]
    [InlineData("en-US", "2015-03-04")]
    [InlineData("", "2015-03-04")]
    public void Extract_DayWithSlashes_IsReadAsThePagesLanguageWritesIt(string language, string day) =>
        Assert.Equal(day, Day(Page.Extract($"<html lang='{language}'><body><h1>Ferry aground</h1><div>3/4/2015</div><article>{Page.Paragraphs}</article></body></html>").Published));

    [Theory]
    [InlineData("1447682700")]
    [InlineData("1447682700000")]
    public void Extract_DayAsANumber_IsCountedFrom1970(string number) =>
        Assert.Equal("2015-11-16", Day(Page.WithHead($"<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"datePublished\":{number}}}</script>").Published));

    [Fact]
    public void Extract_DayFirstInTheAddress_IsRead() =>
        Assert.Equal("2015-11-16", Day(Page.Extract($"<article>{Page.Paragraphs}</article>", "https://news.example/reports/16-11-2015").Published));

    [Theory]
    [InlineData("2015-11-16T00:30:00+01:00", "2015-11-16")]
    [InlineData("2015-11-17T00:30:00+01:00", "2015-11-15")]
    public void Extract_SameMomentInUtcAndInAZone_IsTheDayInTheZone(string meta, string day)
    {
        var data = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"datePublished\":\"2015-11-15T23:30:00Z\"}</script>";

        Assert.Equal(day, Day(Page.WithHead($"{data}<meta property='article:published_time' content='{meta}'>").Published));
    }

    [Fact]
    public void Extract_PageThatStatesNoArticle_HasTheDayOfThePage() => Assert.Equal("2015-11-16", Day(Page.WithHead(
        "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\",\"name\":\"x\",\"datePublished\":\"2015-11-16T09:00Z\"}]}</script>").Published));

    private static string? Day(DateTimeOffset? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
