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
    public void HostOf_Address_IsWhatIsLookedUp(string address, string host) => Assert.Equal(host, WebUri.HostOf(new Uri(address)));

    [Theory]
    [InlineData("https://news.example/a", true)]
    [InlineData("http://\uFFFD/", false)]
    [InlineData("ftp://news.example/", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("/a", false)]
    [InlineData(null, false)]
    public void Of_WhatCannotBeAskedFor_IsNone(string? address, bool usable) => Assert.Equal(usable, WebUri.Of(address) is not null);
}
