using Dateline.Worker.Articles;

namespace Dateline.Worker.Tests.Articles;

public class HtmlParagraphsTests
{
    [Theory]
    [InlineData("<p>One</p><p>Two</p>", "One\n\nTwo")]
    [InlineData("One<br/>Two &amp; <b>three</b>", "One\n\nTwo & three")]
    [InlineData("plain", "plain")]
    [InlineData("<p>a</p><script>var p = '<p>no</p>';</script><STYLE>p{}</style ><p>b</p>", "a\n\nb")]
    [InlineData("Read on<script>never closed <p>code</p>", "Read on")]
    [InlineData("", "")]
    public void Of_Html_IsItsParagraphs(string html, string text) => Assert.Equal(text, HtmlParagraphs.Of(html));

    [Theory]
    [InlineData("<script>")]
    [InlineData("<script><style>")]
    [InlineData("<p")]
    [InlineData("</script>")]
    public void Of_TheSameTagManyTimes_EndsWithoutText(string tag) =>
        Assert.DoesNotContain("zzz", HtmlParagraphs.Of(string.Concat(Enumerable.Repeat(tag, 200_000))), StringComparison.Ordinal);
}
