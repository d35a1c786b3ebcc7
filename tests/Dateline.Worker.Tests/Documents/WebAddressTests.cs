using Dateline.Worker.Documents;

namespace Dateline.Worker.Tests.Documents;

public class WebAddressTests
{
    [Theory]
    [InlineData("https://news.example/a?b=1#c", "https://news.example/a?b=1#c")]
    [InlineData(" http://news.example/\u00E9 ", "http://news.example/\u00E9")]
    [InlineData("http://news.example/a\nb", "http://news.example/a%0Ab")]
    [InlineData("http://news.example/\u007F", "http://news.example/%7F")]
    [InlineData("http://news.example/a\u2000b", "http://news.example/a%E2%80%80b")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("JavaScript:alert(1)//http://news.example/", null)]
    [InlineData("data:text/html,<script>x</script>", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("vbscript:x", null)]
    [InlineData("//news.example/a", null)]
    [InlineData("p:h", null)]
    [InlineData("http://\uFFFD/", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Link_IsOfTheWebAndOnOneLine(string? address, string? link) => Assert.Equal(link, WebAddress.Link(address));

    [Fact]
    public void Link_TooLong_IsNone() => Assert.Null(WebAddress.Link("https://news.example/" + new string('a', 10_000)));

    [Theory]
    [InlineData("b", "http://example.com/a/", "http://example.com/a/b")]
    [InlineData("www.example.com/a", "https://other.example/feed", "https://www.example.com/a")]
    [InlineData("www.example.com", null, "http://www.example.com")]
    [InlineData("www.html", "http://example.com/a/", "http://example.com/a/www.html")]
    [InlineData("/b", "http://example.com/a/", "http://example.com/b")]
    [InlineData("//cdn.example.com/b", "https://example.com/", "https://cdn.example.com/b")]
    [InlineData("?p=1", "http://example.com/a", "http://example.com/a?p=1")]
    [InlineData("http://other.example/x", "http://example.com/", "http://other.example/x")]
    [InlineData("mailto:a@example.com", "http://example.com/", "mailto:a@example.com")]
    [InlineData(" b ", "http://example.com/", "http://example.com/b")]
    [InlineData("b", null, "b")]
    [InlineData("  ", "http://example.com/", null)]
    [InlineData(null, "http://example.com/", null)]
    public void Absolute_Address_IsMeantAgainstItsBase(string? address, string? baseUrl, string? absolute) =>
        Assert.Equal(absolute, WebAddress.Absolute(address, baseUrl));

    [Theory]
    [InlineData("text/html; charset=UTF-8", "UTF-8")]
    [InlineData("text/html;charset = 'koi8-r' ; x=y", "koi8-r")]
    [InlineData("text/html; CHARSET=\"utf-8\"", "utf-8")]
    [InlineData("text/html; boundary=charset", null)]
    [InlineData("charset=utf-8", null)]
    [InlineData(null, null)]
    public void Charset_ContentType_GivesItsParameter(string? contentType, string? charset) => Assert.Equal(charset, MediaTypes.Charset(contentType));
}
