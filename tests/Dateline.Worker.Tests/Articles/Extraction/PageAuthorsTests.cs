namespace Dateline.Worker.Tests.Articles.Extraction;

/// <summary>Names out of bylines as they are written, and whose place is believed.</summary>
public class PageAuthorsTests
{
    [Theory]
    [InlineData("<h1>Ferry aground</h1><p>16.11.2015 - Ann Scribe</p>", "Ann Scribe")]
    [InlineData("<h1>Ferry aground</h1><small>16.11.2015 | 13:10 Uhr | Ann Scribe</small>", "Ann Scribe")]
    [InlineData("<h1>Ferry aground</h1><span>Autor:</span> Ann Scribe<br>", "Ann Scribe")]
    [InlineData("<h1>Ferry aground</h1><h5>Author: </h5><p>Ann Scribe/AP-X</p>", "Ann Scribe")]
    [InlineData("<h1>Ferry aground</h1><div>- Redaktion: Ann Scribe (Harbour desk)</div>", "Ann Scribe")]
    [InlineData("<h1>Ferry aground</h1><div>Ein Artikel von <b>Ann Scribe</b> | 16.11.2015</div>", "Ann Scribe")]
    [InlineData("<byline>By Ann Scribe, AP</byline>", "Ann Scribe")]
    [InlineData("<a href='/about/newsteam/ann'>Ann Scribe</a>", "Ann Scribe")]
    [InlineData("<div class='byline'><a>Ann Scribe</a> <a>Ann Scribe</a></div>", "Ann Scribe")]
    [InlineData("<div class='byline'>By Ann Scribe @annscribe</div>", "Ann Scribe")]
    [InlineData("<div class='byline'>By Ann S.</div>", "Ann S.")]
    [InlineData("<div class='byline'>By Ann Scribe ann@post.example</div>", "Ann Scribe")]
    [InlineData("<div class='byline'>By Ann Scribe, Coast Correspondent, and Bob Pen in New Harbour</div>", "Ann Scribe;Bob Pen")]
    [InlineData("<div class='author'>Words by Ann Scribe. Photographs by Jo Lens</div>", "Ann Scribe")]
    [InlineData("<h1>Ferry aground</h1><p>Posted by Ann Scribe on November 16, 2015 at 9:12 PM in <a href='/ships'>Ships</a></p>", "Ann Scribe")]
    [InlineData("<h1>Ferry aground</h1><p>November 16, 2015 by Ann Scribe <a href='#respond'>Leave a Comment</a></p>", "Ann Scribe")]
    [InlineData("<h1>Ferry aground</h1><div>By <a href='/p/1'>Ann Scribe</a>, <a href='/p/2'>Bob Pen</a> and <a href='/p/3'>Cy Quill</a> | 16 Nov 2015</div>", "Ann Scribe;Bob Pen;Cy Quill")]
    [InlineData("<h1>Ferry aground</h1><p>Guest post by Ann Scribe</p>", "Ann Scribe")]
    [InlineData("<h1>Ferry aground</h1><p>Reporting by Ann Scribe</p>", "Ann Scribe")]
    [InlineData("<h1>Ferry aground</h1><p>Opinion by Ann Scribe, Post contributor</p>", "Ann Scribe")]
    [InlineData("<a rel='author'>harbourcat7</a><div class='writer'>Bob Pen</div>", "harbourcat7")]
    [InlineData("<span class='username'>harbourcat7</span><span class='username'>other</span>", "harbourcat7")]
    [InlineData("<span class='author'>A One</span><span class='author'>B Two</span><span class='author'>C Three</span><span class='author'>D Four</span><p>Text: Ann Scribe</p>", "Ann Scribe")]
    [InlineData("<div class='byline'><span>By</span> <span class='name'>Ann Scribe</span> <span class='title'>Senior Reporter</span></div>", "Ann Scribe")]
    [InlineData("<div class='byline'>By ANN SCRIBE Staff Writer</div>", "ANN SCRIBE")]
    [InlineData("<div class='byline'>By Ann Scribe of The Harbour Ledger</div>", "Ann Scribe")]
    [InlineData("<h1>Ferry aground</h1><p>By Ann Scribe of The Harbour Ledger</p>", "Ann Scribe")]
    [InlineData("<div class='byline'>By Ann Scribe For The Daily Wave</div>", "Ann Scribe")]
    [InlineData("<div class='byline'>By ANN SCRIBE FOR WAVEONLINE</div>", "ANN SCRIBE")]
    [InlineData("<div class='byline'>By Ann Scribe/Coast Content Agency</div>", "Ann Scribe")]
    [InlineData("<div class='byline'>By Ann Scribe with Bob Pen</div>", "Ann Scribe;Bob Pen")]
    [InlineData("<p class='byline'>Ann Scribe<br>Ledger Staff</p>", "Ann Scribe")]
    [InlineData("<div class='styles_Byline__y'><a>Ann Scribe</a>, <span>Wave Staff</span></div>", "Ann Scribe")]
    [InlineData("<p class='storyby'>Ann Scribe, Coast Press</p>", "Ann Scribe")]
    [InlineData("<div class='byline'>By Ann Scribe, Harbour Gazette</div>", "Ann Scribe")]
    [InlineData("<div class='byline'>By Ann Scribe, Health Editor</div>", "Ann Scribe")]
    [InlineData("<div class='byline'>Ann Scribe Contributor</div>", "Ann Scribe")]
    [InlineData("<h1>Ferry aground</h1><div>November 16, 2015 / Staff</div>", "")]
    public void Extract_Byline_GivesItsNames(string body, string authors) => Assert.Equal(authors, string.Join(';', Page.WithHead("", body).Authors));

