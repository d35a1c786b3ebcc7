using Dateline.Worker.Classification.Watches;

namespace Dateline.Worker.Tests.Classification.Watches;

public class WatchedArticleTests
{
    [Theory]
    [InlineData("https://www.news.example/a", "news.example")]
    [InlineData("http://\uFFFD/", "")]
    [InlineData("javascript:x", "")]
    [InlineData(null, "")]
    public void HostOf_Address_IsWithoutWww(string? url, string host) => Assert.Equal(host, WatchedArticle.HostOf(url));
}
