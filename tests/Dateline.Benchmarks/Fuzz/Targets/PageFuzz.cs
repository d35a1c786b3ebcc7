using System.Text.Json;
using Dateline.Worker.Articles;

namespace Dateline.Benchmarks.Fuzz.Targets;

/// <summary>Any bytes as an article's page.</summary>
internal sealed class PageFuzz : FuzzTarget
{
    private static readonly Uri Url = new("https://news.example/2026/03/04/harbour-closed?page=1");

    public override string Name => "pages";

    public override int Longest => 49_152;

    // lists in lists to the depth that is read take the most, twice; HostileCostTests has the bound of a whole page
    public override long MostAllocated(int length) => (400L << 20) + 4_000L * length;

    public override IReadOnlyList<string> Pieces { get; } =
    [
        "<html lang='", "<head>", "<title>", "</title>", "<body>", "<p>", "</p>", "<div class='comments ", "<div>", "</div>", "<article>", "<table>", "<tr>", "<td>", "<a href='", "</a>", "<b>", "</i>", "<br><br>", "<script type='application/ld+json'>", "{\"@type\":\"NewsArticle\",\"headline\":\"",
        "\"author\":[{\"name\":\"", "\"image\":\"javascript:x\"", "\"datePublished\":\"", "{\"@id\":\"#a\"}", "\"@graph\":[", "[[[[", "\\ud800", "</script>", "<meta property='og:title' content='", "<meta property='og:image' content='data:image/png,x'>", "<meta property='og:url' content='javascript:x'>",
        "<meta charset='utf-7'>", "<meta charset=utf-16>", "<time datetime='", "2015-11-16T99", "<img src='//[", "<img src='javascript:x'>", "<img data-src='blob:x'>", "<link rel=canonical href='http://%", "<link rel=canonical href='javascript:x'>", "<link rel=amphtml href='file:///etc/passwd'>",
        "<base href='", "<base href='data:x'>", "<svg>", "<math>", "<template>", "<select>", "<frameset>", "<plaintext>", "<noscript>", "<iframe>", "<!--", "-->", "<![CDATA[", "&#x;", "&#27;", "&#0;", "&#xD800;", "&#8238;", "&nosuch", "'", "\"", ">", "<", "/", "\0", "\u001b[31m", "\uFFFF", "\u202E",
        "Subscribe to ", "By Ann Scribe", "Ann is a reporter. ", "(Photo: x/AFP)", "<figure><figcaption>", "<h1>", "<h1 class=headline>", "<span class=author>", "<nav>", "<ul><li>", " ", "\u00AD", "A sentence that is long enough to be prose, and then goes on for quite some time after. ",
    ];

    public override IEnumerable<byte[]> Seeds(FuzzSeeds seeds) =>
    [
        .. seeds.Fixtures("*.html"),
        .. seeds.OfCorpora("pages/trafilatura", "*.html", Longest).Where((_, index) => index % 4 == 0),
        .. seeds.OfCorpora("pages/readability", "source.html", Longest).Where((_, index) => index % 2 == 0),
    ];

    public override void Check(byte[] input)
    {
        var (article, links) = ArticleExtractor.ExtractWithLinks(input, "text/html", Url);
        Require(JsonSerializer.Serialize(article) == JsonSerializer.Serialize(ArticleExtractor.Extract(Within(input), "text/html", Url)), "bytes read the same wherever they stand");

        RequireClean("an article", [article.Title, article.Text, article.SiteName, article.Image, article.ImageCredit, article.CanonicalUrl, article.Language, .. article.Authors]);
        RequireWebAddress("the canonical address", article.CanonicalUrl);
        RequireWebAddress("the image", article.Image);
        RequireWebAddress("the next page", links.Next?.AbsoluteUri);
        RequireWebAddress("the single page", links.SinglePage?.AbsoluteUri);
        RequireWebAddress("the AMP page", links.Amp?.AbsoluteUri);
        Require(article.Confidence is >= 0 and <= 1, "confidence is between 0 and 1");
        Require(article.Authors.All(author => author.Trim().Length > 0), "an author has a name");
    }
}