    [Fact]
    public void Extract_FooterOfTheArticle_NamesItsAuthorAndDay()
    {
        var article = Page.WithBody("", "<footer>Posted by <a href='/p/1'>Ann Scribe</a> on 16 November 2015</footer>");

        Assert.Equal(["Ann Scribe"], article.Authors);
        Assert.Equal(new DateTime(2015, 11, 16), article.Published?.Date);
    }

    [Fact]
    public void Extract_BylineAfterTheText_IsBelievedWhereItIsTheOnlyOne()
    {
        Assert.Equal(["Ann Scribe"], Page.WithBody("", "<p>By Ann Scribe</p>").Authors);
        Assert.Empty(Page.Extract($"<html><body><article>{Page.Paragraphs}<p>By Ann Scribe</p><p>By Bob Pen</p></article></body></html>").Authors);
    }

    [Theory]
    [InlineData("<aside><div><a href='/q'><h4>Ferry painted</h4></a><span class='author'>By Bob Pen</span></div></aside>")]
    [InlineData("<footer><div class='author'>By Bob Pen</div></footer>")]
    [InlineData("<div class='x'><h3>Ships</h3><div><h4><a href='/q'>Ferry painted</a></h4><span class='author'>By Bob Pen</span></div></div>")]
    [InlineData("<div class='x'><div><h4><a href='/q'>Ferry painted</a></h4><span>By Bob Pen</span></div></div>")]
    [InlineData("<div class='trending'><span class='author'>By Bob Pen</span></div>")]
    [InlineData("<div class='more-stories'><p>Author: Bob Pen</p></div>")]
    [InlineData("<article><h2>Ferry painted</h2><p class='byline'>By Bob Pen</p><p>It is blue now, and was white before.</p></article>")]
    public void Extract_BylineOfAnotherStory_IsNotTaken(string other)
    {
        var page = $"<html><head><title>Ferry aground</title></head><body><main><article><h1>Ferry aground</h1>{{0}}{Page.Paragraphs}</article></main>{other}</body></html>";

        Assert.Empty(Page.Extract(string.Format(null, page, "")).Authors);
        Assert.Equal(["Ann Scribe"], Page.Extract(string.Format(null, page, "<p>By Ann Scribe</p>")).Authors);
    }

    [Theory]
    [InlineData("<aside><div class='author'><h4><a href='/p/1'>Ann Scribe</a></h4></div></aside>")]
    [InlineData("<div><h3><a href='/p/1'>More by Ann Scribe</a></h3><span class='author'>Ann Scribe</span></div>")]
    [InlineData("<div><span class='author'>Ann Scribe</span><h3><a href='/q'>Ferry painted</a></h3><h3><a href='/r'>Ferry sold</a></h3></div>")]
    public void Extract_BoxAboutTheAuthor_NamesTheAuthor(string box) => Assert.Equal(["Ann Scribe"], Page.WithBody("", box).Authors);

    [Theory]
    [InlineData("<meta name='author' content='Ann Scribe'><meta name='parsely-author' content='Bob Pen'><script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"x\",\"author\":\"Bob Pen\"}</script>", "Ann Scribe;Bob Pen")]
    [InlineData("<meta name='author' content='Ann Scribe'><script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"x\",\"author\":\"Bob Pen\"}</script>", "Bob Pen")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"Recipe\",\"name\":\"x\",\"author\":{\"name\":\"Ann Scribe\"}}</script>", "Ann Scribe")]
    [InlineData("<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Annie'><meta name='author' content='Post'>", "Annie")]
    [InlineData("<meta name='author' content='Redaktion'>", "Redaktion")]
    [InlineData("<meta name='author' content='Ann Scribe Staff Writer'>", "Ann Scribe")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"x\",\"author\":{\"name\":[\"Ann Scribe\",\"Bob Pen\"]}}</script>", "Ann Scribe;Bob Pen")]
    [InlineData("<meta name='author' content='The Post'><meta property='og:site_name' content='The Post'>", "The Post")]
    public void Extract_StatedNames_AreTheWholeByline(string head, string authors) => Assert.Equal(authors, string.Join(';', Page.WithHead(head).Authors));

    [Fact]
    public void Extract_SiteNamedLikeAPerson_ComesAfterTheByline() => Assert.Equal(["Ann Scribe"], Page.Extract(
        $"<html><head><meta name='author' content='Harbour Friends'></head><body><p class='byline'>Ann Scribe</p><article>{Page.Paragraphs}</article></body></html>", "https://harbour-friends.example/a").Authors);
}
