using System.Text;
using Dateline.Worker.Documents;
using Dateline.Worker.Feeds.Parsing;

namespace Dateline.Worker.Tests;

public class WebUriTests
{
    [Theory]
    [InlineData("https://news.example/a", "news.example")]
    [InlineData("http://m\u00FCnchen.de/", "xn--mnchen-3ya.de")]
    [InlineData("http://\u2460\u2461\u2466.\u24EA.\u24EA.\u2460/", "127.0.0.1")]
    [InlineData("http://-a-.example/", "-a-.example")]
    [InlineData("http://[::1]/", "::1")]
    [InlineData("http://\uFFFD/", "")]
    [InlineData("http://\uFF05\uFF10/", "")]
    [InlineData("file://\uFFFD/", "")]
    [InlineData("http://7\u3002\u3000o", "")]
    public void HostOf_Address_IsWhatIsLookedUp(string address, string host) => Assert.Equal(host, WebUri.HostOf(new Uri(address)));

    [Theory]
    [InlineData("https://news.example/a", true)]
    [InlineData("http://\uFFFD/", false)]
    [InlineData("ftp://news.example/", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("/a", false)]
    [InlineData(null, false)]
    public void Of_WhatCannotBeAskedFor_IsNone(string? address, bool usable) => Assert.Equal(usable, WebUri.Of(address) is not null);

    // .NET throws on these where it should say no
    [Theory]
    [InlineData("//\u202D")]
    [InlineData("//\u200E")]
    [InlineData("//\u202A\u202C")]
    [InlineData("http://\u202D")]
    [InlineData("http:\u202D//\u202D")]
    public void TryAbsolute_SignsOfDirectionForAHost_IsNone(string address)
    {
        var root = new Uri("https://news.example/feed");

        Assert.Null(WebUri.Of(address));
        Assert.Null(WebAddress.Link(address));
        Assert.Equal(address, CanonicalUrl.Normalise(address));
        Assert.Null(Record.Exception(() => WebUri.TryAgainst(root, address, out var uri) ? WebUri.HostOf(uri) : null));
        Assert.NotNull(WebAddress.Absolute(address, root.AbsoluteUri));
        var feed = FeedParser.Parse(Encoding.UTF8.GetBytes($"<rss><channel><link>{address}</link><item><link>{address}</link><title>One</title></item><item><title>Two</title><link>/2</link></item></channel></rss>"), null, root);
        Assert.Equal(2, feed.Entries.Count);
    }
}
