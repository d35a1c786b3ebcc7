namespace Dateline.Worker.Tests.Articles.Extraction;

/// <summary>Which of a page's statements and headings is the headline, and in whose spelling.</summary>
public class PageTitleTests
{
    [Theory]
    [InlineData("<title>Harbour Diary » Archive » Ferry aground at noon</title>", "<h1><a href='/'>Harbour Diary</a></h1><h2>Ferry aground at noon</h2>", "Ferry aground at noon")]
    [InlineData("<title>Ferry aground at noon | Ships | The Post</title>", "<h1><a href='/'>Welcome aboard</a></h1><h2>Ferry aground at noon</h2><h2>More</h2>", "Ferry aground at noon")]
    [InlineData("<meta property='og:title' content='Press releases'><title>Ferry aground at noon</title>", "<h1>Ferry aground at noon</h1>", "Ferry aground at noon")]
    [InlineData("<title>All that moves the harbour</title>", "<h1>Ferry aground at noon</h1>", "Ferry aground at noon")]
    [InlineData("<title>Harbour Diary: Ferry aground at noon</title>", "<h3 class='entry-header'>Ferry aground at noon</h3>", "Ferry aground at noon")]
    public void Extract_StatementsAndHeadings_TheOneThatBothBearOut(string head, string headings, string title) => Assert.Equal(title, Page.WithHead(head, headings).Title);

    [Theory]
    [InlineData("Ferry aground", "<h1>Ferry aground off the northern coast</h1>", "Ferry aground off the northern coast")]
    [InlineData("Captain speaks of luck and the wind", "<h1>\"We were lost\": Captain speaks of luck and the wind</h1>", "\"We were lost\": Captain speaks of luck and the wind")]
    [InlineData("Captain speaks of luck and the wind", "<h1>Harbour Captain speaks of luck and the wind</h1>", "Captain speaks of luck and the wind")]
    [InlineData("Captain speaks of luck and the wind", "<h1><span>Harbour:</span> <span>Captain speaks of luck and the wind</span></h1>", "Captain speaks of luck and the wind")]
    [InlineData("Captain speaks of luck and the wi...", "<h1>Captain speaks of luck and the wind</h1>", "Captain speaks of luck and the wind")]
    public void Extract_HeadingLongerThanWhatIsStated_IsItWithoutItsKicker(string stated, string heading, string title) =>
        Assert.Equal(title, Page.WithHead($"<meta property='og:title' content='{stated}'>", heading).Title);

    [Theory]
    [InlineData("<h1><span class='kicker'>Harbour</span>: Ferry aground at noon</h1>", "Ferry aground at noon")]
    [InlineData("<h1>Ferry aground at noon |</h1>", "Ferry aground at noon")]
    [InlineData("<h1><span class='label label--blue'>Harbour</span> Ferry aground at noon</h1>", "Ferry aground at noon")]
    [InlineData("<h1><small>Harbour</small><br>Ferry aground at noon</h1>", "Ferry aground at noon")]
    [InlineData("<h2 class='screen-reader-text'>Ferry aground at noon | Harbour</h2><h1>Ferry aground at noon</h1>", "Ferry aground at noon")]
    public void Extract_SignsAroundTheHeading_GoWithWhatTheyParted(string heading, string title) => Assert.Equal(title, Page.WithHead("<title>Ferry aground at noon</title>", heading).Title);

    [Theory]
    [InlineData("Ferry aground - Harbour Post Online", "https://www.harbourpost.example/a", "Ferry aground")]
    [InlineData("The Harbour Post - Ferry aground", "https://www.harbourpost.example/a", "Ferry aground")]
    [InlineData("Report of the week 14. - 20. January", "https://news.example/a", "Report of the week 14. - 20. January")]
    [InlineData("\u8F6E\u6E21\u5728\u6E2F\u53E3\u5916\u6401\u6D45-\u65B0\u534E\u7F51", "https://a.example/a", "\u8F6E\u6E21\u5728\u6E2F\u53E3\u5916\u6401\u6D45")]
    [InlineData("\u8F6E\u6E21\u5728\u6E2F\u53E3\u5916\u6401\u6D45_\u65B0\u95FB\u9891\u9053_\u534E\u7F51", "https://a.example/a", "\u8F6E\u6E21\u5728\u6E2F\u53E3\u5916\u6401\u6D45")]
    [InlineData("\u4FC4-\u4E4C\u8F6E\u6E21\u5728\u6E2F\u53E3\u6401\u6D45", "https://a.example/a", "\u4FC4-\u4E4C\u8F6E\u6E21\u5728\u6E2F\u53E3\u6401\u6D45")]
    [InlineData("\u30D5\u30A7\u30EA\u30FC\u304C\u6E2F\u306E\u5916\u3067\u5EA7\u7901\uFF5C\u6E2F\u65B0\u805E", "https://a.example/a", "\u30D5\u30A7\u30EA\u30FC\u304C\u6E2F\u306E\u5916\u3067\u5EA7\u7901")]
    public void Extract_NameOfTheSite_IsKnownByTheAddress(string stated, string url, string title) =>
        Assert.Equal(title, Page.Extract($"<html><head><title>{stated}</title></head><body><article>{Page.Paragraphs}</article></body></html>", url).Title);

    [Theory]
    [InlineData("Harbour Post Online -", "Ferry aground at noon")]
    [InlineData("Harbour Post sinks", "Harbour Post sinks")]
    public void Extract_TemplateThatLostTheHeadline_IsMadeUpForByTheFirstHeading(string stated, string title) => Assert.Equal(
        title, Page.Extract($"<html><head><title>{stated}</title></head><body><article><h2>{title}</h2><h2>More</h2>{Page.Paragraphs}</article></body></html>", "https://www.harbourpost.example/a").Title);

    [Theory]
    [InlineData("How a ferry came to lie on the sand at noon", "How a ferry came to lie on the sand at noon")]
    [InlineData("All that moves us on this long summer day", "Ferry accident: harbour closure explained")]
    public void Extract_StatementsInOtherWords_GiveWayToTheOnlyHeadingOfTheArticleOnTheSameThing(string heading, string title) => Assert.Equal(title, Page.Extract(
        $"<html><head><title>Ferry accident: harbour closure explained</title><meta property='og:title' content='Ferry accident: harbour closure explained'></head><body><article><h1>{heading}</h1>{Page.Paragraphs}</article></body></html>").Title);

    [Fact]
    public void Extract_AddressOfTheSiteAfterASection_GoesWithIt() =>
        Assert.Equal("Ferry aground off the harbour at noon", Page.WithHead("<title>Ferry aground off the harbour at noon | Local News | harbourwave.com</title><meta property='og:site_name' content='Harbour Wave'>").Title);

    [Fact]
    public void Extract_ApplicationNamedAsTheHeadline_IsNoSiteName() =>
        Assert.Equal("Ferry aground at noon", Page.WithHead("<title>Ferry aground at noon</title><meta name='application-name' content='Ferry aground at noon'>", "<h1>Ferry aground at noon</h1><h2>More from us</h2>").Title);
}
