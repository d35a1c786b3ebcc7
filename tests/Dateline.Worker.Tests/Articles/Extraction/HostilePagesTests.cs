using System.Buffers;
using System.Text;
using CsCheck;
using Dateline.Worker.Articles;

namespace Dateline.Worker.Tests.Articles.Extraction;

public class HostilePagesTests
{
    private static readonly string[] Pieces =
    [
        "<html lang='", "<head>", "<title>", "</title>", "<body>", "<p>", "</p>", "<div class='comments ", "<div>", "</div>", "<article>", "<table>", "<tr>", "<td>", "<a href='", "</a>", "<b>", "</i>", "<br><br>",
        "<script type='application/ld+json'>", "{\"@type\":\"NewsArticle\",\"headline\":\"", "\"author\":[{\"name\":\"", "{\"@id\":\"#a\"}", "[[[[", "\\ud800", "</script>", "<meta property='og:title' content='", "<meta charset='utf-7'>",
        "<time datetime='", "2015-11-16T99", "<img src='//[", "<link rel=canonical href='http://%", "<base href='", "<svg>", "<math>", "<template>", "<select>", "<frameset>", "<plaintext>", "<!--", "-->", "<![CDATA[", "&#x;", "&nosuch",
        "'", "\"", ">", "<", "\0", "\uFFFF", "Subscribe to ", "By Ann Scribe", "Ann is a reporter. ", "(Photo: x/AFP)", " ", "\u00AD", "A sentence that is long enough to be prose, and then goes on for quite some time after. ",
    ];

    [Fact]
    public void Extract_AnyBytes_NeverThrows() => Gen.Byte.Array[0, 400].Sample(bytes => { ArticleExtractor.Extract(bytes, null, null); }, iter: 1000, threads: 1);

    [Fact]
    public void Extract_AnyPiecesOfPages_NeverThrows() => Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[0, 60].Sample(
        pieces => { ArticleExtractor.Extract(Encoding.UTF8.GetBytes(string.Concat(pieces)), "text/html", new Uri("https://news.example/a")); }, iter: 3000, threads: 1);

    [Theory]
    [InlineData("<div>")]
    [InlineData("<p>")]
    [InlineData("<b>")]
    [InlineData("<a href=x>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<div class=newsletter><p>Subscribe")]
    [InlineData("<!--")]
    [InlineData("<script>")]
    [InlineData("<script type='application/ld+json'>{")]
    [InlineData("<svg><foreignObject>")]
    [InlineData("</div>")]
    [InlineData("<br>")]
    [InlineData("&amp;")]
    [InlineData("<img src=x>")]
    [InlineData("<h1>")]
    public void Extract_MarkupRepeatedAMillionTimes_KeepsTheArticleBeforeIt(string markup)
    {
        var article = Page.Extract($"<html><body><article>{Page.Paragraphs}</article>" + string.Concat(Enumerable.Repeat(markup, 1_000_000 / markup.Length)));

        Assert.Contains("The harbour was closed", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div title=\"", "\"></div>")]
    [InlineData("<p>", "</p>")]
    [InlineData("<a href=\"", "\">x</a>")]
    [InlineData("<style>", "</style>")]
    public void Extract_PageBeyondTheLimit_KeepsTheArticleAtItsHead(string before, string after)
    {
        var html = $"<html><body><article>{Page.Paragraphs}</article>{before}{new string('x', ArticleExtractor.MaxBytes + 1)}{after}</body></html>";

        Assert.Contains("The harbour was closed", Page.Extract(html).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Extract_LongParagraphOfNamesAndSpaces_EndsWithText()
    {
        // Patterns that look for names and credits must not go back and forth over such text
        var names = string.Concat(Enumerable.Repeat("Aa ", 280)) + string.Concat(Enumerable.Repeat("(", 50));
        var article = Page.WithBody($"<p>{names}.</p><img src='/x.jpg'><p>{names}</p><figure><figcaption>{names}/</figcaption></figure>");

        Assert.Contains("The harbour was closed", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!-- ", "-->")]
    [InlineData("<script>", "</script>")]
    [InlineData("<!DOCTYPE ", ">")]
    public void Extract_PageOfNothing_HasNothingOfAnother(string before, string after)
    {
        // what pages before it left in the rented arrays
        foreach (var rented in Enumerable.Range(4, 17).SelectMany(power => Enumerable.Repeat(1 << power, 40)).Select(ArrayPool<char>.Shared.Rent).ToArray())
        {
            rented.AsSpan().Fill('x');
            ArrayPool<char>.Shared.Return(rented);
        }

        var article = Page.Extract(before + new string('c', 20_000) + after);

        Assert.Equal(("", null), (article.Text, article.Title));
    }

    [Theory]
    [InlineData("{\"@type\":\"\\ud800\",\"headline\":\"x\"}")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"dateMod\\ud80d\":\"\",\"headl\\ud80d\":\"\"}")]
    [InlineData("{\"@type\":\"WebPage\",\"dateMod\\ud80d\":\"\",\"auth\\ud80d\":\"\",\"@ty\\ud80d\":1}")]
    public void Extract_DataWithHalfAPair_KeepsTheText(string data) =>
        Assert.Equal(Page.Text, Page.WithHead($"<script type='application/ld+json'>{data}</script>").Text);
}
