using Dateline.Worker.Documents;

namespace Dateline.Worker.Tests.Documents;

public class HtmlTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("  two \n\t spaces ", "two spaces")]
    [InlineData("<p>One</p><p>Two</p>", "One Two")]
    [InlineData("line<br/>break", "line break")]
    [InlineData("in<b>side</b> a word", "inside a word")]
    [InlineData("AT&amp;T &lt;3", "AT&T <3")]
    [InlineData("&amp;lt; stays once decoded", "&lt; stays once decoded")]
    [InlineData("a < b and c > d", "a < b and c > d")]
    [InlineData("<madeup>kept</madeup>", "<madeup>kept</madeup>")]
    [InlineData("<!-- gone -->here", "here")]
    [InlineData("before<script>if (a < b) alert('x')</script> after", "before after")]
    [InlineData("<style>p > a { color: red }</style>text", "text")]
    [InlineData("<img alt=\"a > b\" src=\"x\">text", "text")]
    [InlineData("<img alt=\"unclosed src=x>text", "text")]
    [InlineData("", "")]
    public void Plain_Html_GivesItsText(string html, string text) => Assert.Equal(text, HtmlText.Plain(html));

    [Theory]
    [InlineData("<p>x</p>", true)]
    [InlineData("x<br>y", true)]
    [InlineData("1 < 2", false)]
    [InlineData("<name>", false)]
    [InlineData("<scripted>", false)]
    [InlineData("&lt;p&gt;", false)]
    public void LooksLikeHtml_KnowsTagsFromBrackets(string text, bool html) => Assert.Equal(html, HtmlText.LooksLikeHtml(text));

    [Theory]
    [InlineData("a < b & \"c\"")]
    [InlineData("nothing to do")]
    [InlineData("<b>&amp;</b>")]
    public void Escape_ThenPlain_GivesTheTextBack(string text) => Assert.Equal(text, HtmlText.Plain(HtmlText.Escape(text)));

    [Theory]
    [InlineData("a<script>b</script>c", "ac")]
    [InlineData("a<SCRIPT src='x'>b</SCRIPT >c", "ac")]
    [InlineData("a<style>b", "a")]
    [InlineData("a<scripted>b</scripted>c", "a<scripted>b</scripted>c")]
    [InlineData("a<script>b</script>c<script>d</script>e", "ace")]
    public void RemoveScripts_TakesThemWithWhatIsInThem(string html, string kept) => Assert.Equal(kept, HtmlScripts.Remove(html));

    [Fact]
    public void Plain_MillionBrackets_EndsWithThem() => Assert.Equal(1_000_000, HtmlText.Plain(new string('<', 1_000_000)).Length);
}
