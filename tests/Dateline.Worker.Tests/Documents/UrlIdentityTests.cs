using Dateline.Worker.Documents;

namespace Dateline.Worker.Tests.Documents;

public class UrlIdentityTests
{
    private static string Of(string address) => UrlIdentity.Of(CanonicalUrl.Normalise(address));

    [Theory]
    [InlineData("http://news.example/a/story")]
    [InlineData("https://www.news.example/a/story/")]
    [InlineData("https://m.news.example/a/story")]
    [InlineData("https://amp.news.example/a/story")]
    [InlineData("https://news.example/a/story/amp/")]
    [InlineData("https://news.example/a/story.amp")]
    [InlineData("https://news.example/amp/a/story")]
    [InlineData("https://news.example/a/story/index.html")]
    [InlineData("https://news.example/a/story?amp=1&utm_source=x")]
    [InlineData("https://news.example/a/story?outputType=amp")]
    [InlineData("https://www.google.com/amp/s/www.news.example/a/story")]
    [InlineData("https://news-example.cdn.ampproject.org/c/s/news.example/a/story")]
    [InlineData("https://NEWS.example:443/a/./story#comments")]
    public void Of_VariantsOfAPage_AreOne(string address) => Assert.Equal(Of("https://news.example/a/story"), Of(address));

    [Theory]
    [InlineData("https://news.example/a/story2")]
    [InlineData("https://news.example/A/story")]
    [InlineData("https://news.example/a/story?id=1")]
    [InlineData("https://sport.news.example/a/story")]
    [InlineData("https://news.example:8443/a/story")]
    [InlineData("https://news.example/a/amplifier")]
    [InlineData("https://news.example/a/story/index.html/2")]
    public void Of_OtherPages_AreOthers(string address) => Assert.NotEqual(Of("https://news.example/a/story"), Of(address));

    [Fact]
    public void Of_OrderOfParameters_DoesNotCount() => Assert.Equal(Of("https://a.example/?b=2&a=1"), Of("https://a.example/?a=1&b=2"));

    [Theory]
    [InlineData("https://m.me/page", "m.me/page")]
    [InlineData("https://news.example/", "news.example")]
    [InlineData("https://news.example/amp/", "news.example")]
    [InlineData("urn:isbn:1", "urn:isbn:1")]
    [InlineData("", "")]
    public void Of_Short_StaysWhatItIs(string address, string key) => Assert.Equal(key, Of(address));
}
