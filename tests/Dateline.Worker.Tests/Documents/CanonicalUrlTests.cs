using Dateline.Worker.Documents;

namespace Dateline.Worker.Tests.Documents;

public class CanonicalUrlTests
{
    [Theory]
    [InlineData("HTTP://Example.COM:80/a", "http://example.com/a")]
    [InlineData("https://example.com:443/a", "https://example.com/a")]
    [InlineData("https://example.com:8443/a", "https://example.com:8443/a")]
    [InlineData("https://example.com", "https://example.com/")]
    [InlineData("https://example.com./a", "https://example.com/a")]
    [InlineData("https://example.com/a/../b/./c", "https://example.com/b/c")]
    [InlineData("https://example.com/a#section", "https://example.com/a")]
    [InlineData("https://example.com/#!/story/1", "https://example.com/#!/story/1")]
    [InlineData("https://example.com/a?utm_source=rss&id=7&UTM_medium=feed", "https://example.com/a?id=7")]
    [InlineData("https://example.com/a?fbclid=x&gclid=y", "https://example.com/a")]
    [InlineData("https://example.com/a?ref=rss&ref=chapter", "https://example.com/a?ref=chapter")]
    [InlineData("https://example.com/a?b=2&a=1", "https://example.com/a?b=2&a=1")]
    [InlineData("https://example.com/a?", "https://example.com/a")]
    [InlineData("https://example.com/a;jsessionid=AB12?x=1", "https://example.com/a?x=1")]
    [InlineData("https://example.com/%7euser/%c3%a9", "https://example.com/~user/%C3%A9")]
    [InlineData("https://example.com/caf\u00E9", "https://example.com/caf%C3%A9")]
    [InlineData("https://b\u00FCcher.example/", "https://xn--bcher-kva.example/")]
    [InlineData("  https://example.com/a \n", "https://example.com/a")]
    [InlineData("http://[::1]:8080/a", "http://[::1]:8080/a")]
    [InlineData("mailto:a@example.com", "mailto:a@example.com")]
    [InlineData("not an address", "not an address")]
    [InlineData("", "")]
    public void Normalise_Address_HasOneSpelling(string address, string canonical) => Assert.Equal(canonical, CanonicalUrl.Normalise(address));

    [Theory]
    [InlineData("http://1.")]
    [InlineData("http://news.example/.;jsessionid=1")]
    [InlineData("http://\uFF05\uFF10/")]
    [InlineData("https://example.com/a?q=caf\u00E9%20au%20lait&utm_id=1#x")]
    [InlineData("HTTP://EXAMPLE.com/%2e%2E/%41?%zz=%")]
    [InlineData("https://example.com/a?x=[1]&y={2}&z=%7B3%7D")]
    public void Normalise_Twice_ChangesNothingMore(string address)
    {
        var once = CanonicalUrl.Normalise(address);

        Assert.Equal(once, CanonicalUrl.Normalise(once));
    }
}
