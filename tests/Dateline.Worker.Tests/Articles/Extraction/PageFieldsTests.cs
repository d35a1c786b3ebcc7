using Dateline.Worker.Articles;
using Dateline.Worker.Articles.Extraction;

namespace Dateline.Worker.Tests.Articles.Extraction;

public class PageFieldsTests
{
    [Theory]
    [InlineData("<meta property='og:title' content='Ferry aground | The Post'><meta property='og:site_name' content='The Post'>", "Ferry aground")]
    [InlineData("<title>Ferry aground - The Post</title>", "Ferry aground")]
    [InlineData("<title>Ferry aground - and nobody knows why</title>", "Ferry aground - and nobody knows why")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry &amp; sandbank\"}</script><title>Other</title>", "Ferry & sandbank")]
    [InlineData("<script type='application/ld+json'>[{\"@graph\":[{\"@type\":[\"Thing\",\"ReportageNewsArticle\"],\"headline\":\"Deep\"}]}]</script>", "Deep")]
    [InlineData("<script type='application/ld+json'>{broken</script><title>Ferry aground</title>", "Ferry aground")]
    [InlineData("", null)]
    public void Extract_Title_ComesFromWhatThePageStates(string head, string? title) => Assert.Equal(title, Page.WithHead(head).Title);

    [Theory]
    [InlineData("<meta name='author' content='By Ann Scribe and Bob Pen'>", "Ann Scribe;Bob Pen")]
    [InlineData("<meta name='author' content='https://facebook.com/ann'><meta property='article:author' content='Ann Scribe'>", "Ann Scribe")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"x\",\"author\":[{\"name\":\"Ann Scribe\"},\"Bob Pen Jr.\"]}</script>", "Ann Scribe;Bob Pen Jr.")]
    [InlineData("<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Article\",\"headline\":\"x\",\"author\":{\"@id\":\"#a\"}},{\"@id\":\"#a\",\"@type\":\"Person\",\"name\":\"Ann Scribe\"}]}</script>", "Ann Scribe")]
    [InlineData("<meta name='author' content='admin'>", "")]
    public void Extract_Authors_AreNames(string head, string authors) => Assert.Equal(authors, string.Join(';', Page.WithHead(head).Authors));

    [Theory]
    [InlineData("<span class='byline'>Von Ann Scribe</span>")]
    [InlineData("<a rel='author' href='/ann'>Ann Scribe</a>")]
    [InlineData("<h1>Ferry aground</h1><p>By Ann Scribe</p>")]
    [InlineData("<a rel='author' href='/ann'>View all posts by Ann Scribe</a>")]
    [InlineData("<div class='comments'><span class='author'>Troll</span></div><div class='author'>Ann Scribe</div>")]
    public void Extract_Byline_GivesTheAuthor(string body) => Assert.Equal(["Ann Scribe"], Page.WithHead("", body).Authors);

    [Theory]
    [InlineData("<meta property='article:published_time' content='2015-11-16T10:00:00+01:00'>", "2015-11-16T09:00:00Z")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"datePublished\":\"2015-11-16T09:00Z\"}</script>", "2015-11-16T09:00:00Z")]
    [InlineData("<meta name='date' content='1901-01-01'><meta name='pubdate' content='nonsense'>", null)]
    public void Extract_Published_ComesFromTheHead(string head, string? published) => Assert.Equal(
        published is null ? null : DateTimeOffset.Parse(published, System.Globalization.CultureInfo.InvariantCulture), Page.WithHead(head).Published);

    [Theory]
    [InlineData("<time datetime='2015-11-16'>yesterday</time>")]
    [InlineData("<span class='date'>16. November 2015</span>")]
    [InlineData("<h1>Ferry aground</h1><div>Published on November 16, 2015</div>")]
    public void Extract_DateInThePage_IsFound(string body) => Assert.Equal(new DateOnly(2015, 11, 16), DateOnly.FromDateTime(Page.WithHead("", body).Published!.Value.UtcDateTime));

    [Fact]
    public void Extract_DateInTheAddress_IsTheLastResort() =>
        Assert.Equal(16, Page.Extract($"<article>{Page.Paragraphs}</article>", "https://news.example/2015/11/16/ferry").Published?.Day);

    [Theory]
    [InlineData("<link rel='canonical' href='/ferry?utm_source=x'>", "https://news.example/ferry")]
    [InlineData("<link rel='canonical' href='https://news.example/'>", "https://news.example/harbour")]
    [InlineData("<base href='https://www.news.example/a/'><meta property='og:url' content='ferry'>", "https://www.news.example/a/ferry")]
    [InlineData("<link rel='canonical' href='javascript:void(0)'>", "https://news.example/harbour")]
    public void Extract_CanonicalUrl_IsAbsoluteAndOfThePage(string head, string canonical) => Assert.Equal(canonical, Page.WithHead(head).CanonicalUrl);

    [Theory]
    [InlineData("<meta property='og:image' content='javascript:x'>")]
    [InlineData("<meta property='og:image' content='data:image/png;base64,AA=='>")]
    [InlineData("<meta property='og:image' content='//'>")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"image\":\"file:///etc/passwd\"}</script>")]
    public void Extract_ImageThatIsNoWebAddress_IsNone(string head) => Assert.Null(Page.WithHead(head).Image);

    [Fact]
    public void ExtractWithLinks_AddressesWithoutAHostsName_AreNoLinks()
    {
        var page = System.Text.Encoding.UTF8.GetBytes($"<link rel=amphtml href='http://\uFFFD/amp'><article>{Page.Paragraphs}<a href='http://\uFFFD/2'>2</a></article>");

        Assert.Equal(PageLinks.None, ArticleExtractor.ExtractWithLinks(page, "text/html; charset=utf-8", new Uri("https://news.example/harbour")).Links);
    }

    [Fact]
    public void Extract_EndlessTitleAndAuthors_AreCut()
    {
        var authors = string.Join(',', Enumerable.Range(0, 1_000).Select(number => $"{{\"@type\":\"Person\",\"name\":\"Ann{number} Scribe\"}}"));
        var article = Page.WithHead($"<meta property='og:title' content='{string.Concat(Enumerable.Repeat("word ", 100_000))}'><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"author\":[{authors}]}}</script>");

        Assert.InRange(article.Title!.Length, 1, 1_001);
        Assert.InRange(article.Authors.Count, 1, 100);
    }

    [Theory]
    [InlineData("<figure><img src='/f.jpg'><figcaption>The ferry. Photo: Jo Lens / AFP</figcaption></figure>", "Jo Lens / AFP")]
    [InlineData("<img src='/f.jpg'><span class='credit'>Jo Lens</span>", "Jo Lens")]
    [InlineData("<div><img src='/f.jpg'></div><p>Jo Lens/Getty Images</p>", "Jo Lens/Getty Images")]
    [InlineData("<img src='/f.jpg'><br>(Image credit: Jo Lens/AP)<br>", "Jo Lens/AP")]
    [InlineData("<div><img src='/f.jpg'><i>Foto: Jo Lens</i></div>", "Jo Lens")]
    [InlineData("<div><img src='/f.jpg'></div><p>The ferry on its sandbank, seen from the pier.</p>", null)]
    public void Extract_ImageCredit_IsWhatStandsByThePicture(string body, string? credit)
    {
        var article = Page.WithBody(body);

        Assert.Equal(credit, article.ImageCredit);
        Assert.Equal("https://news.example/f.jpg", article.Image);
    }

    [Theory]
    [InlineData("<html lang='pt_BR'>", "pt-BR")]
    [InlineData("<html><meta property='og:locale' content='de_DE'>", "de-DE")]
    [InlineData("<html lang='?'><meta http-equiv='content-language' content='fr'>", "fr")]
    [InlineData("<html>", null)]
    public void Extract_Language_IsATag(string opening, string? language) => Assert.Equal(language, Page.Extract($"{opening}<body><article>{Page.Paragraphs}</article></body></html>").Language);

    [Fact]
    public void Extract_PageWithoutItsText_TakesWhatItStates()
    {
        var body = string.Concat(Enumerable.Repeat("The harbour was closed on Tuesday, the coast guard said. ", 12)).Trim();
        var head = $"<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"articleBody\":\"{body}\"}}</script>";

        Assert.Equal(body, Page.Extract($"<html><head>{head}</head><body><p>Loading</p></body></html>").Text);
    }

    [Theory]
    [InlineData("<title>Ferry aground \u2013 The Post</title>", "<h1>Ferry aground</h1>", "Ferry aground")]
    [InlineData("<meta property='og:title' content='Ferry aground at noon'>", "<h1><span class='kicker'>Harbour</span> Ferry aground at noon</h1>", "Ferry aground at noon")]
    [InlineData("<meta property='og:title' content='Harbour: Ferry \"Anna\" aground at noon'>", "<h1>Ferry \u201CAnna\u201D aground at noon</h1>", "Ferry \u201CAnna\u201D aground at noon")]
    [InlineData("<title>news.example</title>", "<h1>news.example</h1><h2 class='entry-title'>Ferry aground</h2>", "Ferry aground")]
    public void Extract_TitleAndHeading_AgreeOnTheHeadline(string head, string heading, string title) => Assert.Equal(title, Page.WithHead(head, heading).Title);

    [Fact]
    public void Extract_Published_KeepsTheZoneOfThePage() =>
        Assert.Equal("2015-11-16T23:30:00-05:00", Page.WithHead("<meta property='article:published_time' content='2015-11-16T23:30:00-05:00'>").Published!.Value.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("<h1>Ferry aground</h1><p>Autorin: Ann Scribe</p>")]
    [InlineData("<h1>Ferry aground</h1><div>Geschrieben von <a href='/x'>Ann Scribe</a></div>")]
    [InlineData("<meta name='author' content='news.example'><a href='/author/ann'>Ann Scribe</a>")]
    public void Extract_PersonInThePage_IsTakenBeforeTheSite(string body) => Assert.Equal(["Ann Scribe"], Page.WithHead("", body).Authors);
}
