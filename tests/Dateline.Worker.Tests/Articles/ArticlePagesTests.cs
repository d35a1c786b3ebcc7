using System.Text.Json;
using Dateline.Contracts;
using Dateline.Worker.Articles.Extraction;
using Dateline.Worker.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Dateline.Worker.Tests.Articles;

/// <summary>An article on several pages, or on another version of its page, over a real server and a real database.</summary>
public class ArticlePagesTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    [Fact]
    public async Task Process_PagesThatFollow_AreJoinedInOrderWithoutRepeats()
    {
        var site = new Site
        {
            ["/article"] = Page("one", "<a href='/article/2'>2</a>"),
            ["/article/2"] = Page("two", $"<p>{Paragraph("one")}</p><a rel='next' href='/article/3'>Next</a>"),
            ["/article/3"] = Page("three"),
        };

        Assert.Equal([Paragraph("one"), Paragraph("two"), Paragraph("three")], await site.Read());
        Assert.Equal(["/article", "/article/2", "/article/3"], site.Asked);
    }

    [Fact]
    public async Task Process_SecondPageThatFails_KeepsTheFirst()
    {
        var site = new Site { ["/article"] = Page("one", "<a href='/article/2'>2</a>") };

        Assert.Equal([Paragraph("one")], await site.Read());
        Assert.Equal(["/article", "/article/2"], site.Asked);
    }

    [Fact]
    public async Task Process_SecondPageThatRobotsForbids_IsNotAskedFor()
    {
        var site = new Site { Robots = "User-agent: *\nDisallow: /article/", ["/article"] = Page("one", "<a href='/article/2'>2</a>"), ["/article/2"] = Page("two") };

        Assert.Equal([Paragraph("one")], await site.Read());
        Assert.Equal(["/article"], site.Asked);
    }

    [Fact]
    public async Task Process_PagesWithoutEnd_AreFollowedFourTimes()
    {
        var site = new Site { ["/article"] = Page("0", "<a href='/article/2'>2</a>") };
        for (var number = 2; number < 20; number++)
            site[$"/article/{number}"] = Page($"{number}", $"<a rel='next' href='/article/{number + 1}'>Next</a>");

        Assert.Equal(5, (await site.Read()).Length);
        Assert.Equal(5, site.Asked.Length);
    }

    [Fact]
    public async Task Process_PageThatGoesBackToTheFirst_EndsTheArticle()
    {
        var site = new Site { ["/article"] = Page("one", "<a href='/article/2'>2</a>"), ["/article/2"] = Page("one", "<a rel='next' href='/article/3'>Next</a>") };

        Assert.Equal([Paragraph("one")], await site.Read());
        Assert.Equal(["/article", "/article/2"], site.Asked);
    }

    [Fact]
    public async Task Process_AllPagesAsOne_IsAskedForInTheirPlace()
    {
        var site = new Site
        {
            ["/article"] = Page("one", "<a href='/article/2'>2</a> <a href='/article/all'>View as single page</a>"),
            ["/article/all"] = Page("one", $"<p>{Paragraph("two")}</p>"),
        };

        Assert.Equal([Paragraph("one"), Paragraph("two")], await site.Read());
        Assert.Equal(["/article", "/article/all"], site.Asked);
    }

    [Fact]
    public async Task Process_Wall_IsPassedByTheAmpVersion()
    {
        var site = new Site
        {
            ["/article"] = "<html><head><title>Just a moment...</title><link rel='amphtml' href='/article.amp'></head><body><p>Enable JavaScript and cookies to continue</p></body></html>",
            ["/article.amp"] = Page("amp"),
        };

        Assert.Equal([Paragraph("amp")], await site.Read());
    }

    [Theory]
    [InlineData("whole", "https://other.example/article.amp")]
    [InlineData("whole", "/article.amp")]
    public async Task Process_WholeArticle_NeedsNoOtherVersion(string text, string amp)
    {
        var site = new Site { ["/article"] = Page(text).Replace("<body>", $"<link rel='amphtml' href='{amp}'><body>", StringComparison.Ordinal), ["/article.amp"] = Page("amp") };

        Assert.Equal([Paragraph(text)], await site.Read());
        Assert.Equal(["/article"], site.Asked);
    }

    [Theory]
    [InlineData("/ferry", "/ferry/2", true)]
    [InlineData("/ferry", "/ferry/page/2/", true)]
    [InlineData("/ferry.html", "/ferry-2.html", true)]
    [InlineData("/ferry.html", "/ferry.html?page=2", true)]
    [InlineData("/ferry?id=7", "/ferry?id=7&page=2", true)]
    [InlineData("/ferry/2", "/ferry/3", true)]
    [InlineData("/ferry", "/ferry/3", false)]
    [InlineData("/ferry", "/harbour/2", false)]
    [InlineData("/ferry?id=7", "/ferry?id=8", false)]
    [InlineData("/ferry", "/ferry?page=1", false)]
    [InlineData("/ferry", "https://other.example/ferry/2", false)]
    public void IsNext_Addresses_DifferByTheNumberAlone(string page, string next, bool isNext)
    {
        var url = new Uri(new Uri("https://news.example"), page);

        Assert.Equal(isNext, PageNumbers.IsNext(url, new Uri(url, next)));
    }

    [Theory]
    [InlineData("/ferry", true)]
    [InlineData("/items/1/", true)]
    [InlineData("/ferry?page=1", true)]
    [InlineData("/ferry-1", false)]
    [InlineData("/edition/7", false)]
    public void IsFirst_Address_HasNoNumberOfItsOwn(string page, bool first) => Assert.Equal(first, PageNumbers.IsFirst(new Uri(new Uri("https://news.example"), page)));

    private static string Paragraph(string name) => string.Join(' ', Enumerable.Repeat($"The strike of the dockers closed the harbour of Antwerp in Belgium for day {name} on Monday.", 6));

    private static string Page(string name, string more = "") => $"<html><body><article><h1>Title</h1><p>{Paragraph(name)}</p>{more}</article></body></html>";

    /// Pages by their paths; others are not found
    private sealed class Site : Dictionary<string, string>
    {
        private readonly List<string> asked = [];

        public string Robots { get; init; } = "";

        public string[] Asked => [.. asked.Where(path => path != "/robots.txt")];

        public async Task<string[]> Read()
        {
            await using var database = await TestDatabase.Create();
            await using var server = await LoopbackServer.Start(Answer);
            await database.Poll(await database.ClaimNewFeed(), Some.Candidate() with { Url = server.At("/article").AbsoluteUri, Content = "<p>Feed text.</p>" });
            using var web = Web.Fetcher();
            await Processors.Create(database, web).Process(Assert.Single(await database.Articles.ClaimUntagged(1, TimeSpan.FromMinutes(3), CancellationToken.None)), CancellationToken.None);
            var row = Assert.Single(await database.Outbox.ClaimUnpublished(1, TimeSpan.FromMinutes(1), CancellationToken.None));
            asked.AddRange(server.Requests.Select(request => request.Path));
            return JsonSerializer.Deserialize<ArticleTagged>(row.Body, Json)!.Text.Split("\n\n");
        }

        private Task Answer(HttpContext context)
        {
            var path = context.Request.Path.Value!;
            var found = TryGetValue(path, out var page);
            context.Response.StatusCode = found || path == "/robots.txt" ? 200 : 404;
            context.Response.ContentType = path == "/robots.txt" ? "text/plain" : "text/html";
            return context.Response.WriteAsync(path == "/robots.txt" ? Robots : page ?? "");
        }
    }
}
