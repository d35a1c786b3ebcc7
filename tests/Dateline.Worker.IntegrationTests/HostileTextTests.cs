using System.Text;
using Dateline.Contracts;
using Dateline.Worker.IntegrationTests.Servers;
using Dateline.Worker.IntegrationTests.Support;
using Dateline.Worker.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Dateline.Worker.IntegrationTests;

/// <summary>A feed and a page that are made to act where they are read: in a browser, a terminal, a subscriber. What comes of them in events, the log and the status page.</summary>
[Collection(SharedServers.Name)]
public class HostileTextTests(ServersFixture servers)
{
    private static readonly string Long = new('x', 200_000);

    private static readonly string Feed = $"""
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>&lt;script&gt;alert(1)&lt;/script&gt;World \n16:27:19 ERR Forged{Long}</title><link>javascript:alert(1)</link>
        <item><guid>1</guid><title>&lt;img src=x onerror=alert(1)&gt;Storm &amp;lt;script&amp;gt;alert(2)&amp;lt;/script&amp;gt; reaches Lisbon{"\u202E"} {Long}</title><link>javascript:alert(3)</link><dc:creator>&lt;b onclick=x&gt;Ann&lt;/b&gt;&#8238; {Long}</dc:creator>
        <description>&lt;script&gt;alert(4)&lt;/script&gt;&lt;iframe src="javascript:alert(5)"&gt;&lt;/iframe&gt;&lt;p onmouseover="alert(6)"&gt;The storm reached Portugal.&lt;/p&gt;&lt;style&gt;body{"{"}display:none{"}"}&lt;/style&gt;</description>
        <enclosure url="data:text/html,&lt;script&gt;alert(7)&lt;/script&gt;" type="image/png" length="1"/></item>
        <item><guid>2</guid><title>Harbour closed {"\u001b"}[31m{"\u0007"}</title><link>/page.html</link></item>
        <item><guid>3</guid><title>Data</title><link>data:text/html;base64,PHNjcmlwdD4=</link></item><item><guid>4</guid><title>File</title><link>file:///etc/passwd</link></item>
        <item><guid>5</guid><title>Nameless</title><link>http://{"\uFFFD"}/</link></item></channel></rss>
        """.Replace("\\n", "\n", StringComparison.Ordinal);

    private static readonly string Page = $"""
        <html><head><title>Harbour closed</title><link rel="canonical" href="javascript:alert(8)"><meta property="og:image" content="javascript:alert(9)"><meta property="og:site_name" content="&lt;script&gt;">
        <meta name="author" content="&#27;]0;owned&#7;Bob &lt;script&gt;alert(10)&lt;/script&gt;{Long}"></head><body><article><h1>Harbour closed</h1>
        <p>The harbour was closed on Tuesday after a ferry with two hundred passengers ran aground, <script>alert(11)</script>the coast guard said in Lisbon.&#8238;</p>
        <p>Nobody was hurt, and the passengers were brought ashore in fishing boats before noon. <a href="javascript:alert(12)">The ferry</a> is to be pulled free with the evening tide.</p></article></body></html>
        """;

    [Fact]
    public async Task Run_HostileFeedAndPage_ActNowhere()
    {
        await using var site = await LoopbackServer.Start(context =>
        {
            context.Response.ContentType = context.Request.Path == "/page.html" ? "text/html; charset=utf-8" : "application/rss+xml; charset=utf-8";
            context.Response.StatusCode = context.Request.Path == "/robots.txt" ? 404 : 200;
            return context.Response.WriteAsync(context.Request.Path == "/page.html" ? Page : Feed);
        });
        await using var queue = await TestQueue.Declare(servers.RabbitMq.Address, RoutingKeys.ArticlesExchange, "#");
        await using var dateline = new Support.Dateline(("Publishing__RabbitMq", servers.RabbitMq.Address.AbsoluteUri));
        await using var worker = await dateline.StartService();
        var feed = site.At("/feed.xml").AbsoluteUri;
        await dateline.Run("feeds", "add", feed);
        await queue.WaitForAtLeast(5, TimeSpan.FromSeconds(60));

        var articles = queue.Messages.Select(message => message.Article).ToArray();
        Assert.All(articles, article => AssertHarmless(article, feed));
        var storm = Assert.Single(articles, article => article.Title.StartsWith("Storm", StringComparison.Ordinal));
        Assert.Equal((feed, feed, "The storm reached Portugal."), (storm.Url, storm.CanonicalUrl, storm.Text));
        var harbour = Assert.Single(articles, article => article.Title.StartsWith("Harbour", StringComparison.Ordinal));
        Assert.Equal((site.At("/page.html").AbsoluteUri, "Harbour closed [31m"), (harbour.CanonicalUrl, harbour.Title));
        Assert.Contains("ran aground, the coast guard", harbour.Text, StringComparison.Ordinal);

        var status = await StatusPage(dateline.Port);
        Assert.Contains("Storm", status, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", status, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", status, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"javascript:", status, StringComparison.OrdinalIgnoreCase);
        Assert.InRange(status.Length, 1, 60_000);

        Assert.All(worker.Lines, line => Assert.True(line.Length < 4_000 && !line.StartsWith("16:27:19", StringComparison.Ordinal) && !line.Any(c => char.IsControl(c) || c == '\u202E'), line));
        Assert.DoesNotContain(worker.Lines, line => line.Contains(" ERR ", StringComparison.Ordinal) && !line.Contains("Forged", StringComparison.Ordinal));
    }

    private static async Task<string> StatusPage(int port)
    {
        using var handler = new SocketsHttpHandler();
        using var client = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}/");
        using var response = await client.SendAsync(request, CancellationToken.None);
        return await response.Content.ReadAsStringAsync();
    }

    private static void AssertHarmless(ArticleTagged article, string feed)
    {
        foreach (var text in (string?[])[article.Title, article.Summary, article.Text, article.Feed.Title, article.Image?.Credit, article.Language, .. article.Authors])
            Assert.True(text is null || !text.Any(c => (char.IsControl(c) && c != '\n') || c is '\u202E' or '\uFFFE' || char.IsSurrogate(c)), text);
        foreach (var link in new[] { article.Url, article.CanonicalUrl, article.Feed.Url, article.Feed.Homepage, article.Image?.Url })
            Assert.True(link is null || link.StartsWith("http", StringComparison.Ordinal), link);
        Assert.DoesNotContain("<script>", article.Summary + article.Text, StringComparison.OrdinalIgnoreCase);
        Assert.InRange(article.Title.Length, 1, 1_001);
        Assert.InRange(article.Feed.Title.Length, 1, 1_001);
        Assert.All(article.Authors, author => Assert.InRange(author.Length, 1, 1_001));
        Assert.InRange(Encoding.UTF8.GetByteCount(article.Title + article.Summary + article.Text), 1, 50_000);
        Assert.Null(article.Feed.Homepage);
        Assert.Equal(feed, article.Feed.Url);
        Assert.Null(article.Image);
    }
}
