using System.Text;
using Dateline.Worker.Articles;

namespace Dateline.Worker.Tests.Articles.Extraction;

/// <summary>What pages that are made to be slow may cost: counted in bytes from the heap, which no busy machine changes.</summary>
public class HostileCostTests
{
    private const int PageBytes = 8 << 20;
    private const long MostAllocated = 1000L << 20;

    private const string Text = "<p>The harbour was closed on Tuesday after a ferry with two hundred passengers ran aground on a sandbank that had not been on any chart, the coast guard said.</p>";

    [Theory]
    [InlineData("", "<div>")]
    [InlineData("", "<div class='sidebar x'>" + Text)]
    [InlineData("", "<div class=share>" + Text)]
    [InlineData("", Text)]
    [InlineData("", "<div class='item'>x</div>")]
    [InlineData("<h1>Title of it</h1>", "<div>some text that is fifty characters long, or a bit more</div>")]
    [InlineData(Text + "<p ", "a=1 ")]
    [InlineData("<div class='", "share-")]
    [InlineData(Text + "<script>", "if(a<b){x}")]
    [InlineData("", "<script type='application/ld+json'>{\"@type\":\"Article\",\"a\":[")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":[{}", ",{\"@id\":\"#x\"}")]
    [InlineData("<ul>", "<li><h3><a href=/x>Another story altogether here</a></h3></li>")]
    [InlineData(Text + Text + Text, "<div class=comments><p>x</p></div>")]
    [InlineData("", "<span class=author>By Ann Scribe and others with no name</span>")]
    [InlineData("<h1>x</h1>", "<span class=date>99.99.2015 and 12 Foo 2015</span>")]
    [InlineData("", "<div><img src=/a.jpg>")]
    [InlineData("", "<figure><figcaption>Photo: Jo Lens/AFP (")]
    [InlineData("", "<h1 class=title>Title that is long enough</h1>")]
    [InlineData("", "A sentence of some words that goes on.<br><br>")]
    [InlineData("<title>", "a - ")]
    [InlineData("<h2>Another heading of it</h2><title>", "Photo: ")]
    [InlineData("", "<span>text of some ")]
    [InlineData("", "<ul><li>text of it: ")]
    [InlineData("", "<nav>")]
    [InlineData("", "<nav><a href=/x>x</a></nav>")]
    public void Extract_RepeatedMarkup_TakesABoundedHeap(string opening, string repeated)
    {
        var page = Encoding.UTF8.GetBytes($"<html><body>{opening}{string.Concat(Enumerable.Repeat(repeated, PageBytes / repeated.Length))}{(opening.Contains("ld+json", StringComparison.Ordinal) ? "]}</script>" : "")}");
        var before = GC.GetAllocatedBytesForCurrentThread();
        ArticleExtractor.Extract(page, "text/html; charset=utf-8", new Uri("https://news.example/a"));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostAllocated);
    }

    [Fact]
    public void Extract_FiftyMegabytes_ReadsTheHeadOfThemAlone()
    {
        var page = Encoding.UTF8.GetBytes($"<html><body><article>{Text}{Text.Replace("Tuesday", "Friday")}</article><div title='{new string('x', 50_000_000)}'></div>");
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Contains("ran aground", ArticleExtractor.Extract(page, "text/html; charset=utf-8", null).Text, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostAllocated);
    }
}
